using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using ParIndex.App.Accounts;
using ParIndex.App.Storage;
using ParIndex.Web.Access;

namespace ParIndex.Web;

/// <summary>What the inside of the site needs: sign-in by Identity, who asks, and the use cases.</summary>
internal static class Inside
{
    public static IServiceCollection AddInside(this IServiceCollection services, SiteSettings settings)
    {
        // Keys live with the database, so that several nodes read each other's cookies.
        services.AddDataProtection().SetApplicationName("index").PersistKeysToDbContext<IndexDb>();
        services.AddSingleton(settings.Clock);
        services.AddIdentityCore<AccountRow>(options =>
            {
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                options.User.RequireUniqueEmail = true;
                options.Password.RequiredLength = 12;
                options.Password.RequireDigit = options.Password.RequireUppercase = options.Password.RequireLowercase = options.Password.RequireNonAlphanumeric = false;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
            })
            .AddUserStore<AccountStore>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        services.Configure<SecurityStampValidatorOptions>(options =>
        {
            options.ValidationInterval = TimeSpan.FromSeconds(30);
            // A principal made anew has lost how its session was opened.
            options.OnRefreshingPrincipal = refreshing =>
            {
                var kept = refreshing.CurrentPrincipal!.Claims.Where(claim => claim.Type is InsideAccess.Method or InsideAccess.ConfirmedAt or InsideAccess.Session).Select(claim => claim.Clone());
                var identity = (System.Security.Claims.ClaimsIdentity)refreshing.NewPrincipal!.Identity!;
                foreach (var claim in identity.FindAll(claim => claim.Type is InsideAccess.Method or InsideAccess.ConfirmedAt or InsideAccess.Session).ToList()) identity.RemoveClaim(claim);
                identity.AddClaims(kept);
                return Task.CompletedTask;
            };
        });
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            // With a finger, a face or the device's code: the key alone is two factors.
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            options.ServerDomain = settings.PublicOrigin?.Host;
            options.ValidateOrigin = origin => ValueTask.FromResult(!origin.CrossOrigin && origin.Origin == (settings.PublicOrigin is { } known
                ? known.GetLeftPart(UriPartial.Authority) : $"{origin.HttpContext.Request.Scheme}://{origin.HttpContext.Request.Host}"));
        });
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        var https = settings.Https;
        foreach (var scheme in new[] { IdentityConstants.ApplicationScheme, IdentityConstants.TwoFactorUserIdScheme, IdentityConstants.ExternalScheme })
            services.ConfigureApplicationCookieOf(scheme, https);
        CitySignIn.Add(services, settings);
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = https ? "__Host-form" : "form";
            options.Cookie.SecurePolicy = https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            options.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.AddScoped<Who>();
        services.AddScoped<SecondFactor>();
        services.AddScoped<Passkeys>();
        services.AddSingleton<App.Campaigns.CampaignBook>();
        services.AddSingleton<App.Campaigns.ResponseWriter>();
        services.AddSingleton<Forms.WrongLinks>();
        services.AddScoped<App.Campaigns.TakeForm>();
        services.AddSingleton<App.Sampling.SurveySeals>();
        services.AddScoped<Pages.Surveys.SamplePapers>();
        // Every use case of App is a class with its verb for a name, made anew for each request.
        foreach (var type in typeof(LoadPerson).Assembly.GetExportedTypes())
            if (type is { IsClass: true, IsAbstract: false } && type.GetMethods().Any(method => method.Name.EndsWith("Async", StringComparison.Ordinal))
                && type.GetConstructors() is [{ } made] && made.GetParameters().Any(parameter => parameter.ParameterType == typeof(IndexDb)))
                services.AddScoped(type);
        return services;
    }

    private static void ConfigureApplicationCookieOf(this IServiceCollection services, string scheme, bool https) =>
        services.Configure<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions>(scheme, options =>
        {
            var name = scheme == IdentityConstants.ApplicationScheme ? "session" : scheme == IdentityConstants.ExternalScheme ? "city" : "factor";
            if (scheme == IdentityConstants.ApplicationScheme) options.Events.OnSigningIn = SessionCookies.OpeningAsync;
            options.Cookie.Name = https ? $"__Host-{name}" : name;
            options.Cookie.SecurePolicy = https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.HttpOnly = true;
            options.ExpireTimeSpan = scheme == IdentityConstants.ApplicationScheme ? TimeSpan.FromHours(10) : TimeSpan.FromMinutes(10);
            options.LoginPath = InsideAccess.SignIn;
        });
}
