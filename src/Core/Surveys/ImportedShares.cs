namespace ParIndex.Core.Surveys;

/// <summary>What a published table of satisfaction percentages gives away about where its figures come from.</summary>
public static class ImportedShares
{
    /// <summary>Greatest denominator tried: beyond, two decimals fit nearly anything.</summary>
    public const int MostAnswers = 1000;

    /// <summary>With fewer different values a common denominator may be chance.</summary>
    public const int LeastValues = 5;

    /// <summary>Denominators up to <see cref="MostAnswers"/> of which every value is a multiple, rounded half up; smallest first.</summary>
    /// <param name="values">Percentages as printed.</param>
    /// <param name="places">Their decimals.</param>
    public static IReadOnlyList<int> CommonDenominators(IReadOnlyCollection<decimal> values, int places = 2) =>
        values.Count == 0 ? [] : [.. Enumerable.Range(1, MostAnswers).Where(denominator => Fitting(values, denominator, places) == values.Count)];

    /// <summary>How many values are k ÷ denominator × 100, rounded in this direction.</summary>
    public static int Fitting(IEnumerable<decimal> values, int denominator, int places = 2, RoundingMode mode = RoundingMode.HalfAwayFromZero) =>
        values.Count(value =>
        {
            var near = (long)Rounding.HalfAwayFromZero(value * denominator / 100, 0);
            for (var part = near - 1; part <= near + 1; part++)
                if (part >= 0 && part <= denominator && Rounding.Divide((Int128)100 * part * Scale(places), denominator, mode) == value * Scale(places)) return true;
            return false;
        });

    /// <summary>
    /// The one denominator behind a table, reported as a warning: figures of different units with natural blanks have none, so these are not
    /// raw answers. Null: there is none, or too few different values to tell.
    /// </summary>
    /// <param name="values">Percentages as printed.</param>
    /// <param name="where">The table, for the finding.</param>
    /// <param name="places">Decimals of the values.</param>
    public static Finding? CommonDenominator(IReadOnlyCollection<decimal> values, string where, int places = 2)
    {
        var distinct = values.Distinct().ToList();
        if (distinct.Count < LeastValues || CommonDenominators(distinct, places) is not [var smallest, ..]) return null;
        var (count, denominator) = (Words.Number(values.Count), Words.Number(smallest));
        return new Finding("S101", where, new(
            $"Cả {count.Vi} giá trị đều là bội của 1/{denominator.Vi} (làm tròn nửa lên): dấu hiệu không phải tỷ lệ tính từ ý kiến gốc, vì phiếu thật có ô trống "
                + "nên mẫu số mỗi đơn vị một khác. Hỏi lại nơi công bố về cách tính trước khi so sánh.",
            $"All {count.En} values are multiples of 1/{denominator.En} (rounded half up): a sign that they are not shares of raw answers, because real forms have "
                + "blanks and every unit its own denominator. Ask the publisher how they were computed before comparing."), Severity.Warning);
    }

    private static long Scale(int places)
    {
        var scale = 1L;
        for (var i = 0; i < places; i++) scale *= 10;
        return scale;
    }
}
