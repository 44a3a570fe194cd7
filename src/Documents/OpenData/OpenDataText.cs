using ParIndex.Core;
using ParIndex.Core.Cycles;

namespace ParIndex.Documents.OpenData;

/// <summary>Words that stand in the files of a package.</summary>
public static class OpenDataText
{
    /// <summary>In place of words that are not for the public; that there were words is still seen.</summary>
    public const string Withheld = "Có nêu, không công bố / Given, not published";

    /// <summary>Title of the package of a year.</summary>
    public static Text Title(Cycle cycle) => new(
        $"Chỉ số cải cách hành chính năm {cycle.Year}, {cycle.Place.Name.Vi}", $"Public administration reform index {cycle.Year}, {cycle.Place.Name.En}");

    /// <summary>What is in it.</summary>
    public static Text Description(Cycle cycle) => new(
        $"Chỉ số, thứ hạng, điểm từng tiêu chí và mức độ hài lòng năm {cycle.Year}, kèm dữ liệu đầu vào để tính lại.",
        $"Index, ranks, points of every criterion and satisfaction of {cycle.Year}, with the inputs to compute them again from.");
}
