using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.App.Appraisal;
using ParIndex.App.SelfAssessment;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Core.Frameworks;
using ParIndex.Core.Scoring;
using ParIndex.Web.Access;

namespace ParIndex.Web.Pages.SelfAssessment;

/// <summary>One leaf: rule in words, inputs, the points with the sentence that explains them, last year's answer beside.</summary>
[MayOpen(Role.UnitOfficer, Role.UnitHead)]
public sealed class EntryModel(IndexDb db, Who who, SaveEntry save, EntryWarnings warnings) : SelfAssessmentPage(db, who)
{
    private static readonly string[] Fields = ["version", "act", "claimed", "explanation", "note", "reason"];

    [FromRoute(Name = "leaf")]
    public string LeafCode { get; set; } = "";

    public Leaf Leaf { get; private set; } = null!;

    /// <summary>What the form shows: as stored, or as just typed.</summary>
    public Form Typed { get; private set; } = new();

    public EntryRow? Stored { get; private set; }

    /// <summary>Somebody else saved: both versions are shown.</summary>
    public bool Compare { get; private set; }

    public Text? Sentence { get; private set; }

    public Points? Proposed { get; private set; }

    /// <summary>What would be claimed: as typed, or else by the rule.</summary>
    public Points? Claimed { get; private set; }

    /// <summary>Why what was just typed cannot be; said while typing.</summary>
    public Text? Unreadable { get; private set; }

    /// <summary>Odd, but possible.</summary>
    public IReadOnlyList<Text> Warnings { get; private set; } = [];

    public LastCycle? Last { get; private set; }

    /// <summary>Documents that prove the leaf.</summary>
    public IReadOnlyList<EvidenceRow> Evidence { get; private set; } = [];

    /// <summary>What is odd about them.</summary>
    public ILookup<Guid, Text> EvidenceWarnings { get; private set; } = null!;

    /// <summary>What the unit still has to mend here.</summary>
    public IReadOnlyList<FollowUpRow> FollowUps { get; private set; } = [];

    /// <summary>The input that is counted from the unit's initiatives, and their number; null: none is.</summary>
    public (RuleInput Input, int Number)? Counted { get; private set; }

    public string? Previous { get; private set; }

    public string? Next { get; private set; }

    /// <summary>An input of the stored version as the form has it.</summary>
    public string StoredInput(RuleInput input) => Stored?.Inputs.FirstOrDefault(one => one.Name == input.Name)?.Value is { } value ? Write(input, value) : "";

    /// <summary>An input of the cycle before as people read it.</summary>
    public string Shown(Leaf leaf, RuleInput input, IReadOnlyList<EnteredInput> inputs)
    {
        var value = Quantity.Of(inputs.First(one => one.Name == input.Name).Value!.Value);
        return input.Kind switch
        {
            InputKind.YesNo => SelfAssessmentWords.YesNo(value == Quantity.Of(1)).In(Language),
            InputKind.Choice => leaf.Rule is LevelsRule levels && levels.Options.FirstOrDefault(option => option.Code == leaf.Rule.Write(input, value)) is { } option ? option.Label.In(Language) : leaf.Rule.Write(input, value),
            _ => Words.Number(value.Value, Language),
        };
    }

    /// <summary>The points of what is being typed, with the sentence that explains them, as a part of the page. Nothing is saved.</summary>
    public async Task<IActionResult> OnGetPointsAsync()
    {
        await LoadAsync();
        FindLeaf();
        await CountAsync();
        Last = await warnings.LastAsync(Cycle, Unit.Code.Value, LeafCode, Cancel);
        Typed = new() { Inputs = WithCount(Leaf.Rule.Inputs.ToDictionary(input => input.Name, input => Request.Query[EntryDecision.FieldOf(input.Name)].ToString(), StringComparer.Ordinal)), Claimed = Request.Query["claimed"] };
        try
        {
            Decide(refuse: true);
        }
        catch (RefusedException refused)
        {
            Unreadable = refused.Refusal.Message;
        }

        return Partial("_Points", this);
    }

    public async Task OnGetAsync()
    {
        await ReadAsync();
        if (Stored is null)
        {
            if (Counted is null) return;
            Typed = new() { Inputs = WithCount([]) };
            Decide();
            return;
        }

        Typed = new()
        {
            Version = Stored.Version,
            Inputs = WithCount(Leaf.Rule.Inputs.ToDictionary(input => input.Name, StoredInput, StringComparer.Ordinal)),
            Claimed = Stored.Claimed is { } points && (Leaf.Rule.Inputs.Count == 0 || Stored.Reason is not null) ? Words.Number(points.Value, Language) : "",
            Explanation = Stored.Explanation,
            Note = Stored.NoteToAppraiser,
            Reason = Stored.Reason,
        };
        Decide();
    }

