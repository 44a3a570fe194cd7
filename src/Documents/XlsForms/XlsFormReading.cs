using System.Globalization;
using System.Text.RegularExpressions;
using ParIndex.Core;
using ParIndex.Core.Questionnaires;
using ParIndex.Documents.Workbooks;

namespace ParIndex.Documents.XlsForms;

/// <summary>A questionnaire out of an XLSForm, with what was not understood (X001 …) by sheet and row; an error: nothing is taken.</summary>
public sealed record XlsFormRead(Questionnaire? Form, IReadOnlyList<Finding> Findings);

/// <summary>Reads XLSForms: those of <see cref="XlsFormWriting"/> whole, those of other tools as far as a questionnaire here can hold them, and the rest is named.</summary>
public static partial class XlsFormReading
{
    /// <exception cref="SheetTroubleException">No workbook.</exception>
    public static XlsFormRead Read(Stream file)
    {
        var content = new MemoryStream();
        file.CopyTo(content);
        var reading = new Reading(Sheet(content, "survey"), Sheet(content, "choices"), Sheet(content, "settings"), Sheet(content, XlsFormWriting.PartsSheet));
        var form = reading.Form();
        return new(reading.Findings.Any(finding => finding.Severity == Severity.Error) ? null : form, reading.Findings);
    }

    private sealed record Line(string Sheet, int Number, IReadOnlyDictionary<string, string> Cells)
    {
        public string this[string column] => Cells.GetValueOrDefault(column, "");

        public string Where => string.Create(CultureInfo.InvariantCulture, $"{Sheet}:{Number}");

        /// <summary>Words in both languages; a form with one column has one for both.</summary>
        public Text Words(string what)
        {
            var (vi, en) = (this[$"{what}::Vietnamese (vi)"], this[$"{what}::English (en)"]);
            var one = this[what];
            if (vi.Length == 0) vi = one.Length > 0 ? one : Other(what, "vi");
            if (en.Length == 0) en = one.Length > 0 ? one : Other(what, "en");
            return new(vi.Length > 0 ? vi : en, en.Length > 0 ? en : vi);
        }

        private string Other(string what, string language) =>
            Cells.FirstOrDefault(cell => cell.Key.StartsWith(what + "::", StringComparison.Ordinal) && cell.Key.EndsWith($"({language})", StringComparison.Ordinal)).Value ?? "";
    }

    private static List<Line> Sheet(MemoryStream file, string name)
    {
        file.Position = 0;
        if (!SheetReading.Names(file).Contains(name, StringComparer.Ordinal)) return [];
        file.Position = 0;
        var rows = SheetReading.Read(file, sheet: name);
        if (rows.Count == 0) return [];
        var heading = rows[0].Cells.ToDictionary(cell => cell.Key, cell => cell.Value.Trim(), StringComparer.Ordinal);
        return [.. rows.Skip(1).Select(row => new Line(name, row.Number,
            row.Cells.Where(cell => heading.ContainsKey(cell.Key)).GroupBy(cell => heading[cell.Key], StringComparer.Ordinal).ToDictionary(cell => cell.Key, cell => cell.First().Value, StringComparer.Ordinal)))];
    }

    [GeneratedRegex(@"^\. >= (\d+) and \. <= (\d+)$")]
    private static partial Regex Between();

    [GeneratedRegex(@"^\. >= date\('(\d{4}-\d\d-\d\d)'\) and \. <= date\('(\d{4}-\d\d-\d\d)'\)$")]
    private static partial Regex BetweenDays();

    [GeneratedRegex(@"^string-length\(\.\) <= (\d+)$")]
    private static partial Regex Longest();

    [GeneratedRegex(@"^(?:\$\{([^}]+)\}\s*=\s*'?(\d+|OK)'?|selected\(\s*\$\{([^}]+)\}\s*,\s*'?(\d+)'?\s*\))$")]
    private static partial Regex Answered();

    private sealed class Reading(List<Line> survey, List<Line> choices, List<Line> settings, List<Line> parts)
    {
        private readonly Dictionary<string, string> codes = new(StringComparer.Ordinal);

        public List<Finding> Findings { get; } = [];

