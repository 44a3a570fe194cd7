using ParIndex.Statistics.Sampling;

namespace ParIndex.Core.Sampling;

/// <summary>How many persons of a unit are asked, step by step.</summary>
/// <param name="Persons">In the frame.</param>
/// <param name="Formula">What the textbook formula gives.</param>
/// <param name="Answers">With the design effect, at most everybody: the answers that are wanted.</param>
/// <param name="Asked">For so many answers, by the expected response, at most everybody.</param>
/// <param name="Census">Everybody is asked: there is no sampling error, only non-response.</param>
public sealed record UnitSize(int Persons, int Formula, int Answers, int Asked, bool Census);

/// <summary>What a sample promises and what it keeps, as half widths of a 95 % interval around 50 %, in points.</summary>
/// <param name="Promised">By the official formula, which knows neither clusters nor weights nor non-response.</param>
/// <param name="Kept">With the design effect and the answers that are expected; null: everybody is asked.</param>
/// <param name="DesignEffect">The design effect counted with.</param>
public sealed record UnitPrecision(double Promised, double? Kept, double DesignEffect);

/// <summary>The size of the sample of a unit; always rounded up (method.md, cỡ mẫu).</summary>
public static class SampleSizing
{
    /// <summary>1.96, as guides write it.</summary>
    private const double Z = 1.96;

    /// <summary>The size for a unit of so many persons; nobody in the frame: nobody is asked, and the unit is not measured.</summary>
    public static UnitSize For(SamplePlan plan, int persons)
    {
        if (persons == 0) return new(0, 0, 0, 0, false);
        var formula = Capped(plan.Formula == SizeFormula.Yamane ? SampleSize.Yamane(persons, (double)plan.Margin) : SampleSize.Cochran(Z, 0.5, (double)plan.Margin, persons), persons);
        if (persons < plan.TakeAllBelow) return new(persons, formula, persons, persons, true);
        var answers = Capped(formula * (double)plan.DesignEffect, persons);
        var asked = Capped(answers / (double)plan.Response, persons);
        return new(persons, formula, answers, asked, asked == persons);
    }

    /// <summary>What was promised and what is kept, where so many are drawn in clusters of so many.</summary>
    public static UnitPrecision Precision(SamplePlan plan, UnitSize size)
    {
        var promised = SampleSize.Margin(size.Formula, 0.5, population: size.Persons);
        var effect = Math.Max(1, plan.ClusterTake > 1 ? 1 + ((plan.ClusterTake - 1) * (double)plan.ClusterAlike) : 1);
        var answers = size.Asked * (double)plan.Response;
        return new(100 * promised, size.Census || answers <= 0 ? null : 100 * SampleSize.Margin(answers, 0.5, population: size.Persons, designEffect: effect), effect);
    }

    private static int Capped(double forms, int persons) => (int)Math.Min(persons, SampleSize.Up(forms));
}
