using ParIndex.Core;

namespace ParIndex.App.Accounts;

/// <summary>Roles as people call them.</summary>
public static class RoleText
{
    public static Text Of(Role role) => role switch
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

    /// <summary>Where a role holds: at one unit, at one lead department, or everywhere.</summary>
    public static RolePlace PlaceOf(Role role) =>
        GrantConflict.IsScored(role) ? RolePlace.Unit : GrantConflict.Scores(role) ? RolePlace.Department : RolePlace.Everywhere;
}

/// <summary>Where a role holds.</summary>
public enum RolePlace
{
    Everywhere,

    /// <summary>For one unit that is scored.</summary>
    Unit,

    /// <summary>For the leaves of one lead department.</summary>
    Department,
}
