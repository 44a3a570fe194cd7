using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.App;
using ParIndex.App.Campaigns;
using ParIndex.Core;
using ParIndex.Web.Access;

namespace ParIndex.Web.Pages.Form;

/// <summary>A page for people who answer: no account, nothing kept by browsers or searched by robots, no way to see who they are.</summary>
public abstract class FormPage : PageModel
{
    public Text Title { get; protected set; } = new("", "");

    /// <summary>The campaign; null on the page that says a link cannot be used.</summary>
    public OpenedCampaign? Campaign { get; protected set; }

    /// <summary>Why the last act was refused.</summary>
    public Refusal? Refused { get; protected set; }

    public Language Language => HttpContext.Language();

    /// <summary>dd/MM/yyyy HH:mm, Vietnam time.</summary>
    public static string Moment(DateTimeOffset at) => Vietnam.Moment(at)[..16];

    protected CancellationToken Cancel => HttpContext.RequestAborted;

    /// <summary>A page of this kind without anything in it, with its status.</summary>
    protected IActionResult Say(Refusal refusal)
    {
        Response.StatusCode = Refusals.Status(refusal.Kind);
        if (refusal.Kind is RefusalKind.TooMany or RefusalKind.Unavailable) Response.Headers.RetryAfter = "60";
        (Campaign, Refused, Title) = (null, refusal, FormText.CannotUse);
        return Page();
    }

    /// <summary>Nothing is kept: answers must not be found in a browser's history on a shared machine.</summary>
    public override void OnPageHandlerExecuting(Microsoft.AspNetCore.Mvc.Filters.PageHandlerExecutingContext context)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        Response.Headers["Referrer-Policy"] = "no-referrer";
    }
}
