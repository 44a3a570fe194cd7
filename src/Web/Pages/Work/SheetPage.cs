using Microsoft.AspNetCore.Mvc;
using ParIndex.App;
using ParIndex.Web.Access;

namespace ParIndex.Web.Pages.Work;

/// <summary>A page that takes a workbook: what was read is shown with its errors by cell, then accepted as a whole or not at all.</summary>
[RequestSizeLimit(Largest + (64 * 1024)), RequestFormLimits(MultipartBodyLengthLimit = Largest + (64 * 1024), ValueLengthLimit = Largest)]
public abstract class SheetPage(Who who) : WorkPage(who)
{
    private const int Largest = 5 * 1024 * 1024;

    /// <summary>What was read.</summary>
    public FilledSheet? Sheet { get; private set; }

    /// <summary>What is wrong with it; null: no sheet yet.</summary>
    public IReadOnlyList<SheetFault>? Faults { get; private set; }

    public abstract IReadOnlyList<SheetColumn> Columns { get; }

    /// <summary>Title, way back, and whatever the page shows.</summary>
    protected abstract Task ShowAsync();

    protected abstract Task<IReadOnlyList<SheetFault>> CheckAsync(FilledSheet sheet);

    protected abstract Task<IReadOnlyList<SheetFault>> AcceptAsync(FilledSheet sheet);

    protected abstract Task WriteAsync(Stream output);

    /// <summary>Where it goes after, and what is said there.</summary>
    protected abstract IActionResult After(int rows);

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnGetTemplateAsync()
    {
        await ShowAsync();
        var target = new MemoryStream();
        await WriteAsync(target);
        return File(target.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "mau.xlsx");
    }

    public Task<IActionResult> OnPostAsync(IFormFile? file) => TryAsync(
        async () =>
        {
            await ShowAsync();
            if (file is null) throw new RefusedException(Refusal.NotASheet);
            if (file.Length > Largest) throw new RefusedException(Refusal.SheetTooLarge);
            await using (var content = file.OpenReadStream()) Sheet = FilledSheet.Read(content, Columns);
            Faults = await CheckAsync(Sheet);
            return Page();
        },
        ShowAsync);

    public Task<IActionResult> OnPostAcceptAsync(string? sheet) => TryAsync(
        async () =>
        {
            await ShowAsync();
            Sheet = FilledSheet.Unpacked(sheet);
            Faults = await AcceptAsync(Sheet);
            return Faults.Count > 0 ? Page() : After(Sheet.Rows.Count);
        },
        ShowAsync);
}