    public Task<IActionResult> OnPostAsync() => TryAsync(
        async () =>
        {
            await ReadAsync();
            Typed = Sent();
            AllowOnly(Fields.Concat(Leaf.Rule.Inputs.Select(input => EntryDecision.FieldOf(input.Name))));
            var act = Request.Form["act"].ToString();
            if (act == "try")
            {
                Decide(refuse: true);
                return Page();
            }

            var unit = Unit.Code.Value;
            var saved = await save.RunAsync(Person, new(Cycle.Id, unit, LeafCode, Typed.Version, Typed.Inputs.ToDictionary(one => one.Key, one => (string?)one.Value))
            {
                Claimed = Typed.Claimed,
                Explanation = Typed.Explanation,
                NoteToAppraiser = Typed.Note,
                Reason = Typed.Reason,
                Ready = act == "ready",
            }, Cancel);
            var to = act is "next" or "ready" && Next is not null ? $"{Home}/{Next}{Tail}" : act == "save" ? $"{Home}/{LeafCode}{Tail}" : Home + Tail;
            var what = act == "ready" ? SelfAssessmentWords.SavedReady : SelfAssessmentWords.Saved;
            var points = saved.Claimed is { } claimed ? Words.Points(claimed) : new("chưa có điểm", "no points yet");
            return Then(to, new($"{what.Vi}: {LeafCode}, {points.Vi}", $"{what.En}: {LeafCode}, {points.En}"));
        },
        async () =>
        {
            // What was typed stays; a stale page shows what is stored beside it, and saves over it only when sent once more.
            Compare = Response.StatusCode == StatusCodes.Status412PreconditionFailed;
            await ReadAsync();
            if (Compare) Typed = Typed with { Version = Stored?.Version ?? 0 };
            Decide();
        });

    private async Task ReadAsync()
    {
        await LoadAsync();
        FindLeaf();
        Title = new($"{LeafCode} {Leaf.Name.Vi}", $"{LeafCode} {Leaf.Name.En}");
        Above = [(SelfAssessmentWords.Work, Home + Tail)];
        var unit = Unit.Code.Value;
        Stored = await Db.Entries.SingleOrDefaultAsync(row => row.Cycle == Cycle.Id && row.Unit == unit && row.Leaf == LeafCode, Cancel);
        Evidence = await (from use in Db.EvidenceUses
                          join document in Db.Evidence on new { use.Cycle, use.Unit, Id = use.Evidence } equals new { document.Cycle, document.Unit, document.Id }
                          where use.Cycle == Cycle.Id && use.Unit == unit && use.Leaf == LeafCode && document.WithdrawnAt == null
                          orderby document.Date
                          select document).ToListAsync(Cancel);
        EvidenceWarnings = await warnings.OfEvidenceAsync(Cycle, unit, Evidence, Cancel);
        Last = await warnings.LastAsync(Cycle, unit, LeafCode, Cancel);
        FollowUps = await Db.FollowUps.Where(row => row.Unit == unit && row.Leaf == LeafCode && row.ClosedAt == null).OrderBy(row => row.Due ?? DateOnly.MaxValue).ThenBy(row => row.Id).ToListAsync(Cancel);
        await CountAsync();
        var place = Leaves.ToList().IndexOf(Leaf);
        Previous = place > 0 ? Leaves[place - 1].Code.Value : null;
        Next = place < Leaves.Count - 1 ? Leaves[place + 1].Code.Value : null;
    }

    private void FindLeaf() => Leaf = Leaves.FirstOrDefault(leaf => leaf.Code.Value == LeafCode) ?? throw new RefusedException(Refusal.NotFound);

    private async Task CountAsync()
    {
        var unit = Unit.Code.Value;
        Counted = Initiatives.Counted(Cycle, Leaf) is { } counted ? (counted, await Db.Initiatives.CountAsync(row => row.Cycle == Cycle.Id && row.Unit == unit, Cancel)) : null;
    }

    private void Decide(bool refuse = false)
    {
        try
        {
            var decision = EntryDecision.Of(Leaf, Typed.Inputs.ToDictionary(one => one.Key, one => (string?)one.Value), Framework.Rounding);
            (Sentence, Proposed) = (decision.Sentence, decision.Proposed);
            Claimed = ClaimedPoints.Read(Typed.Claimed, Leaf) ?? decision.Proposed;
            Warnings = [.. decision.Warning is { } odd ? [odd] : Array.Empty<Text>(), .. App.SelfAssessment.EntryWarnings.FarFrom(Last, Leaf, decision.Inputs, Claimed)];
        }
        catch (RefusedException) when (!refuse)
        {
            // The refusal that brought us here is shown already.
        }
    }

    private Form Sent() => new()
    {
        Version = int.TryParse(Request.Form["version"], System.Globalization.CultureInfo.InvariantCulture, out var version) ? version : null,
        Inputs = WithCount(Leaf.Rule.Inputs.ToDictionary(input => input.Name, input => Request.Form[EntryDecision.FieldOf(input.Name)].ToString(), StringComparer.Ordinal)),
        Claimed = Request.Form["claimed"],
        Explanation = Request.Form["explanation"],
        Note = Request.Form["note"],
        Reason = Request.Form["reason"],
    };

    private Dictionary<string, string> WithCount(Dictionary<string, string> inputs)
    {
        if (Counted is { } counted) inputs[counted.Input.Name] = counted.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return inputs;
    }

    private string Write(RuleInput input, decimal value) => input.Kind is InputKind.Choice or InputKind.YesNo
        ? Leaf.Rule.Write(input, Quantity.Of(value)) : Words.Number(value, Language.Vietnamese).Replace(".", "", StringComparison.Ordinal);

    public sealed record Form
    {
        public int? Version { get; init; } = 0;
        public Dictionary<string, string> Inputs { get; init; } = [];
        public string? Claimed { get; init; }
        public string? Explanation { get; init; }
        public string? Note { get; init; }
        public string? Reason { get; init; }
    }
}
