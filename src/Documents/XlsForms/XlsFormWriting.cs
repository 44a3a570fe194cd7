using System.Globalization;
using ParIndex.Core;
using ParIndex.Core.Questionnaires;
using ParIndex.Documents.Workbooks;

namespace ParIndex.Documents.XlsForms;

/// <summary>
/// A questionnaire as an XLSForm (xlsform.org), for ODK, KoboToolbox and their like: sheets survey, choices and settings as the standard has them. What the standard
/// has no place for stands in columns that begin with <c>parindex::</c> and in sheets of our own, which other tools leave alone and <see cref="XlsFormReading"/> reads.
/// </summary>
public static class XlsFormWriting
{
    internal static readonly string[] Survey =
    [
        "type", "name", "label::Vietnamese (vi)", "label::English (en)", "hint::Vietnamese (vi)", "hint::English (en)", "required", "relevant", "constraint", "appearance",
        "parindex::code", "parindex::kind", "parindex::item_version", "parindex::scale", "parindex::factor", "parindex::not_used", "parindex::declined", "parindex::extension", "parindex::most", "parindex::purpose", "parindex::indicator",
    ];

    internal static readonly string[] Choices = ["list_name", "name", "label::Vietnamese (vi)", "label::English (en)"];
    internal static readonly string[] Settings = ["form_title", "form_id", "version", "default_language", "parindex::title_en", "parindex::edition", "parindex::overall"];
    internal static readonly string[] Parts = ["parindex::kind", "code", "parent", "vi", "en", "feeds_area", "level", "percent", "judges", "weight"];

    /// <summary>Name of the sheet of parts that XLSForm has no place for.</summary>
    internal const string PartsSheet = "parindex";

    /// <summary>What another tool loses when it keeps only what the standard knows; told on the page beside the download.</summary>
    public static IReadOnlyList<Text> Limits { get; } =
    [
        new("Nội dung, yếu tố và câu thuộc yếu tố nào; vì vậy không tính được chỉ số từ riêng tệp XLSForm.", "Contents, factors and which item belongs to which; so the index cannot be computed from the XLSForm alone."),
        new("Phiên bản của từng câu (không so sánh qua câu đã đổi).", "Versions of items (nothing is compared across a changed one)."),
        new("Quy đổi mức trả lời ra điểm, nhóm người trả lời và trọng số.", "The mapping of levels to points, groups of respondents and their weights."),
        new("“Không sử dụng”, “không muốn trả lời” là lựa chọn 8, 9 của thang, không phải trạng thái riêng.", "“Not used” and “rather not say” are choices 8 and 9 of the scale, not states of their own."),
        new("Xếp thứ tự tối đa ba: kiểu rank của XLSForm bắt xếp tất cả.", "Ranking of up to three: rank in XLSForm orders all of them."),
        new("Mục đích của từng sự đồng ý; XLSForm chỉ có ô xác nhận (acknowledge).", "The purpose of each consent; XLSForm has a bare acknowledge."),
        new("Chỉ số tính từ câu chọn một (ví dụ “không phiền hà”), câu hỏi chung, câu mở rộng, nguồn của phiếu.", "Indicators out of single choices, the general question, extensions, the sources."),
        new("Hai ngôn ngữ chỉ giữ được qua cột label::…; công cụ chỉ có một cột label sẽ mất một ngôn ngữ.", "Both languages only where label::… columns are kept; a tool with one label column loses one."),
    ];

    public static void Write(Questionnaire form, Stream output)
    {
        var survey = new List<IReadOnlyList<string>>();
        var lists = new Dictionary<string, IReadOnlyList<Choice>>(StringComparer.Ordinal);
        if (form.Introduction.Vi.Length > 0) survey.Add(Row(Survey, ("type", "note"), ("name", "introduction"), ("label::Vietnamese (vi)", form.Introduction.Vi), ("label::English (en)", form.Introduction.En)));
        foreach (var section in form.Sections)
        {
            survey.Add(Row(Survey, ("type", "begin_group"), ("name", Name(section.Code)), ("label::Vietnamese (vi)", section.Title.Vi), ("label::English (en)", section.Title.En), ("appearance", "field-list"), ("parindex::code", section.Code)));
            survey.AddRange(section.Questions.Select(question => Line(form, question, lists)));
            survey.Add(Row(Survey, ("type", "end_group")));
        }

        foreach (var scale in form.Scales.Where(scale => !lists.ContainsKey(scale.Code))) lists.Add(scale.Code, scale.Levels);
        PlainWorkbook.Write(
            [
                new("survey", [.. Survey.Select(name => (name, 24))], survey),
                new("choices", [.. Choices.Select(name => (name, 24))], [.. lists.SelectMany(list => list.Value.Select(choice => Row(Choices, ("list_name", list.Key), ("name", Number(choice.Value)), ("label::Vietnamese (vi)", choice.Label.Vi), ("label::English (en)", choice.Label.En))))]),
                new("settings", [.. Settings.Select(name => (name, 30))], [Row(Settings, ("form_title", form.Title.Vi), ("form_id", form.Code), ("version", Number(form.Version)), ("default_language", "Vietnamese (vi)"),
                    ("parindex::title_en", form.Title.En), ("parindex::edition", form.Edition), ("parindex::overall", form.OverallItem ?? ""))]),
                new(PartsSheet, [.. Parts.Select(name => (name, 24))], [.. PartLines(form)]),
            ],
            output);
    }

    /// <summary>A name that XForms takes: a letter or underscore first.</summary>
    internal static string Name(string code) => char.IsAsciiLetter(code[0]) || code[0] == '_' ? code : "q_" + code;

