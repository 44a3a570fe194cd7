using System.Globalization;
using System.Text;
using ParIndex.Core.Surveys;
using ParIndex.Documents.Tables;

namespace ParIndex.Documents.Cycles;

/// <summary>answers.csv: forms with one column for each item of survey.json.</summary>
internal static class AnswersFile
{
    private const int FormColumn = 0, UnitColumn = 1, Token = 2, Consent = 3, Stratum = 4, Cluster = 5, Weight = 6, Items = 7;

    public static List<Form> Read(FolderReading folder, Survey survey, UnitList list)
    {
        var forms = new List<Form>();
        var units = list.Units;
        var codes = new CodeTable(units.Select(unit => unit.Code.Value));
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var itemPlace = survey.Items.Select(item => item.Code).ToList().IndexOf(survey.OverallItem ?? "");
        List<Column> columns = [.. CycleFiles.AnswersColumns, .. survey.Items.Select(item => Column.MayBeEmpty(item.Code))];
        if (survey.OverallItem is { } overall && itemPlace < 0) columns.Add(Column.MayBeEmpty(overall));
        folder.Table(CycleFiles.Answers, columns, needed: true, row =>
        {
            var pool = new TextPool();
            while (row.Read())
            {
                var unit = codes.Find(row[UnitColumn]);
                if (unit < 0 && !list.MayExist(row.Raw(UnitColumn))) row.Report(UnitColumn, "C036", CycleText.UnknownUnit(row.Raw(UnitColumn)));
                var good = row.YesNo(Consent, false, out var consent) & ReadWeight(row, out var weight) & unit >= 0;
                var answers = new Answer[survey.Items.Count];
                for (var i = 0; i < answers.Length; i++) good &= ReadAnswer(row, Items + i, out answers[i]);
                var general = default(Answer);
                if (survey.OverallItem is not null)
                {
                    if (itemPlace >= 0) general = answers[itemPlace];
                    else good &= ReadAnswer(row, Items + answers.Length, out general);
                }

                var id = row.Text(FormColumn)!;
                if (!ids.TryAdd(id, row.Line)) row.Report(FormColumn, "C043", CycleText.Twice(ids[id]));
                else if (good)
                    forms.Add(new()
                    {
                        Id = id,
                        Unit = units[unit].Code,
                        Token = row.Text(Token),
                        Consent = consent,
                        Answers = answers,
                        Overall = general,
                        Stratum = pool.Of(row, Stratum),
                        Cluster = pool.Of(row, Cluster),
                        Weight = weight,
                    });
            }
        });
        return forms;
    }

    private static bool ReadAnswer(CsvReader row, int column, out Answer answer)
    {
        var cell = row[column];
        if (cell.Length == 1 && cell[0] is >= (byte)'1' and <= (byte)'5')
        {
            answer = Answer.At(cell[0] - '0');
            return true;
        }

        if (cell.Length <= 12 && Answer.TryRead(Encoding.UTF8.GetString(cell), out answer)) return true;
        answer = default;
        row.Report(column, "C052", CycleText.NotAnAnswer(row.Raw(column)));
        return false;
    }

    private static bool ReadWeight(CsvReader row, out double? weight)
    {
        weight = null;
        if (row[Weight].IsEmpty) return true;
        if (double.TryParse(row[Weight], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value > 0 && double.IsFinite(value))
        {
            weight = value;
            return true;
        }

        row.Report(Weight, "C053", CycleText.WeightOut(row.Raw(Weight)));
        return false;
    }
}