        public Questionnaire Form()
        {
            var lists = choices.Where(line => line["list_name"].Length > 0).GroupBy(line => line["list_name"], StringComparer.Ordinal)
                .ToDictionary(list => list.Key, list => list.Select(Choice).OfType<Choice>().ToList(), StringComparer.Ordinal);
            var head = settings.FirstOrDefault();
            if (survey.Count == 0) Wrong("X001", "survey", "Tệp không có trang “survey” của XLSForm. Chọn tệp XLSForm.", "The workbook has no sheet “survey”. Choose an XLSForm.");
            var introduction = new Text("", "");
            var sections = new List<(string Code, Text Title, List<Question> Questions)>();
            var depth = 0;
            foreach (var line in survey.Where(line => line["type"].Length > 0))
            {
                var type = line["type"].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                switch (type[0] + (type is [_, "group" or "repeat"] ? "_" + type[1] : ""))
                {
                    case "begin_group":
                        if (++depth > 1) Wrong("X002", line.Where, "Nhóm lồng nhau không nhận: mỗi nhóm là một trang.", "Groups in groups are not taken: a group is a page.");
                        sections.Add((CodeOf(line), line.Words("label"), []));
                        break;
                    case "end_group":
                        depth--;
                        break;
                    case "note" when sections.Count == 0 && introduction.Vi.Length == 0:
                        introduction = line.Words("label");
                        break;
                    case "start" or "end" or "today" or "deviceid" or "username" or "audit" or "note":
                        Findings.Add(new("X003", line.Where, new($"Dòng “{line["type"]}” bị bỏ qua: phiếu không ghi thiết bị, giờ hay người.", $"The line “{line["type"]}” is left out: a form records no device, hour or person."), Severity.Warning));
                        break;
                    default:
                        if (sections.Count == 0) sections.Add(("A", new("Phần A", "Part A"), []));
                        if (Question(line, type, lists) is { } question) sections[^1].Questions.Add(question);
                        break;
                }
            }

            return new(
                head?["form_id"] is { Length: > 0 } id ? id : "XLSFORM", int.TryParse(head?["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0 ? version : 1,
                Title(head), introduction, Scales(lists), Contents(), [.. sections.Select(section => new Section(section.Code, section.Title, section.Questions))], Mappings())
            {
                Edition = head?["parindex::edition"] is { Length: > 0 } edition ? edition : "other",
                OverallItem = head?["parindex::overall"] is { Length: > 0 } overall ? overall : null,
                Sources = [.. Parts("source").Select(line => new Text(line["vi"], line["en"]))],
                Respondents = [.. Parts("respondents").Select(line => new RespondentGroup(line["code"], new(line["vi"], line["en"]), line["judges"].Split(' ', StringSplitOptions.RemoveEmptyEntries), Decimal(line, "weight")))],
            };
        }

        private static Text Title(Line? head)
        {
            var vi = head?["form_title"] is { Length: > 0 } given ? given : "Phiếu khảo sát";
            return new(vi, head?["parindex::title_en"] is { Length: > 0 } en ? en : vi);
        }

        private IEnumerable<Line> Parts(string kind) => parts.Where(line => line["parindex::kind"] == kind);

        private List<Scale> Scales(Dictionary<string, List<Choice>> lists) => [.. Parts("scale").Select(line => line["code"]).Where(lists.ContainsKey).Select(code => new Scale(code, lists[code]))];

        private List<ContentPart> Contents() => [.. Parts("content").Select(content => new ContentPart(content["code"], new(content["vi"], content["en"]),
            [.. Parts("factor").Where(line => line["parent"] == content["code"]).Select(line => new FactorPart(line["code"], new(line["vi"], line["en"])) { FeedsArea = line["feeds_area"] is { Length: > 0 } area ? area : null })]))];

        private List<PointsMapping> Mappings() => [.. Parts("points").GroupBy(line => line["code"], StringComparer.Ordinal)
            .Select(scale => new PointsMapping(scale.Key, [.. scale.Select(line => new LevelPoints(Whole(line, "level"), Decimal(line, "percent")))]))];

        private Question? Question(Line line, string[] type, Dictionary<string, List<Choice>> lists)
        {
            var code = CodeOf(line);
            var words = line.Words("label");
            var list = type.Length > 1 ? lists.GetValueOrDefault(type[1]) : null;
            if (type[0] is "select_one" or "select_multiple" or "rank" && list is null)
            {
                Wrong("X004", line.Where, $"Không có danh sách lựa chọn “{(type.Length > 1 ? type[1] : "")}” trong trang “choices”.", $"There is no list “{(type.Length > 1 ? type[1] : "")}” in the sheet “choices”.");
                return null;
            }

            Question? made = type[0] switch
            {
                "select_one" when line["parindex::kind"] == "scale" => new ScaleQuestion
                {
                    Code = code,
                    ItemVersion = 1,
                    Words = words,
                    Scale = line["parindex::scale"],
                    Factor = line["parindex::factor"] is { Length: > 0 } factor ? factor : null,
                    MayBeNotUsed = line["parindex::not_used"] == "yes",
                    MayBeDeclined = line["parindex::declined"] == "yes",
                    Extension = line["parindex::extension"] == "yes",
                },
                "select_one" => new SingleQuestion { Code = code, ItemVersion = 1, Words = words, Choices = list!, Indicator = Indicator(line) },
                "select_multiple" => new MultipleQuestion { Code = code, ItemVersion = 1, Words = words, Choices = list! },
                "rank" => new RankingQuestion { Code = code, ItemVersion = 1, Words = words, Choices = list!, Most = line["parindex::most"].Length > 0 ? Whole(line, "parindex::most") : Math.Min(RankingQuestion.Limit, list!.Count) },
                "integer" => Number(line, code, words),
                "date" => Date(line, code, words),
                "text" => new TextQuestion { Code = code, ItemVersion = 1, Words = words, MaxLength = Longest().Match(line["constraint"]) is { Success: true } longest ? int.Parse(longest.Groups[1].Value, CultureInfo.InvariantCulture) : 500 },
                "acknowledge" or "trigger" => new ConsentQuestion { Code = code, ItemVersion = 1, Words = words, Purpose = line["parindex::purpose"] is { Length: > 0 } purpose ? purpose : "other" },
                _ => null,
            };
            if (made is null)
            {
                Wrong("X005", line.Where, $"Kiểu “{line["type"]}” không dùng được ở đây. Dùng select_one, select_multiple, rank, integer, date, text hoặc acknowledge.",
                    $"The type “{line["type"]}” is not taken. Use select_one, select_multiple, rank, integer, date, text or acknowledge.");
                return null;
            }

            return made with
            {
                ItemVersion = line["parindex::item_version"].Length > 0 ? Whole(line, "parindex::item_version") : 1,
                Required = line["required"] is "yes" or "true" or "true()" or "TRUE",
                Hint = line.Words("hint") is { Vi.Length: > 0 } hint ? hint : null,
                When = When(line),
            };
        }

        private NumberQuestion Number(Line line, string code, Text words)
        {
            var match = Between().Match(line["constraint"]);
            if (!match.Success && line["constraint"].Length > 0) Unread(line, "constraint");
            return new()
            {
                Code = code,
                ItemVersion = 1,
                Words = words,
                Least = match.Success ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0,
                Most = match.Success ? int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) : 1_000_000,
            };
        }

        private DateQuestion Date(Line line, string code, Text words)
        {
            var match = BetweenDays().Match(line["constraint"]);
            if (!match.Success && line["constraint"].Length > 0) Unread(line, "constraint");
            DateOnly Day(int group, DateOnly otherwise) => match.Success && DateOnly.TryParseExact(match.Groups[group].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : otherwise;
            return new() { Code = code, ItemVersion = 1, Words = words, From = Day(1, new(1900, 1, 1)), To = Day(2, new(2100, 12, 31)) };
        }

        private Condition? When(Line line)
        {
            var relevant = line["relevant"];
            if (relevant.Length == 0) return null;
            var terms = relevant.Split(" or ", StringSplitOptions.TrimEntries).Select(term => Answered().Match(term)).ToList();
            var asked = terms.Select(term => term.Groups[1].Value + term.Groups[3].Value).Distinct(StringComparer.Ordinal).ToList();
            if (terms.All(term => term.Success) && asked.Count == 1)
                return new(codes.GetValueOrDefault(asked[0], asked[0]), [.. terms.Select(term => (term.Groups[2].Value + term.Groups[4].Value) is var value && value == "OK" ? 1 : int.Parse(value, CultureInfo.InvariantCulture))]);
            Wrong("X006", line.Where, $"Điều kiện “{relevant}” không hiểu được. Chỉ dùng một câu đứng trước với các câu trả lời, ví dụ ${{A1}} = '1' or ${{A1}} = '2'.",
                $"The condition “{relevant}” is not understood. Use one earlier question with its answers, as ${{A1}} = '1' or ${{A1}} = '2'.");
            return null;
        }

        private static Indicator? Indicator(Line line) => line["parindex::indicator"].Split('=') is [{ Length: > 0 } code, var values]
            ? new(code, [.. values.Split(' ').Select(value => int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture))]) : null;

        private Choice? Choice(Line line)
        {
            if (int.TryParse(line["name"], NumberStyles.None, CultureInfo.InvariantCulture, out var value)) return new(value, line.Words("label"));
            Wrong("X007", line.Where, $"Tên lựa chọn “{line["name"]}” phải là số nguyên từ 0 đến {Packed.MostValue}.", $"The name of a choice, “{line["name"]}”, must be a whole number from 0 to {Packed.MostValue}.");
            return null;
        }

        private string CodeOf(Line line)
        {
            var name = line["name"];
            var code = line["parindex::code"] is { Length: > 0 } own ? own : name;
            codes[name] = code;
            return code;
        }

        private int Whole(Line line, string column)
        {
            if (int.TryParse(line[column], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
            Unread(line, column);
            return 0;
        }

        private decimal Decimal(Line line, string column)
        {
            if (decimal.TryParse(line[column], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return number;
            Unread(line, column);
            return 0;
        }

        private void Unread(Line line, string column) => Wrong("X008", line.Where, $"“{line[column]}” ở cột {column} không hiểu được.", $"“{line[column]}” in the column {column} is not understood.");

        private void Wrong(string code, string where, string vi, string en) => Findings.Add(new(code, where, new(vi, en)));
    }
}
