using System.Globalization;

namespace ParIndex.App;

/// <summary>Time as people here read it: Asia/Ho_Chi_Minh, which has had no summer time since 1975.</summary>
public static class Vietnam
{
    public static TimeSpan Offset { get; } = TimeSpan.FromHours(7);

    /// <summary>dd/MM/yyyy HH:mm:ss.</summary>
    public static string Moment(DateTimeOffset at) => at.ToOffset(Offset).ToString("dd/MM/yyyy HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The day it is here.</summary>
    public static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Offset).DateTime);
}
