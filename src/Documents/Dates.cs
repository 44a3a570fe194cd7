using System.Globalization;

namespace ParIndex.Documents;

/// <summary>Dates as Nghị định 30/2020/NĐ-CP writes them: days below 10 and the months 1 and 2 with a leading 0.</summary>
public static class Dates
{
    /// <summary>"28/3/2022", "05/02/2022".</summary>
    public static string Short(DateOnly date) => $"{Day(date)}/{Month(date)}/{date.Year.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>"28".</summary>
    public static string Day(DateOnly date) => date.Day.ToString("00", CultureInfo.InvariantCulture);

    /// <summary>"3", "02".</summary>
    public static string Month(DateOnly date) => date.Month.ToString(date.Month < 3 ? "00" : "0", CultureInfo.InvariantCulture);
}
