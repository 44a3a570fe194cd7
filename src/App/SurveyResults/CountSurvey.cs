using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Campaigns;
using ParIndex.App.Cycles;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Core.Cycles;
using ParIndex.Core.Questionnaires;
using ParIndex.Core.Surveys;
using ParIndex.Statistics.Weighting;

namespace ParIndex.App.SurveyResults;

/// <summary>By what a campaign is counted: method, units, weights of those who answered, and the forms that were excluded.</summary>
public sealed record CountPlan
{
    public required CampaignRow Campaign { get; init; }
    public required Questionnaire Questionnaire { get; init; }
    public required Survey Survey { get; init; }
    public required IReadOnlyList<Unit> Units { get; init; }

    /// <summary>What the design weights of a unit's stratum are multiplied with, for those who did not answer.</summary>
    public required IReadOnlyDictionary<(string Unit, string Stratum), double> Factors { get; init; }

    /// <summary>Commitments of excluded forms, in hex.</summary>
    public required IReadOnlySet<string> Excluded { get; init; }

    /// <summary>The weight of a form for the non-respondents too; null: every form counts alike.</summary>
    public long? WeightOf(in StoredForm form) => form.Weight is not { } weight || !Survey.Weighted ? null
        : (long)Rounding.HalfAwayFromZero((decimal)(weight * Factors.GetValueOrDefault((form.Unit, form.Stratum), 1)), 0);

    /// <summary>Whether a form counts for the index.</summary>
    public FormUse Use(in StoredForm form) => form.Late ? FormUse.Late : Reconcile.IsOpen(form.Channel) ? FormUse.Open
        : Excluded.Count > 0 && Excluded.Contains(Convert.ToHexString(form.Commitment)) ? FormUse.Excluded : FormUse.Counted;
}

/// <summary>What becomes of a sealed form.</summary>
public enum FormUse
{
    Counted,

    /// <summary>By the quality desk.</summary>
    Excluded,

    /// <summary>Handed in after the period of grace.</summary>
    Late,

    /// <summary>From an open channel: reported apart.</summary>
    Open,
}

/// <summary>A satisfaction survey counted.</summary>
public sealed class CountedSurvey(CountPlan plan)
{
    private readonly Dictionary<FormUse, int> uses = [];
    private readonly ItemLinks links = new(plan.Survey);

    public CountPlan Plan => plan;
    public SatisfactionCounting Counted { get; } = new(plan.Survey, plan.Units);

    /// <summary>Open channels have no sample, and so no weights.</summary>
    public SatisfactionCounting Open { get; } = new(plan.Survey with { Weighted = false }, plan.Units);

    public int Of(FormUse use) => uses.GetValueOrDefault(use);

    public SurveyFigures Figures() => SurveyFigures.Of(plan.Survey, plan.Units, Counted, Open, links.All());

    internal void Add(in StoredForm form, UnitCode unit, StoredAnswers answers)
    {
        var use = plan.Use(form);
        uses[use] = uses.GetValueOrDefault(use) + 1;
        if (use is not (FormUse.Counted or FormUse.Open)) return;
        var read = form.Read(unit, answers, plan.WeightOf(form));
        (use == FormUse.Counted ? Counted : Open).Add(read, form.Channel.ToString());
        if (use == FormUse.Counted) links.Add(read.Answers, read.Overall);
    }
}

/// <summary>Counts the sealed forms of a campaign: one reads while the other counts, and nothing of a form is kept but a byte an answer.</summary>
public sealed class CountSurvey(IndexDb db)
{
    private const int Together = 2048;

    /// <summary>The plan, by the decisions that stand now.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="method">What is asked of the method besides the questionnaire; null: the usual.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<CountPlan> PlanAsync(CampaignRow campaign, Func<Survey, Survey>? method, CancellationToken cancel)
    {
        var cycle = await new LoadCycle(db).RunAsync(campaign.Cycle, cancel);
        var issued = await db.SurveyTokens.Where(row => row.Campaign == campaign.Code && row.State != TokenState.Revoked && row.Weight != null)
            .GroupBy(row => new { row.Unit, row.Stratum }).Select(group => new { group.Key.Unit, group.Key.Stratum, Sum = group.Sum(row => row.Weight) }).ToListAsync(cancel);
        var excluded = await db.ResponseDecisions.Where(row => row.Campaign == campaign.Code && row.Decision == ResponseDecision.Exclude).Select(row => row.Commitment).ToListAsync(cancel);
        var questionnaire = CampaignBook.Read(campaign);
        var survey = MethodOfForm.Survey(questionnaire, campaign.MethodVersion, campaign.MinimumBase, issued.Count > 0);
        return new()
        {
            Campaign = campaign,
            Questionnaire = questionnaire,
            Survey = method?.Invoke(survey) ?? survey,
            Units = cycle.Units,
            Factors = issued.Count == 0 ? new Dictionary<(string, string), double>()
                : Factors([.. issued.Select(one => (one.Unit, one.Stratum, (double)one.Sum!.Value))], await HeardAsync(campaign.Code, cancel)),
            Excluded = excluded.Select(Convert.ToHexString).ToHashSet(StringComparer.Ordinal),
        };
    }

