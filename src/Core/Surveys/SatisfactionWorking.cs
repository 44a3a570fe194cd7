using System.Globalization;
using ParIndex.Core.Scoring;

namespace ParIndex.Core.Surveys;

/// <summary>Renders on request how a satisfaction figure came about: a sentence, and the same as a trace.</summary>
public static class SatisfactionWorking
{
    /// <summary>The working of the headline, a content, a factor or an item of <paramref name="unit"/>.</summary>
    public static Working Of(Survey survey, UnitSatisfaction unit, SatisfactionValue value) =>
        new(Words.Join(" ", Sentences(survey, unit, value)), [.. Steps(survey, unit, value)]);

    private static IEnumerable<Text> Sentences(Survey survey, UnitSatisfaction unit, SatisfactionValue value)
    {
        var name = Name(survey, value);
        var mode = SatisfactionText.Of(value.Mode);
        var (answers, forms) = (Words.Number(value.Answers), Words.Number(value.Forms));
        if (value.Suppressed)
        {
            var hidden = SatisfactionText.Suppressed(survey.MinimumBase);
            yield return new($"{name.Vi}: {Lower(hidden.Vi)}", $"{name.En}: {Lower(hidden.En)}");
            yield break;
        }

        if (value.Published is not { } published)
        {
            yield return new(
                $"{name.Vi}: {SatisfactionText.NoValidAnswer.Vi}; không phải 0 %.", $"{name.En}: {SatisfactionText.NoValidAnswer.En}; this is not 0%.");
            yield break;
        }

        var percent = Words.Percent(published, survey.Places);
        var weighted = survey.Weighted ? new Text(" (có quyền số)", " (weighted)") : Text.Same("");
        if (value.Mode is AggregationMode.PooledAnswers or AggregationMode.OverallQuestion && value.Satisfied is { } satisfied)
        {
            var count = Words.Number(satisfied);
            yield return new(
                $"{name.Vi}: {count.Vi}/{answers.Vi} ý kiến hợp lệ ở mức {survey.SatisfiedFrom} trở lên, của {forms.Vi} phiếu{weighted.Vi} = {percent.Vi} ({mode.Vi}).",
                $"{name.En}: {count.En}/{answers.En} valid answers at level {survey.SatisfiedFrom} or above, from {forms.En} forms{weighted.En} = {percent.En} ({mode.En}).");
        }
        else
        {
            yield return new(
                $"{name.Vi}: {mode.Vi}, ghép khi chưa làm tròn, từ {answers.Vi} ý kiến hợp lệ của {forms.Vi} phiếu{weighted.Vi} = {percent.Vi}.",
                $"{name.En}: {mode.En}, combined unrounded, out of {answers.En} valid answers from {forms.En} forms{weighted.En} = {percent.En}.");
        }

        if (value.LeftOut.Count > 0)
        {
            var left = string.Join(", ", value.LeftOut);
            yield return new($"Không tính {left} vì không có ý kiến hợp lệ.", $"Left out for want of valid answers: {left}.");
        }

        if (value is { Low: { } low, High: { } high })
        {
            var (from, to) = (Words.Percent((decimal)low, survey.Places), Words.Percent((decimal)high, survey.Places));
            yield return new($"Khoảng tin cậy 95 %: {from.Vi} đến {to.Vi}.", $"95% confidence interval: {from.En} to {to.En}.");
        }
        else if (value.WhyNoInterval is { } why) yield return why;

        if (value == unit.Overall && unit.AboveThreshold is { } above)
        {
            var line = SatisfactionText.Of(survey.Threshold);
            yield return above
                ? new($"Đạt ngưỡng {line.Vi}.", $"Reaches the line of {line.En}.")
                : new($"Chưa đạt ngưỡng {line.Vi}.", $"Does not reach the line of {line.En}.");
        }
    }

    private static IEnumerable<WorkingStep> Steps(Survey survey, UnitSatisfaction unit, SatisfactionValue value)
    {
        yield return new("method", unit.MethodVersion);
        yield return new("mode", JsonName(value.Mode));
        yield return new("forms.collected", Number(unit.Forms.Collected));
        yield return new("forms.valid", Number(unit.Forms.Valid));
        yield return new("forms.answered", Number(value.Forms));
        yield return new("answers", Number(value.Answers));
        if (value.Satisfied is { } satisfied) yield return new("satisfied", Number(satisfied));
        if (value.Neutral is { } neutral) yield return new("neutral", Number(neutral));
        if (value.Dissatisfied is { } dissatisfied) yield return new("dissatisfied", Number(dissatisfied));
        if (value.Exact is { } exact) yield return new("exact", exact.ToString());
        if (value.Published is { } published) yield return new("published", Number(published));
        if (value.Suppressed) yield return new("suppressed", Number(survey.MinimumBase));
        if (value.Low is { } low) yield return new("low", Number(Rounding.HalfAwayFromZero((decimal)low, survey.Places)));
        if (value.High is { } high) yield return new("high", Number(Rounding.HalfAwayFromZero((decimal)high, survey.Places)));
    }

    private static Text Name(Survey survey, SatisfactionValue value) => value.Level switch
    {
        SatisfactionLevel.Overall => new("Mức độ hài lòng chung", "Overall satisfaction"),
        SatisfactionLevel.Content => survey.Contents.First(content => content.Code == value.Code).Name,
        SatisfactionLevel.Factor => survey.Contents.SelectMany(content => content.Factors).First(factor => factor.Code == value.Code).Name,
        _ => survey.Items.First(item => item.Code == value.Code).Name,
    };

    private static string Lower(string words) => char.ToLowerInvariant(words[0]) + words[1..];

    private static string JsonName(AggregationMode mode) => mode switch
    {
        AggregationMode.PooledAnswers => "pooled_answers",
        AggregationMode.MeanOfItems => "mean_of_items",
        AggregationMode.MeanOfFactors => "mean_of_factors",
        AggregationMode.MeanOfContents => "mean_of_contents",
        _ => "overall_question",
    };

    private static string Number(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
