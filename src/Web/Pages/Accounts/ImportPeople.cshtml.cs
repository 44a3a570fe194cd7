using Microsoft.AspNetCore.Mvc;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Accounts;

/// <summary>People from a workbook: what was read is shown with its errors by cell, then accepted as a whole or not at all.</summary>
[MayOpen(Role.Administrator), RequestSizeLimit(Largest + (64 * 1024)), RequestFormLimits(MultipartBodyLengthLimit = Largest + (64 * 1024), ValueLengthLimit = Largest)]
public sealed class ImportPeopleModel(ImportPeople import, SiteSettings settings, Who who) : WorkPage(who)
{
    private const int Largest = 5 * 1024 * 1024;

    public PeopleSheet? Sheet { get; private set; }

    /// <summary>What the sheet would do, or did.</summary>
    public PeopleImport? Outcome { get; private set; }

    /// <summary>True when it was accepted and the links have to be handed over.</summary>
    public bool Accepted { get; private set; }

    public void OnGet()
    {
        Title = AccountsText.Import;
        Above = [(new("Việc của tôi", "My work"), "/noi-bo"), (AccountsText.People, "/noi-bo/nguoi-dung")];
    }

    public Task<IActionResult> OnPostAsync(IFormFile? file) => TryAsync(
        async () =>
        {
            OnGet();
            if (file is null) throw new RefusedException(Refusal.NotASheet);
            if (file.Length > Largest) throw new RefusedException(Refusal.SheetTooLarge);
            await using (var content = file.OpenReadStream()) Sheet = PeopleSheet.Read(content);
            Outcome = await import.CheckAsync(Person, Sheet, Cancel);
            return Page();
        },
        ShowAsync);

    public Task<IActionResult> OnPostAcceptAsync(string? sheet) => TryAsync(
        async () =>
        {
            OnGet();
            Sheet = PeopleSheet.Unpacked(sheet);
            var byMail = Links.ByMail(settings);
            Outcome = await import.RunAsync(Person, Sheet, byMail ? settings.PublicAddress : null, Cancel);
            if (Outcome.Faults.Count > 0) return Page();
            if (byMail || Outcome.Invited.Count == 0) return Then("/noi-bo/nguoi-dung", AccountsText.Imported(Outcome.Invited.Count, Outcome.Proposed));
            Accepted = true;
            return Page();
        },
        ShowAsync);

    /// <summary>Who each new link is for.</summary>
    public IEnumerable<(string Name, string Email, string Link)> HandOver => Outcome is null || Sheet is null ? [] :
        Outcome.Invited.Zip(Outcome.New.Select(row => Sheet.Lines.First(line => line.Row == row)), (invited, line) => (line.FullName!, line.Email!, Links.Whole(settings, Request, invited.Path)));

    private Task ShowAsync()
    {
        OnGet();
        return Task.CompletedTask;
    }
}
