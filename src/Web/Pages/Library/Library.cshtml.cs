using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.App.Library;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.SelfAssessment;

namespace ParIndex.Web.Pages.Library;

/// <summary>U3: the unit's documents with their files and checks; one document serves many leaves.</summary>
[MayOpen(Role.UnitOfficer, Role.UnitHead)]
[RequestSizeLimit(FileStore.Longest + (1024 * 1024))]
[RequestFormLimits(MultipartBodyLengthLimit = FileStore.Longest + (1024 * 1024))]
public sealed class LibraryModel(IndexDb db, Who who, ReadEvidence read, AddEvidence add, UseEvidence use) : SelfAssessmentPage(db, who)
{
    /// <summary>A leaf the person comes from: new documents are attached to it.</summary>
    [FromQuery(Name = "tieu-chi")]
    public string? For { get; set; }

    public IReadOnlyList<DocumentShown> Documents { get; private set; } = [];

    /// <summary>What was typed, when it was refused.</summary>
    public IFormCollection? Typed { get; private set; }

    public string Here => $"/noi-bo/tai-lieu/{Code}{Tail}";

    public string Back => For is null ? Here : $"{Home}/{For}{Tail}";

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Title = new($"Tài liệu kiểm chứng: {Unit.Name.Vi}", $"Evidence: {Unit.Name.En}");
        Above = [(SelfAssessmentWords.Work, Home + Tail)];
        Documents = await read.OfUnitAsync(Person, Cycle.Id, Unit.Code.Value, Cancel);
    }

    public Task<IActionResult> OnPostAsync(IFormFile? file) => TryAsync(
        async () =>
        {
            AllowOnly("act", "id", "leaf", "leaves", "number", "date", "title", "issuer", "signer", "from", "until", "reason");
            await LoadAsync();
            var (form, unit, begun) = (Request.Form, Unit.Code.Value, Who.Arrived);
            var evidence = Guid.TryParse(form["id"], out var id) ? id : Guid.Empty;
            switch (form["act"].ToString())
            {
                case "add":
                    {
                        await using var content = Content(file);
                        var leaves = form["leaves"].Where(leaf => !string.IsNullOrEmpty(leaf)).Select(leaf => leaf!).ToList();
                        var taken = await add.RunAsync(Person, Cycle.Id, unit, new(form["number"], Day(form["date"], "date"), form["title"], form["issuer"], form["signer"], Day(form["from"], "from"), Day(form["until"], "until")),
                            new(file!.FileName, content, begun), leaves, Cancel);
                        return Then(Back, Said(taken));
                    }

                case "revise":
                    {
                        await using var content = Content(file);
                        return Then(Here, Said(await add.ReviseAsync(Person, Cycle.Id, unit, evidence, new(file!.FileName, content, begun), Cancel)));
                    }

                case "attach":
                    await use.AttachAsync(Person, Cycle.Id, unit, form["leaf"].ToString(), evidence, Cancel);
                    return Then(Back, new($"Đã gắn tài liệu vào tiêu chí {form["leaf"]}", $"The document was attached to criterion {form["leaf"]}"));
                case "detach":
                    await use.DetachAsync(Person, Cycle.Id, unit, form["leaf"].ToString(), evidence, Cancel);
                    return Then(Back, new($"Đã bỏ tài liệu khỏi tiêu chí {form["leaf"]}", $"The document was taken off criterion {form["leaf"]}"));
                case "withdraw":
                    await use.WithdrawAsync(Person, Cycle.Id, unit, evidence, form["reason"], Cancel);
                    return Then(Here, new("Đã rút tài liệu; tệp và mã kiểm tra vẫn được giữ", "The document was withdrawn; its files and hashes are kept"));
                default:
                    throw new RefusedException(Refusal.NotFound);
            }
        },
        async () =>
        {
            await OnGetAsync();
            Typed = Request.Form;
        });

    private static Stream Content(IFormFile? file)
    {
        if (file is null || file.Length == 0) throw new RefusedException(Refusal.FileEmpty);
        return file.Length > FileStore.Longest ? throw new RefusedException(Refusal.FileTooLarge(FileStore.Longest)) : file.OpenReadStream();
    }

    private static DateOnly? Day(string? typed, string field) => string.IsNullOrWhiteSpace(typed) ? null
        : DateOnly.TryParseExact(typed, ["yyyy-MM-dd", "d/M/yyyy", "dd/MM/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new RefusedException(Refusal.Invalid(field, new("Ngày phải có dạng ngày/tháng/năm.", "Give the day as day/month/year.")));

    private static Text Said(FileTaken taken)
    {
        var (state, same) = (LibraryText.Of(taken.State), taken.SameAs.Count > 0 ? string.Join("; ", taken.SameAs) : null);
        var signature = taken.Signature.State == SignatureState.None ? new Text("", "") : LibraryText.Of(taken.Signature.ToString());
        return new(
            $"Đã lưu tệp ({state.Vi}{(signature.Vi.Length > 0 ? "; " + signature.Vi : "")}). Mã SHA-256: {taken.Sha256[..12]}…{(same is null ? "" : $" Tệp này đã có ở: {same}.")}",
            $"The file was kept ({state.En}{(signature.En.Length > 0 ? "; " + signature.En : "")}). SHA-256: {taken.Sha256[..12]}…{(same is null ? "" : $" The same file is in: {same}.")}");
    }
}
