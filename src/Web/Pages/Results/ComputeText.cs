using ParIndex.Core;

namespace ParIndex.Web.Pages.Results;

/// <summary>Words of computing and freezing.</summary>
internal static class ComputeText
{
    public static Text Title(int year) => new($"Tính và chốt kết quả năm {year}", $"Compute and freeze {year}");

    public static Text Computed(int run, bool final) => final
        ? new($"Đã tính lần {run}; kết quả đủ điều kiện chốt.", $"Run {run} computed; it can be frozen.")
        : new($"Đã tính lần {run}; kết quả còn tạm tính, xem các điều còn vướng.", $"Run {run} computed; it is provisional: see what is open.");

    public static Text Frozen(int run) => new($"Đã chốt lần tính {run}.", $"Run {run} is frozen.");
}
