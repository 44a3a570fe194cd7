namespace ParIndex.App.Accounts;

/// <summary>What a person may do here; the scope (unit, leaves, cycle) stands in the grant.</summary>
public enum Role
{
    /// <summary>Đầu mối CCHC của đơn vị: enters, attaches, explains, claims for the own unit.</summary>
    UnitOfficer,

    /// <summary>Thủ trưởng đơn vị: confirms and submits; answers the own classification.</summary>
    UnitHead,

    /// <summary>Chuyên viên thẩm định của sở chủ trì: scores assigned leaves of all units but the own.</summary>
    Appraiser,

    /// <summary>Lãnh đạo sở chủ trì: assigns, accepts, returns.</summary>
    AppraisalLead,

    /// <summary>Thường trực CCHC, Sở Nội vụ: runs the cycle.</summary>
    Secretariat,

    /// <summary>Thành viên hội đồng thẩm định.</summary>
    CouncilMember,

    /// <summary>Chủ tịch hội đồng: rules and freezes.</summary>
    CouncilChair,

    /// <summary>Quản lý khảo sát.</summary>
    SurveyManager,

    /// <summary>Giám sát thực địa.</summary>
    FieldSupervisor,

    /// <summary>Điều tra viên.</summary>
    Interviewer,

    /// <summary>Văn thư, văn phòng UBND: number, date, signed file.</summary>
    Clerk,

    /// <summary>Thanh tra, kiểm toán: reads everything, changes nothing.</summary>
    Observer,

    /// <summary>Quản trị hệ thống: settings, accounts; no scores, no answers.</summary>
    Administrator,
}
