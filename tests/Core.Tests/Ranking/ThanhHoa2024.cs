using System.Globalization;
using System.Text.RegularExpressions;
using ParIndex.Testing;

namespace ParIndex.Core.Tests.Ranking;

/// <summary>The departments of Thanh Hóa in 2024 as published (QĐ 482/QĐ-UBND); source in the file.</summary>
internal static partial class ThanhHoa2024
{
    public static readonly IReadOnlyList<(int Rank, decimal Index)> Rows =
    [
        .. File.ReadAllLines(Repository.Path("tests", "Core.Tests", "Ranking", "thanhhoa_2024_so.csv")).Skip(1)
            .Select(line => Row().Match(line))
            .Select(row => (int.Parse(row.Groups[1].Value, CultureInfo.InvariantCulture), decimal.Parse(row.Groups[2].Value, CultureInfo.InvariantCulture))),
    ];

    // The unit's name may hold commas inside quotes.
    [GeneratedRegex("^([0-9]+),(?:\"[^\"]*\"|[^,]*),([0-9.]+),")]
    private static partial Regex Row();
}
