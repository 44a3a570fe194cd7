using System.Buffers.Text;
using Microsoft.AspNetCore.DataProtection;
using ParIndex.App.Campaigns;
using ParIndex.Core.Questionnaires;

namespace ParIndex.Web.Pages.Form;

/// <summary>
/// What has been answered so far, on the person's own device alone: a sealed cookie for this one form. Nothing unfinished lies on the server,
/// so nothing there leads from a link to answers.
/// </summary>
/// <param name="Key">The form's own random key, so that sending twice stores once.</param>
/// <param name="Begun">When the first page was sent.</param>
/// <param name="Given">One answer a question.</param>
public sealed record Draft(string Key, DateTimeOffset Begun, Given[] Given)
{
    private const string Cookie = "phieu";

    /// <summary>A form with nothing in it.</summary>
    public static Draft Empty(Questionnaire questionnaire, DateTimeOffset now) => new(
        Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16)), now, [.. questionnaire.Questions.Select(_ => Core.Questionnaires.Given.Blank)]);

    /// <summary>The draft of this form on this device; null: none, or of another form.</summary>
    public static Draft? Read(HttpRequest request, IDataProtectionProvider protection, OpenedCampaign campaign, string token)
    {
        if (!request.Cookies.TryGetValue(Cookie, out var sent) || sent is null) return null;
        try
        {
            var bytes = Sealed(protection, campaign, token).Unprotect(Base64Url.DecodeFromChars(sent));
            var key = Convert.ToHexStringLower(bytes.AsSpan(0, 16));
            var begun = new DateTimeOffset(BitConverter.ToInt64(bytes, 16), TimeSpan.Zero);
            return new(key, begun, Packed.Read(campaign.Questionnaire, bytes.AsSpan(24)));
        }
        catch (Exception broken) when (broken is System.Security.Cryptography.CryptographicException or FormatException or ArgumentException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Keeps the draft on the device until the survey closes.</summary>
    public void Keep(HttpContext context, IDataProtectionProvider protection, OpenedCampaign campaign, string token, bool https)
    {
        byte[] bytes = [.. Convert.FromHexString(Key), .. BitConverter.GetBytes(Begun.UtcTicks), .. Packed.Write(campaign.Questionnaire, Given)];
        context.Response.Cookies.Append(Cookie, Base64Url.EncodeToString(Sealed(protection, campaign, token).Protect(bytes)), Options(context, https, campaign.Row.Closes));
    }

    /// <summary>Takes the draft off the device.</summary>
    public static void Forget(HttpContext context, bool https) => context.Response.Cookies.Delete(Cookie, Options(context, https, null));

    private static CookieOptions Options(HttpContext context, bool https, DateTimeOffset? until) =>
        new() { Path = $"{context.Request.PathBase}/phieu", HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = https, Expires = until, IsEssential = true };

    private static IDataProtector Sealed(IDataProtectionProvider protection, OpenedCampaign campaign, string token) =>
        protection.CreateProtector("form", campaign.Row.Code, campaign.Row.QuestionnaireSha256, token);
}
