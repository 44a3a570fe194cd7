using System.Globalization;
using ParIndex.App;

namespace ParIndex.Web.Pages.Work;

/// <summary>Days and moments as people type them: 5/3/2026, 05-03-2026, or the browser's own 2026-03-05; times after a blank.</summary>
public static class TypedDate
{
    private static readonly string[] Days = ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy-MM-dd"];
    private static readonly string[] Moments = [.. Days.SelectMany(day => new[] { day, day + " H:mm", day + " H:mm:ss", day + "'T'H:mm" })];

    /// <summary>The day; null: nothing was typed.</summary>
    /// <exception cref="RefusedException">It is no day.</exception>
    public static DateOnly? Day(string? typed, string field) => string.IsNullOrWhiteSpace(typed) ? null
        : DateOnly.TryParseExact(typed.Trim(), Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new RefusedException(Refusal.Invalid(field, new($"“{typed}” không phải ngày. Nhập như 31/12/2026.", $"“{typed}” is no date. Type it like 31/12/2026.")));

    /// <summary>The moment in Vietnam; a day alone is its beginning; null: nothing was typed.</summary>
    /// <exception cref="RefusedException">It is no moment.</exception>
    public static DateTimeOffset? Moment(string? typed, string field) => string.IsNullOrWhiteSpace(typed) ? null
        : DateTime.TryParseExact(typed.Trim(), Moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? new DateTimeOffset(at, Vietnam.Offset)
        : throw new RefusedException(Refusal.Invalid(field, new($"“{typed}” không phải ngày giờ. Nhập như 31/12/2026 17:00.", $"“{typed}” is no date and time. Type it like 31/12/2026 17:00.")));

    /// <summary>As it is typed: 31/12/2026.</summary>
    public static string Write(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>As it is typed: 31/12/2026 17:00, with seconds where there are any.</summary>
    public static string Write(DateTimeOffset at)
    {
        var here = at.ToOffset(Vietnam.Offset);
        return here.ToString(here.Second == 0 ? "dd/MM/yyyy HH:mm" : "dd/MM/yyyy HH:mm:ss", CultureInfo.InvariantCulture);
    }
}
