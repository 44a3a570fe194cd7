using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.SelfAssessment;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Core.Frameworks;
using ParIndex.Web.Access;

namespace ParIndex.Web.Pages.SelfAssessment;

/// <summary>What will be handed in, the head's confirmation, and afterwards the receipt.</summary>
[MayOpen(Role.UnitOfficer, Role.UnitHead)]
public sealed class SubmitModel(IndexDb db, Who who, SubmitSelfAssessment submit, WithdrawSubmission withdraw, SecondFactor factor) : SelfAssessmentPage(db, who)
{
    public SubmissionReceipt? Receipt { get; private set; }

    public IReadOnlyList<(Area Area, IReadOnlyList<(Leaf Leaf, EntryRow? Entry)> Leaves)> Areas { get; private set; } = [];

    public int Unready { get; private set; }

    /// <summary>Why the submission is taken back, as typed.</summary>
    public string? Reason { get; private set; }

    /// <summary>The second factor asked again: the pages say how.</summary>
    public SecondFactor Factor => factor;

    public Task OnGetAsync() => ReadAsync();

    public Task<IActionResult> OnPostAsync() => TryAsync(
        async () =>
        {
            await LoadAsync();
            AllowOnly("code");
            await submit.RunAsync(Person, Cycle.Id, Unit.Code.Value, await factor.GivenAsync(Request.Form["code"]), Cancel);
            return LocalRedirect((Language == Language.English ? LanguageByPath.English : "") + $"/noi-bo/nop/{Code}{Tail}");
        },
        ReadAsync);

    public Task<IActionResult> OnPostWithdrawAsync() => TryAsync(
        async () =>
        {
            await LoadAsync();
            AllowOnly("reason", "handler", "code");
            Reason = Request.Form["reason"];
            await withdraw.RunAsync(Person, Cycle.Id, Unit.Code.Value, Reason, await factor.GivenAsync(Request.Form["code"]), Cancel);
            return Then(Home + Tail, SelfAssessmentWords.Withdrawn);
        },
        ReadAsync);

    private async Task ReadAsync()
    {
        await LoadAsync();
        var unit = Unit.Code.Value;
        Title = new($"{SelfAssessmentWords.Check.Vi}: {Unit.Name.Vi}", $"{SelfAssessmentWords.Check.En}: {Unit.Name.En}");
        Above = [(SelfAssessmentWords.Work, Home + Tail)];
        Receipt = await Db.Submissions.Where(row => row.Cycle == Cycle.Id && row.Unit == unit && row.WithdrawnAt == null)
            .Select(row => new SubmissionReceipt(row.Receipt, row.At, row.Sha256, row.Number)).FirstOrDefaultAsync(Cancel);
        var entries = await Db.Entries.Where(row => row.Cycle == Cycle.Id && row.Unit == unit).ToDictionaryAsync(row => row.Leaf, StringComparer.Ordinal, Cancel);
        var mine = Leaves.ToHashSet();
        Areas =
        [
            .. Framework.Areas.Select(area => (area, (IReadOnlyList<(Leaf, EntryRow?)>)
                [.. area.Criteria.SelectMany(criterion => criterion.Leaves).Where(mine.Contains).Select(leaf => (leaf, entries.GetValueOrDefault(leaf.Code.Value)))]))
                .Where(one => one.Item2.Count > 0),
        ];
        Unready = Leaves.Count(leaf => entries.GetValueOrDefault(leaf.Code.Value)?.State is null or EntryState.Entering);
    }
}