    /// <summary>Counts a satisfaction survey.</summary>
    /// <param name="plan">How.</param>
    /// <param name="units">Units whose forms are read; null: all.</param>
    /// <param name="cancel">Stops the counting.</param>
    public async Task<CountedSurvey> SatisfactionAsync(CountPlan plan, IReadOnlyList<string>? units, CancellationToken cancel)
    {
        var counted = new CountedSurvey(plan);
        var answers = new StoredAnswers(plan.Questionnaire);
        var codes = plan.Units.ToDictionary(unit => unit.Code.Value, unit => unit.Code, StringComparer.Ordinal);
        var blocks = System.Threading.Channels.Channel.CreateBounded<List<StoredForm>>(8);
        var counting = Task.Run(
            async () =>
            {
                await foreach (var block in blocks.Reader.ReadAllAsync(cancel))
                    foreach (var form in block)
                        if (codes.TryGetValue(form.Unit, out var unit)) counted.Add(form, unit, answers);
            }, cancel);
        try
        {
            var next = new List<StoredForm>(Together);
            await foreach (var form in new StoredForms(db).ReadAsync(plan.Campaign.Code, units, cancel))
            {
                next.Add(form);
                if (next.Count < Together) continue;
                await blocks.Writer.WriteAsync(next, cancel);
                next = new(Together);
            }

            await blocks.Writer.WriteAsync(next, cancel);
        }
        finally
        {
            blocks.Writer.Complete();
        }

        await counting;
        return counted;
    }

    /// <summary>Counts an expert questionnaire.</summary>
    public async Task<(SurveyFigures Figures, IReadOnlyDictionary<FormUse, int> Uses)> PointsAsync(CountPlan plan, CancellationToken cancel)
    {
        if (MethodOfForm.Items(plan.Questionnaire).FirstOrDefault(item => plan.Questionnaire.Mappings.All(mapping => mapping.Scale != item.Scale)) is { } unmapped)
            throw new RefusedException(SurveyResultRefusals.NoMapping(unmapped.Scale));
        var points = new PointsComputing(plan.Questionnaire, plan.Survey, [.. plan.Units.Select(unit => unit.Code)]);
        var answers = new StoredAnswers(plan.Questionnaire);
        var uses = new Dictionary<FormUse, int>();
        await foreach (var form in new StoredForms(db).ReadAsync(plan.Campaign.Code, null, cancel))
        {
            var use = plan.Use(form);
            uses[use] = uses.GetValueOrDefault(use) + 1;
            if (use == FormUse.Counted && UnitCode.TryParse(form.Unit, out var unit)) points.Add(form.Read(unit, answers, plan.WeightOf(form)));
        }

        return (SurveyFigures.Of(points.Units()), uses);
    }

    /// <summary>
    /// The forms that count, unit by unit, ordered by their salts: an order that follows neither arrival nor the published commitments, so that
    /// nobody finds a form in the file by its receipt.
    /// </summary>
    public async IAsyncEnumerable<Form> FormsAsync(CountPlan plan, [EnumeratorCancellation] CancellationToken cancel)
    {
        var answers = new StoredAnswers(plan.Questionnaire);
        foreach (var unit in plan.Units.Where(unit => unit.SatisfactionMeasured))
        {
            var forms = new List<StoredForm>();
            await foreach (var form in new StoredForms(db).ReadAsync(plan.Campaign.Code, [unit.Code.Value], cancel))
                if (plan.Use(form) == FormUse.Counted) forms.Add(form);
            forms.Sort((a, b) => a.Salt.AsSpan().SequenceCompareTo(b.Salt));
            for (var i = 0; i < forms.Count; i++)
                yield return forms[i].Read(unit.Code, answers, plan.WeightOf(forms[i]), string.Create(CultureInfo.InvariantCulture, $"{unit.Code}-{i + 1:00000}"));
        }
    }

    private async Task<Dictionary<(string Unit, string Stratum), double>> HeardAsync(string campaign, CancellationToken cancel) => (await db.Responses
            .Where(row => row.Campaign == campaign && !row.Late && row.Channel != Channel.Kiosk && row.Channel != Channel.Open && row.Weight != null
                && !db.ResponseDecisions.Any(one => one.Campaign == campaign && one.Unit == row.Unit && one.Commitment == row.Commitment && one.Decision == ResponseDecision.Exclude))
            .GroupBy(row => new { row.Unit, row.Stratum }).Select(group => new { group.Key.Unit, group.Key.Stratum, Sum = group.Sum(row => row.Weight) }).ToListAsync(cancel))
        .ToDictionary(one => (one.Unit, one.Stratum), one => (double)one.Sum!.Value);

    private static Dictionary<(string, string), double> Factors(IReadOnlyList<(string Unit, string Stratum, double Sum)> issued, Dictionary<(string Unit, string Stratum), double> heard)
    {
        var found = new Dictionary<(string, string), double>();
        foreach (var unit in issued.GroupBy(one => one.Unit))
        {
            var strata = unit.OrderBy(one => one.Stratum, StringComparer.Ordinal).ToArray();
            var factors = ResponseAdjustment.Factors([.. strata.Select(one => one.Sum)], [.. strata.Select(one => heard.GetValueOrDefault((one.Unit, one.Stratum)))]);
            for (var i = 0; i < strata.Length; i++) found[(strata[i].Unit, strata[i].Stratum)] = factors[i];
        }

        return found;
    }
}
