using ParIndex.Core;

namespace ParIndex.SampleCity;

/// <summary>A leaf that went as far as the council; one line of Tables/council.txt.</summary>
public sealed record CouncilCase(
    string Unit, string Leaf, string[] Inputs, Points Self, Points Appraised, Points Settled, string AppraiserSays, string UnitSays, string CouncilSays)
{
    public static IReadOnlyDictionary<(string Unit, string Leaf), CouncilCase> Read() =>
        Table.Lines("council").Select(Of).ToDictionary(one => (one.Unit, one.Leaf));

    private static CouncilCase Of(string[] cells) =>
        new(cells[0], cells[1], cells[2].Split(' '), Number(cells[3]), Number(cells[4]), Number(cells[5]), cells[6], cells[7], cells[8]);

    private static Points Number(string text) => Points.Of(decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
}
