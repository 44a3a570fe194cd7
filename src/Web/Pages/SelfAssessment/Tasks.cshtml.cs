using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Cycles;
using ParIndex.App.SelfAssessment;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Core.Frameworks;
using ParIndex.Web.Access;

namespace ParIndex.Web.Pages.SelfAssessment;

/// <summary>What is left for a unit to do, by area.</summary>
[MayOpen(Role.UnitOfficer, Role.UnitHead)]
public sealed class TasksModel(IndexDb db, Who who, PhaseGate gate) : SelfAssessmentPage(db, who)
{
    public IReadOnlyList<(Area Area, IReadOnlyList<Shown> Leaves)> Areas { get; private set; } = [];

    public PhaseWindow Window { get; private set; } = null!;

    public SubmissionReceipt? Receipt { get; private set; }

    public int Entered { get; private set; }

    public int Proved { get; private set; }

    /// <summary>Points claimed so far; not 0 but none when nothing is claimed.</summary>
    public Points? Claimed { get; private set; }

    public Points Max { get; private set; }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        var unit = Unit.Code.Value;
        Title = new($"Tự đánh giá năm {Cycle.Row.Year}: {Unit.Name.Vi}", $"Self-assessment {Cycle.Row.Year}: {Unit.Name.En}");
        Window = await gate.WindowAsync(Cycle.Id, Phase.SelfAssessment, unit, Cancel);
        var entries = await Db.Entries.Where(row => row.Cycle == Cycle.Id && row.Unit == unit)
            .Select(row => new { row.Leaf, row.State, row.Claimed, Explained = row.Explanation != null }).ToDictionaryAsync(row => row.Leaf, StringComparer.Ordinal, Cancel);
        var proved = await (from use in Db.EvidenceUses
                            join document in Db.Evidence on new { use.Cycle, use.Unit, Id = use.Evidence } equals new { document.Cycle, document.Unit, document.Id }
                            where use.Cycle == Cycle.Id && use.Unit == unit && document.WithdrawnAt == null
                            select use.Leaf).Distinct().ToHashSetAsync(Cancel);
        Receipt = await Db.Submissions.Where(row => row.Cycle == Cycle.Id && row.Unit == unit && row.WithdrawnAt == null)
            .Select(row => new SubmissionReceipt(row.Receipt, row.At, row.Sha256, row.Number)).FirstOrDefaultAsync(Cancel);
        var mine = Leaves.ToHashSet();
        Areas =
        [
            .. Framework.Areas.Select(area => (area, (IReadOnlyList<Shown>)
            [
                .. area.Criteria.SelectMany(criterion => criterion.Leaves).Where(mine.Contains).Select(leaf =>
                {
                    var entry = entries.GetValueOrDefault(leaf.Code.Value);
                    return new Shown(leaf, entry?.State, entry?.Claimed, proved.Contains(leaf.Code.Value), entry?.Explained == true);
                }),
            ])).Where(one => one.Item2.Count > 0),
        ];
        var all = Areas.SelectMany(one => one.Leaves).ToList();
        (Entered, Proved) = (all.Count(leaf => leaf.Claimed is not null), all.Count(leaf => leaf.Proved));
        foreach (var leaf in all)
        {
            Max += leaf.Leaf.Max;
            if (leaf.Claimed is { } points) Claimed = (Claimed ?? Points.Zero) + points;
        }
    }

    public sealed record Shown(Leaf Leaf, EntryState? State, Points? Claimed, bool Proved, bool Explained)
    {
        public bool Done => State is EntryState.Ready or EntryState.Submitted;
    }
}
