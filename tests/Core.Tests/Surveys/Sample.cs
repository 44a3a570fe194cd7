using System.Globalization;
using ParIndex.Core.Cycles;
using ParIndex.Core.Surveys;
using ParIndex.Testing;

namespace ParIndex.Core.Tests.Surveys;

/// <summary>The seventeen forms of sipas_test_forms.csv and their questionnaire, and small surveys for single sentences.</summary>
internal static class Sample
{
    public static IReadOnlyList<string[]> Rows(string file) =>
        [.. File.ReadAllLines(Repository.Path("tests/Core.Tests/Surveys", file)).Skip(1).Select(Cells)];

    public static Survey Survey { get; } = Questionnaire(
        ("policy", [("P1", 2), ("P2", 1)]), ("service", [("S1", 2), ("S4", 1), ("S5", 2)])) with
    { OverallItem = "S0", MinimumBase = 1 };

    public static Survey Questionnaire(params (string Code, (string Code, int Items)[] Factors)[] contents) => new()
    {
        MethodVersion = "test-1",
        Contents =
        [
            .. contents.Select(content => new Content(content.Code, Text.Same(content.Code),
            [
                .. content.Factors.Select(factor => new Factor(factor.Code, Text.Same(factor.Code),
                [
                    .. Enumerable.Range(1, factor.Items).Select(at => $"{factor.Code}.{at.ToString(CultureInfo.InvariantCulture)}")
                        .Select(code => new Item(code, Text.Same(code))),
                ])),
            ])),
        ],
        MinimumBase = 1,
    };

    public static IReadOnlyList<Form> Forms { get; } = [.. Rows("sipas_test_forms.csv").Select(row => new Form
    {
        Id = row[0],
        Unit = UnitCode.Parse(row[1]),
        Token = row[2],
        Consent = row[3] == "1",
        Answers = [.. row[4..12].Select(Read)],
        Overall = Read(row[12]),
    })];

    public static IReadOnlyList<Unit> Units { get; } = [Unit("U1"), Unit("U2"), Unit("U3")];

    public static Unit Unit(string code) => new()
    {
        Code = UnitCode.Parse(code),
        Name = Text.Same(code),
        Group = "g",
        ShortName = Text.Same(code),
        Slug = code,
    };

    /// <summary>A form of U1: a character a cell, 1–5 levels, 8 not experienced, '-' blank, 'n' not asked.</summary>
    public static Form Form(string id, string cells, string unit = "U1") => new()
    {
        Id = id,
        Unit = UnitCode.Parse(unit),
        Consent = true,
        Answers = [.. cells.Select(cell => Read(cell switch { '-' => "", 'n' => "NA", _ => cell.ToString() }))],
    };

    public static Answer Read(string text) => Answer.TryRead(text, out var answer) ? answer : throw new FormatException(text);

    private static string[] Cells(string line)
    {
        var (cells, quoted, cell) = (new List<string>(), false, "");
        foreach (var sign in line)
        {
            if (sign == '"') quoted = !quoted;
            else if (sign == ',' && !quoted) (cell, _) = ("", Add(cell));
            else cell += sign;
        }

        return [.. cells, cell];

        bool Add(string done)
        {
            cells.Add(done);
            return true;
        }
    }
}
