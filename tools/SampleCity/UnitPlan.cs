using System.Globalization;
using ParIndex.Core;

namespace ParIndex.SampleCity;

/// <summary>A unit of the sample city with the figures it must come out with; one line of Tables/units.txt.</summary>
public sealed record UnitPlan
{
    public required string Code { get; init; }
    public required string Group { get; init; }

    /// <summary>Named in the announcement, not only a unit of that year.</summary>
    public required bool Announced { get; init; }
    public required Text Name { get; init; }
    public required Text ShortName { get; init; }
    public required string Slug { get; init; }
    public required Text Post { get; init; }
    public required decimal Index { get; init; }

    /// <summary>True when the index itself was published.</summary>
    public required bool IndexPublished { get; init; }

    /// <summary>Aimed at; the answers come close to it on the right side of 90.</summary>
    public required decimal Satisfaction { get; init; }
    public required decimal IndexBefore { get; init; }
    public required decimal SatisfactionBefore { get; init; }
    public required int Forms { get; init; }

    /// <summary>Size figures that leaves share: dossiers, procedures, offices, staff, communes.</summary>
    public required IReadOnlyDictionary<string, int> Sizes { get; init; }

    public bool IsDepartment => Group == "so";

    public static IReadOnlyList<UnitPlan> Read() => [.. Table.Lines("units").Select(Of)];

    private static UnitPlan Of(string[] cells)
    {
        decimal Number(int column) => decimal.Parse(cells[column].TrimEnd('!'), CultureInfo.InvariantCulture);
        int Whole(int column) => int.Parse(cells[column], CultureInfo.InvariantCulture);
        return new UnitPlan
        {
            Code = cells[0],
            Group = cells[1],
            Announced = cells[2] == "S",
            Name = new(cells[3], cells[4]),
            ShortName = new(cells[5], cells[6]),
            Slug = cells[7],
            Post = new(cells[8], cells[9]),
            Index = Number(10),
            IndexPublished = cells[10].EndsWith('!'),
            Satisfaction = Number(11),
            IndexBefore = Number(12),
            SatisfactionBefore = Number(13),
            Forms = Whole(14),
            Sizes = SizesOf(cells[0], cells[1] == "so", Whole(15), Whole(16), Whole(17), Whole(18), Whole(19), Whole(20)),
        };
    }

    private static Dictionary<string, int> SizesOf(string code, bool department, int dossiers, int procedures, int offices, int staff, int communes, int communeDossiers)
    {
        var draw = new Seeded(Seed.Value, code, "sizes");
        var received = dossiers + (dossiers * draw.Between(15, 45) / 1000) + draw.Between(1, 6);
        // An island district without communes does their work itself and counts as one.
        var places = Math.Max(communes, 1);
        return new()
        {
            // Big and small districts, in per cent of a middling one.
            ["scale"] = department ? 100 : Math.Clamp(dossiers / 110, 7, 170),
            ["settled"] = dossiers,
            ["received"] = received,
            ["fees"] = received * draw.Between(34, 78) / 100,
            ["procs"] = procedures,
            ["services"] = Math.Max(4, procedures * draw.Between(48, 74) / 100),
            ["subs"] = offices,
            ["staff"] = staff,
            ["communes"] = places,
            ["counters"] = communes + 1,
            ["offices"] = communes + draw.Between(11, 13),
            ["commune-settled"] = communeDossiers,
            ["commune-staff"] = communes == 0 ? 6 : communes * draw.Between(100, 118) / 10,
            ["commune-cadres"] = communes == 0 ? 4 : communes * draw.Between(96, 112) / 10,
        };
    }
}
