using System.Globalization;
using ParIndex.Core;
using ParIndex.Core.Surveys;
using ParIndex.Documents.OpenData;
using ParIndex.Documents.Tables;

namespace ParIndex.Documents.Cycles;

/// <summary>
/// satisfaction.csv in a cycle folder: satisfaction as it was published, in place of the forms, which are not. Rows of a unit stand as the package writes
/// them: the headline, the other modes, then contents, factors and items.
/// </summary>
internal static class SatisfactionFile
{
    private const int Unit = 0, Level = 1, Code = 2, Mode = 3, Share = 4, Low = 5, High = 6, Answers = 7, Satisfied = 8, Neutral = 9, Dissatisfied = 10,
        Forms = 11, Suppressed = 12, Above = 13, Method = 14, Exact = 15, Collected = 16, Valid = 17, NoIntervalVi = 18, NoIntervalEn = 19;

    private static IReadOnlyList<Column> Columns { get; } = [.. DataTables.Satisfaction.Columns.Select(column => Column.MayBeEmpty(column.Name))];

    public static IReadOnlyList<UnitSatisfaction> Read(FolderReading folder, UnitList list)
    {
        var units = list.Units.Select(unit => unit.Code).ToHashSet();
        var rows = new List<(UnitCode Unit, string Version, SatisfactionValue Value, bool? Above, FormCounts? Counts)>();
        folder.Table(CycleFiles.Satisfaction, Columns, needed: true, row =>
        {
            while (row.Read())
            {
                if (row.UnitCode(Unit) is not { } unit) continue;
                if (!units.Contains(unit)) row.Report(Unit, "C036", CycleText.UnknownUnit(row.Raw(Unit)));
                else if (ReadValue(row) is { } value && Count(row, Collected, out var collected) & Count(row, Valid, out var valid) & row.YesNo(Above, false, out var above))
                    rows.Add((unit, row.Raw(Method), value, row[Above].IsEmpty ? null : above,
                        collected is null ? null : new FormCounts(collected.Value, valid ?? 0, 0, 0, 0, 0)));
            }
        });
        return
        [
            .. rows.GroupBy(row => row.Unit).Select(unit =>
            {
                var headline = unit.First();
                return new UnitSatisfaction
                {
                    Unit = unit.Key,
                    MethodVersion = headline.Version,
                    Overall = headline.Value,
                    OtherModes = [.. unit.Skip(1).Select(row => row.Value).Where(value => value.Level == SatisfactionLevel.Overall)],
                    Details = [.. unit.Select(row => row.Value).Where(value => value.Level != SatisfactionLevel.Overall)],
                    Forms = headline.Counts ?? new FormCounts(0, 0, 0, 0, 0, 0),
                    AboveThreshold = headline.Above,
                };
            }),
        ];
    }

    private static SatisfactionValue? ReadValue(CsvReader row)
    {
        Percent? exact = null;
        if (row.Raw(Exact) is { Length: > 0 } text)
        {
            if (!Percent.TryParseFraction(text, out var fraction))
            {
                row.Report(Exact, "C014", TableText.NotANumber(text));
                return null;
            }

            exact = fraction;
        }

        var good = row.Number(Share, out _) & row.Number(Low, out var low) & row.Number(High, out var high) & Count(row, Answers, out var answers)
            & Count(row, Satisfied, out var satisfied) & Count(row, Neutral, out var neutral) & Count(row, Dissatisfied, out var dissatisfied)
            & Count(row, Forms, out var forms) & row.YesNo(Suppressed, false, out var suppressed);
        if (!good) return null;
        return new SatisfactionValue
        {
            Level = row.Raw(Level) switch
            {
                "overall" => SatisfactionLevel.Overall,
                "content" => SatisfactionLevel.Content,
                "factor" => SatisfactionLevel.Factor,
                _ => SatisfactionLevel.Item,
            },
            Code = row.Raw(Code),
            Mode = row.Raw(Mode) switch
            {
                "pooled_answers" => AggregationMode.PooledAnswers,
                "mean_of_items" => AggregationMode.MeanOfItems,
                "mean_of_factors" => AggregationMode.MeanOfFactors,
                "mean_of_contents" => AggregationMode.MeanOfContents,
                _ => AggregationMode.OverallQuestion,
            },
            Exact = exact,
            Published = row.Raw(Share) is { Length: > 0 } share ? decimal.Parse(share, CultureInfo.InvariantCulture) : null,
            Answers = answers ?? 0,
            Satisfied = satisfied,
            Neutral = neutral,
            Dissatisfied = dissatisfied,
            Forms = forms ?? 0,
            Low = low / 10_000.0,
            High = high / 10_000.0,
            Suppressed = suppressed,
            WhyNoInterval = row.Raw(NoIntervalVi) is { Length: > 0 } why ? new(why, row.Raw(NoIntervalEn)) : null,
        };
    }

    private static bool Count(CsvReader row, int column, out int? count)
    {
        count = null;
        if (!row.Number(column, out var value)) return false;
        if (value is not { } tenThousandths) return true;
        if (tenThousandths < 0 || tenThousandths % 10_000 != 0 || tenThousandths / 10_000 > int.MaxValue)
        {
            row.Report(column, "C014", TableText.NotANumber(row.Raw(column)));
            return false;
        }

        count = (int)(tenThousandths / 10_000);
        return true;
    }
}
