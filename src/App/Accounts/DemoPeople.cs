namespace ParIndex.App.Accounts;

/// <summary>The cast of the demonstration: posts of the sample city, no names of persons.</summary>
public static class DemoPeople
{
    public static IReadOnlyList<DemoPerson> All { get; } =
    [
        new("01-dau-moi", "Đầu mối CCHC, UBND quận Ngô Quyền", "Nhập số liệu, tài liệu của đơn vị", Role.UnitOfficer, Unit: "NQ", MemberOf: "NQ"),
        new("02-thu-truong", "Chủ tịch UBND quận Ngô Quyền", "Kiểm tra và nộp bản tự đánh giá", Role.UnitHead, Unit: "NQ", MemberOf: "NQ"),
        new("03-tham-dinh-snv", "Chuyên viên thẩm định, Sở Nội vụ", "Thẩm định tiêu chí Sở Nội vụ chủ trì", Role.Appraiser, Department: "SNV", MemberOf: "SNV"),
        new("04-tham-dinh-vpub", "Chuyên viên thẩm định, Văn phòng UBND thành phố", "Thẩm định tiêu chí Văn phòng chủ trì", Role.Appraiser, Department: "VPUB", MemberOf: "VPUB"),
        new("05-lanh-dao", "Lãnh đạo Sở Nội vụ (chủ trì thẩm định)", "Phân công, chấp nhận, trả lại", Role.AppraisalLead, Department: "SNV", MemberOf: "SNV"),
        new("06-thuong-truc", "Thường trực CCHC, Sở Nội vụ", "Điều hành kỳ đánh giá", Role.Secretariat, MemberOf: "SNV"),
        new("07-thanh-vien", "Thành viên hội đồng thẩm định", "Xem xét, biểu quyết", Role.CouncilMember),
        new("08-chu-tich-hoi-dong", "Chủ tịch hội đồng thẩm định", "Kết luận, chốt kết quả", Role.CouncilChair),
        new("09-khao-sat", "Quản lý khảo sát", "Thiết kế, chọn mẫu, kiểm soát khảo sát", Role.SurveyManager),
        new("10-giam-sat", "Giám sát khảo sát", "Theo dõi đội điều tra", Role.FieldSupervisor),
        new("11-dieu-tra-vien", "Điều tra viên", "Phỏng vấn", Role.Interviewer),
        new("12-van-thu", "Văn thư UBND thành phố", "Số, ngày, tệp ký", Role.Clerk),
        new("13-thanh-tra", "Thanh tra (quan sát)", "Xem toàn bộ, không thay đổi", Role.Observer),
        new("14-quan-tri-1", "Quản trị hệ thống thứ nhất", "Tài khoản, cài đặt", Role.Administrator),
        new("15-quan-tri-2", "Quản trị hệ thống thứ hai", "Xác nhận quyền", Role.Administrator),
        new("16-dau-moi-hai-an", "Đầu mối CCHC, UBND quận Hải An", "Giải trình, đề nghị xem xét lại", Role.UnitOfficer, Unit: "HA", MemberOf: "HA"),
        new("17-thanh-vien-2", "Ủy viên hội đồng thẩm định thứ hai", "Xem xét, biểu quyết", Role.CouncilMember),
        new("18-thanh-vien-3", "Ủy viên hội đồng thẩm định thứ ba", "Xem xét, biểu quyết", Role.CouncilMember),
    ];
}
