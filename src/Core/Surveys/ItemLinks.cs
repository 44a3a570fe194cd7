namespace ParIndex.Core.Surveys;

/// <summary>How an item goes with the general question.</summary>
/// <param name="Code">Of the item.</param>
/// <param name="Link">Correlation of the levels (Pearson), −1 to 1; null: too few forms, or no spread.</param>
/// <param name="Forms">Forms that answered both.</param>
public sealed record ItemLink(string Code, double? Link, int Forms);

/// <summary>
/// Link of each item with overall satisfaction, for the priority quadrant: who is content with the item, is he content altogether? A link is
/// no cause. docs/method.md, "Priorities".
/// </summary>
public sealed class ItemLinks(Survey survey)
{
    /// <summary>With fewer forms a correlation says little.</summary>
    public const int Least = 100;
    private readonly long[] sums = new long[survey.Items.Count * 6];

    /// <summary>Takes in the answers of a form that counts.</summary>
    public void Add(Answer[] answers, Answer overall)
    {
        if (overall.Kind != AnswerKind.Level) return;
        long y = overall.Level;
        for (var item = 0; item < answers.Length; item++)
        {
            if (answers[item].Kind != AnswerKind.Level) continue;
            long x = answers[item].Level;
            var sum = sums.AsSpan(item * 6, 6);
            sum[0]++;
            sum[1] += x;
            sum[2] += y;
            sum[3] += x * x;
            sum[4] += y * y;
            sum[5] += x * y;
        }
    }

    /// <summary>Takes in what was counted elsewhere.</summary>
    public void Add(ItemLinks other)
    {
        for (var i = 0; i < sums.Length; i++) sums[i] += other.sums[i];
    }

    /// <summary>One entry for each item; empty where there is no general question.</summary>
    public IReadOnlyList<ItemLink> All() => survey.OverallItem is null ? [] : [.. survey.Items.Select((item, at) => Of(item.Code, sums.AsSpan(at * 6, 6)))];

    private static ItemLink Of(string code, ReadOnlySpan<long> sum)
    {
        double n = sum[0];
        var (xx, yy, xy) = ((n * sum[3]) - ((double)sum[1] * sum[1]), (n * sum[4]) - ((double)sum[2] * sum[2]), (n * sum[5]) - ((double)sum[1] * sum[2]));
        return new(code, sum[0] < Least || xx <= 0 || yy <= 0 ? null : xy / Math.Sqrt(xx * yy), (int)sum[0]);
    }
}