    internal static string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private static string[] Line(Questionnaire form, Question question, Dictionary<string, IReadOnlyList<Choice>> lists)
    {
        (string Column, string Value)[] own = question switch
        {
            ScaleQuestion scale => [("type", $"select_one {List(scale.Scale + (scale.MayBeNotUsed ? ".n" : "") + (scale.MayBeDeclined ? ".d" : ""), ScaleChoices(form, scale))}"), ("parindex::kind", "scale"), ("parindex::scale", scale.Scale),
                ("parindex::factor", scale.Factor ?? ""), ("parindex::not_used", Yes(scale.MayBeNotUsed)), ("parindex::declined", Yes(scale.MayBeDeclined)), ("parindex::extension", Yes(scale.Extension))],
            SingleQuestion single => [("type", $"select_one {List(single.Code, single.Choices)}"), ("parindex::kind", "single"), ("parindex::indicator", single.Indicator is { } counted ? $"{counted.Code}={string.Join(' ', counted.AnyOf)}" : "")],
            MultipleQuestion multiple => [("type", $"select_multiple {List(multiple.Code, multiple.Choices)}"), ("parindex::kind", "multiple")],
            RankingQuestion ranking => [("type", $"rank {List(ranking.Code, ranking.Choices)}"), ("parindex::kind", "ranking"), ("parindex::most", Number(ranking.Most))],
            NumberQuestion number => [("type", "integer"), ("constraint", $". >= {Number(number.Least)} and . <= {Number(number.Most)}"), ("parindex::kind", "number")],
            DateQuestion date => [("type", "date"), ("constraint", string.Create(CultureInfo.InvariantCulture, $". >= date('{date.From:yyyy-MM-dd}') and . <= date('{date.To:yyyy-MM-dd}')")), ("parindex::kind", "date")],
            TextQuestion text => [("type", "text"), ("constraint", $"string-length(.) <= {Number(text.MaxLength)}"), ("appearance", "multiline"), ("parindex::kind", "text")],
            ConsentQuestion consent => [("type", "acknowledge"), ("parindex::kind", "consent"), ("parindex::purpose", consent.Purpose)],
            _ => throw new ArgumentOutOfRangeException(nameof(question)),
        };
        return Row(Survey, [("name", Name(question.Code)), ("label::Vietnamese (vi)", question.Words.Vi), ("label::English (en)", question.Words.En), ("hint::Vietnamese (vi)", question.Hint?.Vi ?? ""), ("hint::English (en)", question.Hint?.En ?? ""),
            ("required", Yes(question.Required)), ("relevant", question.When is { } when ? Relevant(form, when) : ""), ("parindex::code", question.Code), ("parindex::item_version", Number(question.ItemVersion)), .. own]);

        string List(string name, IReadOnlyList<Choice> choices)
        {
            lists.TryAdd(name, choices);
            return name;
        }
    }

    private static Choice[] ScaleChoices(Questionnaire form, ScaleQuestion scale) =>
    [
        .. form.Scales.FirstOrDefault(one => one.Code == scale.Scale)?.Levels ?? [],
        .. scale.MayBeNotUsed ? [new(ScaleQuestion.NotUsed, new("Không sử dụng, không biết", "Did not use, do not know"))] : Array.Empty<Choice>(),
        .. scale.MayBeDeclined ? [new(ScaleQuestion.Declined, new("Không muốn trả lời", "Rather not say"))] : Array.Empty<Choice>(),
    ];

    private static string Relevant(Questionnaire form, Condition when)
    {
        var name = Name(when.Question);
        return form.Questions.FirstOrDefault(question => question.Code == when.Question) switch
        {
            MultipleQuestion or RankingQuestion => string.Join(" or ", when.AnyOf.Select(value => $"selected(${{{name}}}, '{Number(value)}')")),
            ConsentQuestion => $"${{{name}}} = 'OK'",
            _ => string.Join(" or ", when.AnyOf.Select(value => $"${{{name}}} = '{Number(value)}'")),
        };
    }

    private static IEnumerable<string[]> PartLines(Questionnaire form)
    {
        foreach (var scale in form.Scales) yield return Row(Parts, ("parindex::kind", "scale"), ("code", scale.Code));
        foreach (var content in form.Contents)
        {
            yield return Row(Parts, ("parindex::kind", "content"), ("code", content.Code), ("vi", content.Name.Vi), ("en", content.Name.En));
            foreach (var factor in content.Factors)
                yield return Row(Parts, ("parindex::kind", "factor"), ("code", factor.Code), ("parent", content.Code), ("vi", factor.Name.Vi), ("en", factor.Name.En), ("feeds_area", factor.FeedsArea ?? ""));
        }

        foreach (var mapping in form.Mappings)
            foreach (var points in mapping.Points)
                yield return Row(Parts, ("parindex::kind", "points"), ("code", mapping.Scale), ("level", Number(points.Level)), ("percent", Number(points.Percent)));
        foreach (var group in form.Respondents)
            yield return Row(Parts, ("parindex::kind", "respondents"), ("code", group.Code), ("vi", group.Name.Vi), ("en", group.Name.En), ("judges", string.Join(' ', group.Judges)), ("weight", Number(group.Weight)));
        foreach (var source in form.Sources) yield return Row(Parts, ("parindex::kind", "source"), ("vi", source.Vi), ("en", source.En));
    }

    private static string Yes(bool flag) => flag ? "yes" : "";

    private static string[] Row(string[] columns, params IEnumerable<(string Column, string Value)> cells)
    {
        var row = new string[columns.Length];
        Array.Fill(row, "");
        foreach (var (column, value) in cells) row[Array.IndexOf(columns, column)] = value;
        return row;
    }
}
