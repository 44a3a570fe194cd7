using System.Globalization;

namespace ParIndex.SampleCity;

/// <summary>Working hours of each stage in early 2022, around the Tết holiday (31 January to 6 February).</summary>
public static class Calendar
{
    private static readonly Dictionary<string, (DateOnly From, DateOnly To)> Windows = new()
    {
        ["self"] = (new(2022, 1, 4), new(2022, 1, 14)),
        ["appraisal1"] = (new(2022, 1, 17), new(2022, 1, 28)),
        ["explanation"] = (new(2022, 2, 7), new(2022, 2, 14)),
        ["appraisal2"] = (new(2022, 2, 16), new(2022, 2, 28)),
        ["council"] = (new(2022, 3, 10), new(2022, 3, 11)),
    };

    public static string Time(string stage, Seeded draw)
    {
        var (from, to) = Windows[stage];
        var day = Workday(from, to, ref draw);
        var hour = draw.Chance(55) ? draw.Between(8, 11) : draw.Between(14, 16);
        var time = new DateTimeOffset(day, new TimeOnly(hour, draw.Between(0, 59)), TimeSpan.FromHours(7));
        return time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
    }

    /// <summary>A working day of a month of 2021.</summary>
    public static DateOnly In(int month, Seeded draw) =>
        Workday(new(2021, month, 3), new(2021, month, month == 12 ? 24 : DateTime.DaysInMonth(2021, month)), ref draw);

    // Tết, the Hùng Kings, 30 April and its day in lieu, 2 and 3 September of 2021.
    private static bool Holiday(DateOnly day) =>
        (day >= new DateOnly(2021, 2, 10) && day <= new DateOnly(2021, 2, 16))
        || (day.Year == 2021 && (day.Month, day.Day) is (4, 21) or (4, 30) or (5, 3) or (9, 2) or (9, 3));

    private static DateOnly Workday(DateOnly from, DateOnly to, ref Seeded draw)
    {
        var days = new List<DateOnly>();
        for (var day = from; day <= to; day = day.AddDays(1))
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holiday(day)) days.Add(day);
        return draw.Pick(days);
    }
}
