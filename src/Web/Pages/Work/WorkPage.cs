using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.Core;
using ParIndex.Web.Access;

namespace ParIndex.Web.Pages.Work;

/// <summary>A page of the inside: knows who asks, and shows a refusal over the form it was about.</summary>
public abstract class WorkPage(Who who) : PageModel
{
    public Text Title { get; protected set; } = new("", "");

    /// <summary>Pages above this one: words and addresses without language.</summary>
    public IReadOnlyList<(Text Words, string Path)> Above { get; protected set; } = [];

    public Language Language => HttpContext.Language();

    /// <summary>Who asks.</summary>
    public Person Person => who.Person;

    public Who Who => who;

    /// <summary>Why the last act was refused; shown on top, linked to its field.</summary>
    public Refusal? Refused { get; private set; }

    /// <summary>What the last act did, said once on the page after it.</summary>
    [TempData]
    public string? Done { get; set; }

    protected CancellationToken Cancel => HttpContext.RequestAborted;

    /// <summary>A form with a file may have been long on its way: who sent it is asked for once more before anything is done with it.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (Request.HasFormContentType && Request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)) await InsideAccess.AgainAsync(HttpContext, who);
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    /// <summary>
    /// Runs an act. Refused for what was entered or for the state: the page is shown again with what was typed and the reason. Refused for
    /// the person: nothing of the page is shown.
    /// </summary>
    protected async Task<IActionResult> TryAsync(Func<Task<IActionResult>> act, Func<Task> reload)
    {
        try
        {
            return await act();
        }
        catch (RefusedException refused) when (refused.Refusal.Kind is not (RefusalKind.NotFound or RefusalKind.Forbidden or RefusalKind.NotSignedIn))
        {
            Refused = refused.Refusal;
            Response.StatusCode = Refusals.Status(refused.Refusal.Kind);
            await reload();
            return Page();
        }
    }

    /// <summary>Refuses a form with fields that are not its own.</summary>
    protected void AllowOnly(params IEnumerable<string> fields)
    {
        var known = fields.Append("__RequestVerificationToken").ToHashSet(StringComparer.Ordinal);
        foreach (var key in Request.Form.Keys)
            if (!known.Contains(key)) throw new RefusedException(Refusal.UnknownField(key));
    }

    /// <summary>Says what was done on the page that follows.</summary>
    protected IActionResult Then(string path, Text done)
    {
        Done = done.In(Language);
        return LocalRedirect((Language == Language.English ? LanguageByPath.English : "") + path);
    }
}
