using Microsoft.EntityFrameworkCore;
using ParIndex.App.Campaigns;
using ParIndex.App.Storage;
using ParIndex.Core.Questionnaires;
using ParIndex.Core.Surveys;

namespace ParIndex.App.SurveyResults;

/// <summary>This campaign against the one before.</summary>
/// <param name="Before">The earlier campaign.</param>
/// <param name="Compared">Items asked alike in both.</param>
/// <param name="Items">Items of this one.</param>
/// <param name="All">All units together; null: no forms in common terms.</param>
/// <param name="Units">By unit; a unit with too few forms in either year has none.</param>
public sealed record SurveyChange(CampaignRow Before, int Compared, int Items, YearDifference? All, IReadOnlyDictionary<string, YearDifference> Units);

/// <summary>Year on year, over the items whose words and scale are the same and under the same method; across a change of either there is no difference to offer.</summary>
public sealed class SurveyChanges(IndexDb db)
{
    /// <summary>The change since the approved campaign before; null: there is none that may be compared.</summary>
    public async Task<SurveyChange?> RunAsync(CampaignRow campaign, CancellationToken cancel)
    {
        var before = await db.Campaigns.Where(row => row.Purpose == campaign.Purpose && row.Year < campaign.Year && row.ApprovedAt != null && row.MethodVersion == campaign.MethodVersion)
            .OrderByDescending(row => row.Year).ThenBy(row => row.Code).FirstOrDefaultAsync(cancel);
        if (before is null) return null;
        var common = MethodOfForm.Comparable(CampaignBook.Read(campaign), CampaignBook.Read(before)).ToHashSet(StringComparer.Ordinal);
        if (common.Count == 0) return null;
        var forms = new Dictionary<string, List<YearForm>>(StringComparer.Ordinal);
        await AddAsync(forms, before, common, false, cancel);
        var items = await AddAsync(forms, campaign, common, true, cancel);
        var least = Math.Max(campaign.MinimumBase, before.MinimumBase);
        var units = forms.Where(unit => unit.Value.Count(form => form.Now) >= least && unit.Value.Count(form => !form.Now) >= least).ToList();
        return new(before, common.Count, items, YearDifference.Of([.. units.SelectMany(unit => unit.Value)]),
            units.Select(unit => (unit.Key, Found: YearDifference.Of(unit.Value))).Where(unit => unit.Found is not null)
                .ToDictionary(unit => unit.Key, unit => unit.Found!, StringComparer.Ordinal));
    }

    private async Task<int> AddAsync(Dictionary<string, List<YearForm>> forms, CampaignRow campaign, HashSet<string> common, bool now, CancellationToken cancel)
    {
        var plan = await new CountSurvey(db).PlanAsync(campaign, null, cancel);
        var answers = new StoredAnswers(plan.Questionnaire);
        var compared = plan.Survey.Items.Select(item => common.Contains(item.Code)).ToArray();
        await foreach (var form in new StoredForms(db).ReadAsync(campaign.Code, null, cancel))
        {
            if (plan.Use(form) != FormUse.Counted) continue;
            var (read, _) = answers.Read(form.Answers);
            var (satisfied, valid) = (0, 0);
            for (var i = 0; i < read.Length; i++)
            {
                if (!compared[i] || read[i].Kind != AnswerKind.Level) continue;
                valid++;
                if (read[i].Level >= plan.Survey.SatisfiedFrom) satisfied++;
            }

            var weight = plan.Survey.Weighted ? (plan.WeightOf(form) ?? 0) / 1_000_000.0 : 1;
            if (valid == 0 || weight <= 0) continue;
            if (!forms.TryGetValue(form.Unit, out var unit)) forms[form.Unit] = unit = [];
            unit.Add(new(now, satisfied, valid, weight, $"{form.Unit}/{form.Stratum}", form.Cluster));
        }

        return plan.Survey.Items.Count;
    }
}
