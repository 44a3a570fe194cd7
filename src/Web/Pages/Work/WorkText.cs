using ParIndex.App.Accounts;
using ParIndex.Core;

namespace ParIndex.Web.Pages.Work;

/// <summary>Words of the frame around the inside pages.</summary>
public static class WorkText
{
    public static Text Inside { get; } = new("Trang làm việc", "Work pages");

    public static Text SignOut { get; } = new("Đăng xuất", "Sign out");

    public static Text Demo { get; } = new(
        "Bản trình diễn: tài khoản, số liệu nhập và thao tác ở đây đều minh họa, mất khi khởi động lại.",
        "Demonstration: accounts, entries and acts here are illustrative and are gone at the next start.");

    public static Text Problem { get; } = new("Có điều cần sửa", "There is a problem");

    public static Text NotNow { get; } = new("Chưa thực hiện được", "This was not done");

    /// <summary>A role as people call it.</summary>
    public static Text Name(Role role) => role switch
    {
        Role.UnitOfficer => new("Đầu mối cải cách hành chính của đơn vị", "Unit's PAR officer"),
        Role.UnitHead => new("Thủ trưởng đơn vị", "Head of unit"),
        Role.Appraiser => new("Chuyên viên thẩm định", "Appraiser"),
        Role.AppraisalLead => new("Lãnh đạo cơ quan chủ trì thẩm định", "Appraisal lead"),
        Role.Secretariat => new("Thường trực cải cách hành chính (Sở Nội vụ)", "Secretariat (Home Affairs)"),
        Role.CouncilMember => new("Thành viên hội đồng thẩm định", "Council member"),
        Role.CouncilChair => new("Chủ tịch hội đồng thẩm định", "Council chair"),
        Role.SurveyManager => new("Quản lý khảo sát", "Survey manager"),
        Role.FieldSupervisor => new("Giám sát khảo sát", "Field supervisor"),
        Role.Interviewer => new("Điều tra viên", "Interviewer"),
        Role.Clerk => new("Văn thư", "Clerk"),
        Role.Observer => new("Quan sát (thanh tra, kiểm toán)", "Observer (inspectorate, audit)"),
        Role.Administrator => new("Quản trị hệ thống", "System administrator"),
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
