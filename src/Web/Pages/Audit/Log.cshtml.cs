using System.Globalization;
using System.IO.Compression;
using Microsoft.AspNetCore.Mvc;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Storage;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Audit;

/// <summary>X5: the journal to look through, hand out and verify. Contents, which hold scores, are for those who may see scores.</summary>
[MayOpen(Role.Administrator, Role.Observer, Role.Secretariat)]
public sealed class LogModel(IndexDb db, ReadJournal read, CheckIntegrity check, AuditFolder folder, Who who) : WorkPage(who)
{
    [BindProperty(SupportsGet = true, Name = "viec")]
    public string? Act { get; set; }

    [BindProperty(SupportsGet = true, Name = "nguoi")]
    public string? Name { get; set; }

    [BindProperty(SupportsGet = true, Name = "tu")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "den")]
    public DateOnly? Until { get; set; }

    [BindProperty(SupportsGet = true, Name = "truoc")]
    public long? Before { get; set; }

    public JournalPage Shown { get; private set; } = new([], null, 0);

    public JournalVerdict? Verdict { get; private set; }

    /// <summary>Administrators keep the installation and see no scores.</summary>
    public bool SeesContents => Person.Is(Role.Observer) || Person.Is(Role.Secretariat);

    public async Task OnGetAsync()
    {
        Title = AuditText.Log;
        Shown = await read.RunAsync(new(Act, Name, From, Until, Before), SeesContents, Cancel);
    }

    public async Task<IActionResult> OnPostVerifyAsync()
    {
        (Verdict, _) = await check.FullAsync(Cancel);
        await OnGetAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostExportAsync(bool contents)
    {
        if (contents && !SeesContents) throw new RefusedException(Refusal.Forbidden);
        var copy = await JournalCopy.ReadAsync(db, folder, Cancel);
        var scratch = Directory.CreateTempSubdirectory("journal-").FullName;
        try
        {
            var files = Path.Combine(scratch, "journal");
            JournalFolder.Write(files, copy, contents);
            var zip = Path.Combine(scratch, "journal.zip");
            await ZipFile.CreateFromDirectoryAsync(files, zip, Cancel);
            return File(await System.IO.File.ReadAllBytesAsync(zip, Cancel), "application/zip", string.Create(CultureInfo.InvariantCulture, $"nhat-ky-{copy.Lines.Count}.zip"));
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    /// <summary>This page's address with its filter, from a number on.</summary>
    public string Older() => "/noi-bo/nhat-ky" + new Microsoft.AspNetCore.Http.Extensions.QueryBuilder(new Dictionary<string, string>
    {
        ["viec"] = Act ?? "",
        ["nguoi"] = Name ?? "",
        ["tu"] = From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        ["den"] = Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        ["truoc"] = Shown.Older?.ToString(CultureInfo.InvariantCulture) ?? "",
    }.Where(part => part.Value.Length > 0)).ToString();
}
