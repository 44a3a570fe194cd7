using Microsoft.Extensions.DependencyInjection;
using ParIndex.App.Storage;

namespace ParIndex.App.Tests.Sampling;

/// <summary>Services that open the story's database, as a site has them.</summary>
internal static class StoryServices
{
    public static IServiceScopeFactory Of(SurveyStory story)
    {
        var services = new ServiceCollection();
        services.AddScoped<IndexDb>(_ => story.Database.Open());
        return services.BuildServiceProvider().GetRequiredService<IServiceScopeFactory>();
    }
}
