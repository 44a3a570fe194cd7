using System.Globalization;
using ParIndex.Core;

namespace ParIndex.SampleCity;

/// <summary>
/// Hải Phòng 2025, the first year of two-tier government: 14 departments, 45 wards, 68 communes and special zones, by their totals. Named units
/// and the figures marked as published in Tables/units2025.txt are real; all other units are numbered placeholders, and every other figure lies
/// between the published ones so that the published ranks, the ten wards from 93 on and the three mean satisfactions come out.
/// </summary>
public static class City2025
{
    private const ulong Drawn = 20_251_231;

    /// <summary>Size, mean satisfaction as published, words of a placeholder, and districts of 2021 on whose ground placeholders stand (illustrative).</summary>
    private static readonly (string Group, int Size, decimal Satisfaction, Text Word, Text Short, string[] From)[] Groups =
    [
        ("so", 14, 93.95m, new("Sở, ngành số", "Department no."), new("Sở, ngành", "Dept"), []),
        ("phuong", 45, 92.26m, new("Phường số", "Ward no."), new("Phường", "Ward"), ["HB", "NQ", "LC", "HA", "KA", "DS", "DK", "TN", "AD"]),
        ("xa-dac-khu", 68, 91.87m, new("Xã, đặc khu số", "Commune or special zone no."), new("Xã", "Commune"), ["TL", "KT", "AL", "VB", "CH", "BLV", "TN", "AD"]),
    ];

    /// <summary>Wards that were rated excellent, from 93 on, as published.</summary>
    private const int ExcellentWards = 10;

    private sealed record Line(string Code, string Group, Text Name, Text Short, decimal? Index, decimal? Satisfaction, string From, string Predecessors, string Source);

    public static IEnumerable<(string File, string Text)> Files()
    {
        var units = new Csv("unit", "name_vi", "name_en", "short_vi", "short_en", "group", "valid_from", "predecessors", "satisfaction_measured", "source");
        var totals = new Csv("unit", "index", "satisfaction");
        foreach (var (group, size, mean, word, shortWord, from) in Groups)
        {
            var lines = Lines(group, size, word, shortWord, from);
            var (indices, satisfactions) = (Indices(group, [.. lines.Select(line => line.Index)]), Satisfactions(group, [.. lines.Select(line => line.Satisfaction)], mean));
            for (var i = 0; i < size; i++)
            {
                var line = lines[i];
                units.Row(line.Code, line.Name.Vi, line.Name.En, line.Short.Vi, line.Short.En, group, line.From, line.Predecessors, "yes", line.Source);
                totals.Row(line.Code, Hundredths(indices[i]), Hundredths(satisfactions[i]));
            }
        }

        return [("units.csv", units.ToString()), ("totals.csv", totals.ToString())];
    }

    /// <summary>The group's units by rank: the named ones at theirs, placeholders at all others.</summary>
    private static List<Line> Lines(string group, int size, Text word, Text shortWord, string[] from)
    {
        var named = Table.Lines("units2025").Where(cells => cells[1] == group).ToDictionary(cells => int.Parse(cells[2], CultureInfo.InvariantCulture));
        var lines = new List<Line>();
        var placeholders = 0;
        for (var rank = 1; rank <= size; rank++)
        {
            if (named.TryGetValue(rank, out var cells))
            {
                decimal? Published(int column) => cells[column].EndsWith('!') ? decimal.Parse(cells[column].TrimEnd('!'), CultureInfo.InvariantCulture) : null;
                lines.Add(new(cells[0], group, new(cells[3], cells[4]), new(cells[5], cells[6]), Published(7), Published(8), cells[9], cells[10], $"S: {Sources.Of(cells[11])}"));
                continue;
            }

            var number = $"{rank:00}";
            var predecessor = placeholders < from.Length ? from[placeholders] : "";
            placeholders++;
            lines.Add(new($"{group.ToUpperInvariant()}-{number}", group, new($"{word.Vi} {number} (minh họa)", $"{word.En} {number} (illustrative)"),
                new($"{shortWord.Vi} {number}", $"{shortWord.En} {number}"), null, null, group == "so" ? "" : "2025-07-01", predecessor,
                "Minh họa: tên, điểm và nguồn gốc của đơn vị này không lấy từ đâu"));
        }

        return lines;
    }

    /// <summary>Falling from rank to rank, through the published values; ten wards at 93 or more.</summary>
    private static decimal[] Indices(string group, decimal?[] known)
    {
        if (group == "phuong") (known[ExcellentWards - 1], known[ExcellentWards]) = (93.05m, 92.87m);
        var values = new decimal[known.Length];
        for (var i = 0; i < known.Length; i++)
        {
            if (known[i] is { } given)
            {
                values[i] = given;
                continue;
            }

            int below = i;
            while (known[below] is null) below++;
            // An even share of what is left down to the next published value, with a little unevenness.
            var (above, floor, left) = (values[i - 1], known[below]!.Value, (below - i) + 1);
            var step = (above - floor) / left;
            values[i] = decimal.Round(above - (step * (0.7m + (new Seeded(Drawn, group, "index", $"{i}").Between(0, 60) / 100m))), 2);
        }

        return values;
    }

    /// <summary>Around the mean, which comes out exactly; nobody above the published best.</summary>
    private static decimal[] Satisfactions(string group, decimal?[] known, decimal mean)
    {
        var values = known.Select((given, i) => given ?? decimal.Round(mean + (new Seeded(Drawn, group, "satisfaction", $"{i}").Between(-290, 290) / 100m), 2)).ToArray();
        var free = Enumerable.Range(0, values.Length).Where(i => known[i] is null).ToList();
        var missing = (int)(((mean * values.Length) - values.Sum()) * 100);
        for (var turn = 0; missing != 0; turn++)
        {
            values[free[turn % free.Count]] += 0.01m * Math.Sign(missing);
            missing -= Math.Sign(missing);
        }

        return values;
    }

    private static string Hundredths(decimal value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>Where figures of 2025 were published.</summary>
    private static class Sources
    {
        public static string Of(string paper) => paper switch
        {
            "thoibaotaichinhvietnam" => "Thời báo Tài chính Việt Nam, Hải Phòng công bố Chỉ số cải cách hành chính năm 2025 (thoibaotaichinhvietnam.vn, bài 190321)",
            "laodong" => "Lao Động, Hải Phòng công bố chỉ số cải cách hành chính các đơn vị năm 2025 (news.laodong.vn, bài 1640276)",
            "thuonghieuvaphapluat" => "Thương hiệu và Pháp luật, Hải Phòng công bố chỉ số cải cách hành chính năm 2025 (thuonghieuvaphapluat.vn, bài d78783)",
            _ => throw new InvalidOperationException($"No source '{paper}'."),
        };
    }
}
