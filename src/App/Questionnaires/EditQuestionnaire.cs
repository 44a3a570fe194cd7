using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Campaigns;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Core.Questionnaires;
using ParIndex.Documents.Workbooks;
using ParIndex.Documents.XlsForms;

namespace ParIndex.App.Questionnaires;

/// <summary>Makes and changes questionnaires: a draft may hold faults, an approved one has none and never changes again.</summary>
public sealed class EditQuestionnaire(IndexDb db, TimeProvider clock)
{
    /// <summary>Most bytes of one.</summary>
    public const int Largest = 2 * 1024 * 1024;

    /// <summary>Takes a file as a new draft: a new questionnaire, or the next version of a known one.</summary>
    public async Task<QuestionnaireDraftRow> TakeAsync(Person? person, byte[] file, string name, CancellationToken cancel)
    {
        var read = QuestionnaireJson.Read(file, name);
        if (read.Value is not { } form) throw new RefusedException(Refusal.Findings("questionnaire", "file", read.Findings));
        return await AddAsync(person, form, "questionnaire.taken", cancel);
    }

    /// <summary>Takes an XLSForm as a new draft; with what was left out.</summary>
    public async Task<(QuestionnaireDraftRow Row, IReadOnlyList<Finding> LeftOut)> TakeXlsFormAsync(Person person, Stream file, CancellationToken cancel)
    {
        XlsFormRead read;
        try
        {
            read = XlsFormReading.Read(file);
        }
        catch (SheetTroubleException trouble)
        {
            throw new RefusedException(trouble.Trouble == SheetTrouble.TooLarge ? Refusal.SheetTooLarge : Refusal.NotASheet);
        }

        return read.Form is { } form ? (await AddAsync(person, form, "questionnaire.taken", cancel), read.Findings)
            : throw new RefusedException(Refusal.Findings("xlsform", "xlsform", [.. read.Findings.Where(finding => finding.Severity == Severity.Error)]));
    }

    /// <summary>An empty questionnaire.</summary>
    public Task<QuestionnaireDraftRow> NewAsync(Person person, string? code, string? titleVi, string? titleEn, CancellationToken cancel)
    {
        if (!UnitCode.TryParse(code?.Trim() ?? "", out _)) throw new RefusedException(Refusal.Invalid("code", new("Mã chỉ gồm chữ không dấu, số, gạch nối, tối đa 40 ký tự.", "A code has plain letters, digits and dashes, at most 40.")));
        var vi = Visible.Checked(titleVi, "title", 300)?.Trim() ?? "";
        if (vi.Length == 0) throw new RefusedException(Refusal.Invalid("title", new("Nhập tên phiếu.", "Give the title.")));
        var title = new Text(vi, Visible.Checked(titleEn, "title", 300)?.Trim() is { Length: > 0 } en ? en : vi);
        return AddAsync(person, new Questionnaire(code!.Trim(), 1, title, new("", ""), [], [], [new("A", new("Phần A", "Part A"), [])], []) { Edition = "other" }, "questionnaire.made", cancel);
    }

    /// <summary>Saves a changed draft; versions of items follow from what changed.</summary>
    public async Task SaveAsync(Person person, string code, int number, int? version, Func<Questionnaire, Questionnaire> change, CancellationToken cancel)
    {
        var row = await DraftAsync(person, code, number, version, cancel);
        var form = await VersionedAsync(change(Read(row)) with { Code = code, Version = number }, cancel);
        var json = QuestionnaireJson.Write(form);
        if (json.Length > Largest) throw new RefusedException(CampaignRefusals.TooLong);
        (row.Json, row.ChangedBy, row.ChangedAt) = (json, person.Account, clock.GetUtcNow());
        await SaveAsync(row, cancel);
    }

