using System.Globalization;

namespace ParIndex.Documents;

/// <summary>Dates as documents write them.</summary>
internal static class Dates
{
    /// <summary>"28 tháng 3 năm 2022"; a day below 10 and the months 1 and 2 have a leading 0 (Nghị định 30/2020/NĐ-CP, phụ lục I).</summary>
    public static string Vietnamese(DateOnly date) =>
        $"{Day(date)} tháng {(date.Month <= 2 ? "0" : "")}{date.Month} năm {date.Year}";

    public static string English(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Day(DateOnly date) => date.Day.ToString("00", CultureInfo.InvariantCulture);
}
