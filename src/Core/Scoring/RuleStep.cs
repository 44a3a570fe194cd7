namespace ParIndex.Core.Scoring;

/// <summary>One thing that could become better by a rule.</summary>
/// <param name="Inputs">The inputs then, in the rule's order.</param>
/// <param name="Words">What would have to happen.</param>
/// <param name="Way">How much of the way from the present inputs to those of the maximum it is: above 0, at most 1.</param>
/// <param name="Part">Steps of one part exclude each other; steps of different parts add up (items of a checklist).</param>
public sealed record RuleStep(IReadOnlyList<Quantity> Inputs, Text Words, decimal Way, string Part = "")
{
    /// <summary>Most steps into which a continuous way is cut.</summary>
    public const int Most = 20;

    /// <summary>
    /// From one value of an input to another in even steps, each a whole grain (one case of a count) and at most <see cref="Most"/> of them.
    /// </summary>
    internal static IEnumerable<(Quantity At, decimal Way)> Between(Quantity from, Quantity to, InputKind kind)
    {
        var grain = kind == InputKind.Count ? Points.Scale : 1L;
        var distance = to.TenThousandths - from.TenThousandths;
        var grains = (Math.Abs(distance) + grain - 1) / grain;
        if (grains == 0) yield break;
        var count = (int)Math.Min(Most, grains);
        for (var step = 1; step <= count; step++)
        {
            var at = (long)(((Int128)grains * step + count - 1) / count) * grain;
            yield return (new(from.TenThousandths + (distance < 0 ? -at : at)), (decimal)at / (grains * grain));
        }
    }

    /// <summary>The inputs with one of them changed.</summary>
    internal static Quantity[] With(IReadOnlyList<Quantity> inputs, int at, Quantity value)
    {
        Quantity[] changed = [.. inputs];
        changed[at] = value;
        return changed;
    }

    /// <summary>"số văn bản trễ hạn: từ 5 xuống 3".</summary>
    internal static Text Moved(Text label, Quantity from, Quantity to)
    {
        var (a, b) = (Core.Words.Number(from), Core.Words.Number(to));
        return to > from
            ? new($"{label.Vi}: từ {a.Vi} lên {b.Vi}", $"{label.En}: from {a.En} up to {b.En}")
            : new($"{label.Vi}: từ {a.Vi} xuống {b.Vi}", $"{label.En}: from {a.En} down to {b.En}");
    }
}