    /// <summary>Fixes a draft without faults, so that campaigns may use it.</summary>
    public async Task ApproveAsync(Person person, string code, int number, int? version, CancellationToken cancel)
    {
        var row = await DraftAsync(person, code, number, version, cancel);
        var findings = QuestionnaireChecking.Check(Read(row)).Where(finding => finding.Severity == Severity.Error).ToList();
        if (findings.Count > 0) throw new RefusedException(Refusal.Findings("questionnaire", "checks", findings));
        (row.State, row.ApprovedBy, row.ApprovedAt) = (QuestionnaireState.Approved, person.Account, clock.GetUtcNow());
        db.Note(new(person.Account, JournalAct.Moved, Object(code), "questionnaire.approved", row.ApprovedAt.Value,
            After: new { code, number, Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(row.Json)) }));
        await SaveAsync(row, cancel);
    }

    /// <summary>A draft of the next version, as the last one stands.</summary>
    public async Task<QuestionnaireDraftRow> NextAsync(Person person, string code, CancellationToken cancel)
    {
        var last = await db.QuestionnaireDrafts.Where(one => one.Code == code).OrderByDescending(one => one.Number).FirstOrDefaultAsync(cancel) ?? throw new RefusedException(Refusal.NotFound);
        return last.State == QuestionnaireState.Draft ? throw new RefusedException(QuestionnaireRefusals.DraftThere(last.Number)) : await AddAsync(person, Read(last), "questionnaire.made", cancel);
    }

    /// <summary>Lets go of a draft.</summary>
    public async Task RemoveAsync(Person person, string code, int number, int? version, CancellationToken cancel)
    {
        var row = await DraftAsync(person, code, number, version, cancel);
        db.Remove(row);
        db.Note(new(person.Account, JournalAct.Changed, Object(code), "questionnaire.removed", clock.GetUtcNow(), Before: new { code, number }));
        await SaveAsync(row, cancel);
    }

    /// <summary>The questionnaire of a row.</summary>
    public static Questionnaire Read(QuestionnaireDraftRow row) => QuestionnaireJson.Read(row.Json, row.Code).Value ?? throw new InvalidDataException($"Questionnaire {row.Code} cannot be read.");

    private static string Object(string code) => $"questionnaire/{code}";

    private async Task<QuestionnaireDraftRow> AddAsync(Person? person, Questionnaire form, string what, CancellationToken cancel)
    {
        if (person is not null && !person.Is(Role.SurveyManager)) throw new RefusedException(Refusal.Forbidden);
        if (!UnitCode.TryParse(form.Code, out _)) throw new RefusedException(Refusal.Invalid("code", new("Mã phiếu chỉ gồm chữ không dấu, số, gạch nối.", "The code has plain letters, digits and dashes.")));
        var last = await db.QuestionnaireDrafts.Where(one => one.Code == form.Code).OrderByDescending(one => one.Number).FirstOrDefaultAsync(cancel);
        if (last is { State: QuestionnaireState.Draft }) throw new RefusedException(QuestionnaireRefusals.DraftThere(last.Number));
        // A file's own number holds where it is new here, so that its hash stays what others know.
        var number = last is null ? Math.Max(1, form.Version) : last.Number + 1;
        var now = clock.GetUtcNow();
        var row = new QuestionnaireDraftRow
        {
            Code = form.Code,
            Number = number,
            Json = QuestionnaireJson.Write(await VersionedAsync(form with { Version = number }, cancel)),
            State = QuestionnaireState.Draft,
            ChangedBy = person?.Account,
            ChangedAt = now,
            Version = 1,
        };
        db.Add(row);
        db.Note(new(person?.Account, JournalAct.Changed, Object(form.Code), what, now, After: new { form.Code, number }));
        await db.SaveChangesAsync(cancel);
        return row;
    }

    private async Task<Questionnaire> VersionedAsync(Questionnaire form, CancellationToken cancel)
    {
        var approved = await db.QuestionnaireDrafts.Where(one => one.Code == form.Code && one.State == QuestionnaireState.Approved).OrderByDescending(one => one.Number).FirstOrDefaultAsync(cancel);
        return ItemVersions.After(form, approved is null ? null : Read(approved));
    }

    private async Task<QuestionnaireDraftRow> DraftAsync(Person person, string code, int number, int? version, CancellationToken cancel)
    {
        if (!person.Is(Role.SurveyManager)) throw new RefusedException(Refusal.Forbidden);
        var row = await db.QuestionnaireDrafts.AsTracking().SingleOrDefaultAsync(one => one.Code == code && one.Number == number, cancel) ?? throw new RefusedException(Refusal.NotFound);
        if (row.State != QuestionnaireState.Draft) throw new RefusedException(QuestionnaireRefusals.Fixed);
        Versions.Check(version, row.Version);
        return row;
    }

    private async Task SaveAsync(QuestionnaireDraftRow row, CancellationToken cancel)
    {
        row.Version++;
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RefusedException(Refusal.Stale(row.Version));
        }
    }
}

/// <summary>Why a questionnaire is refused.</summary>
public static class QuestionnaireRefusals
{
    public static Refusal Fixed { get; } = new("questionnaire_fixed", new(
        "Phiếu này đã phê duyệt nên không sửa được. Lập phiên bản mới để sửa.", "This questionnaire is approved and stays as it is. Make a new version to change it."));

    public static Refusal DraftThere(int number) => new("questionnaire_draft", new(
        $"Đã có bản nháp phiên bản {number}. Sửa, phê duyệt hoặc bỏ bản đó trước.", $"There is a draft of version {number} already. Change, approve or remove it first."));
}
