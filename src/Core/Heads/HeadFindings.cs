namespace ParIndex.Core.Heads;

/// <summary>Findings that several checks of a rule set give.</summary>
internal static class HeadFindings
{
    public static Finding UnknownGrade(string where, string code) => new("H006", where, new(
        $"Không có mức \"{code}\". Dùng mã một mức có thứ tự trong \"grades\".", $"There is no grade \"{code}\". Use the code of an ordered grade of \"grades\"."));

    public static Finding UnknownInput(string where, string input) => new("H010", where, new(
        $"Không có thông tin \"{input}\" trong \"inputs\". Thêm vào hoặc sửa tên.", $"There is no \"{input}\" in \"inputs\". Add it or correct the name."));
}
