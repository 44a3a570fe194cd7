using ParIndex.Core;

namespace ParIndex.Documents.Announcement;

/// <summary>Words of the room that no figure changes: headings and the editor's place.</summary>
internal static class AnnouncementText
{
    public static readonly Text Editor = new(
        "[Phần của biên tập viên: nguyên nhân, đánh giá, biểu dương và phê bình. Phần mềm không viết phần này.]",
        "[The editor's part: reasons, judgement, praise and criticism. The software does not write it.]");

    public static Text Title(Core.Cycles.Cycle cycle) => new(
        $"Thông cáo: Chỉ số cải cách hành chính năm {cycle.Year} của {cycle.Place.Name.Vi}",
        $"Announcement: public administration reform index {cycle.Year} of {cycle.Place.Name.En}");

    public static Text? Heading(StatementSection section) => section switch
    {
        StatementSection.Ranking => new("Kết quả xếp hạng", "Ranking"),
        StatementSection.Means => new("Kết quả chung", "Means"),
        StatementSection.Satisfaction => new("Mức độ hài lòng của người dân, tổ chức", "Satisfaction of citizens and organisations"),
        StatementSection.Heads => new("Phân loại người đứng đầu", "Classification of heads"),
        StatementSection.Initiatives => new("Sáng kiến", "Initiatives"),
        _ => null,
    };
}
