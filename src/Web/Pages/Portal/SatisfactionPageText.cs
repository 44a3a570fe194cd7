using ParIndex.Core;

namespace ParIndex.Web.Pages.Portal;

/// <summary>Words of the page of satisfaction.</summary>
public static class SatisfactionPageText
{
    public static Text Title(int year) => new($"Mức độ hài lòng năm {year}", $"Satisfaction in {year}");

    public static Text None(int year) => new($"Năm {year} không công bố mức độ hài lòng.", $"No satisfaction was published for {year}.");

    public static Text Headline(string share, string? margin, int units) => margin is null
        ? new($"{share} câu trả lời của người dân, tổ chức ở {units} đơn vị là hài lòng.", $"{share} of the answers of people and organisations on {units} units are satisfied.")
        : new($"{share} câu trả lời của người dân, tổ chức ở {units} đơn vị là hài lòng, sai số ± {margin} điểm phần trăm.",
            $"{share} of the answers of people and organisations on {units} units are satisfied, ± {margin} percentage points.");

    public static Text Counts(int above, int measured, string line, int crossing) => new(
        $"{above} trong {measured} đơn vị có mức độ hài lòng trên {line} như Quyết định đã đếm; {crossing} đơn vị có khoảng tin cậy 95 % chứa mốc này, nghĩa là mẫu khảo sát chưa cho biết họ ở bên nào.",
        $"{above} of {measured} units are above {line}, as the Decision counts them; the 95% interval of {crossing} holds that line: the sample cannot say on which side they lie.");

    public static Text CountsOnly(int above, int measured, string line) => new(
        $"{above} trong {measured} đơn vị có mức độ hài lòng trên {line}.", $"{above} of {measured} units are above {line}.");

    public static Text ShareFact { get; } = new("Câu trả lời hài lòng", "Satisfied answers");

    public static Text Margin(string margin) => new($"± {margin} điểm phần trăm (95 %)", $"± {margin} percentage points (95%)");

    public static Text Base { get; } = new("Cơ sở", "Base");

    public static Text Answers(string count) => new($"{count} câu trả lời", $"{count} answers");

    public static Text OfForms(string valid, string collected) => new($"{valid} phiếu hợp lệ trong {collected} phiếu thu về", $"{valid} valid forms of {collected} collected");

    public static Text AboveFact(string line) => new($"Đơn vị trên {line}", $"Units above {line}");

    public static Text CrossFact { get; } = new("Chưa chắc ở bên nào của mốc", "On either side of the line");

    public static Text CrossNames { get; } = new("Đơn vị có khoảng tin cậy chứa mốc", "Units whose interval holds the line");

    public static Text NoCross { get; } = new("Không có đơn vị nào.", "None.");

    public static Text MarginHow { get; } = new(
        "Sai số cộng phương sai của từng đơn vị theo phần câu trả lời của đơn vị đó; nó chỉ gồm sai số chọn mẫu.",
        "The margin adds the variances of the units by their part of the answers; it holds sampling error alone.");

    public static Text ByFactor { get; } = new("Theo yếu tố phục vụ", "By factor of service");

    public static Text ByFactorFinding(string lowest, string share) => new(
        $"Thấp nhất là “{lowest}”: {share} câu trả lời hài lòng.", $"Lowest is “{lowest}”: {share} of the answers are satisfied.");

    public static Text ByFactorDescription { get; } = new(
        "Mỗi thanh là 100 % câu trả lời có mức của một yếu tố: không hài lòng bên trái, bình thường ở giữa, hài lòng bên phải. Câu để trống, không biết, từ chối không nằm trong thanh. Cơ sở ở bên phải.",
        "Each bar is 100% of the answers with a level: dissatisfied at the left, neutral in the middle, satisfied at the right. Blank, not known and refused are not in it. The base stands at the right.");

    public static Text LevelsAlt { get; } = new("Biểu đồ thanh chia hai phía của bảng dưới đây: mỗi thanh một yếu tố.", "Diverging bars of the table below: a bar a factor.");

    public static Text Factor { get; } = new("Yếu tố", "Factor");

    public static Text Satisfied { get; } = new("Hài lòng", "Satisfied");

    public static Text Neutral { get; } = new("Bình thường", "Neutral");

    public static Text Dissatisfied { get; } = new("Không hài lòng", "Dissatisfied");

    public static Text BaseAnswers { get; } = new("Câu trả lời", "Answers");

    public static Text Funnel { get; } = new("Từng đơn vị so với trung bình chung", "Each unit against the mean of all");

    public static Text FunnelFinding(int outside, int units) => outside == 0
        ? new($"Không đơn vị nào trong {units} đơn vị nằm ngoài giới hạn 99,8 %: khác biệt giữa họ có thể chỉ do chọn mẫu.", $"None of {units} units lies outside the 99.8% limits: their differences may be sampling alone.")
        : new($"{outside} trong {units} đơn vị nằm ngoài giới hạn 99,8 %; các đơn vị khác không nên xếp thứ tự bằng mắt.", $"{outside} of {units} units lie outside the 99.8% limits; the others should not be ordered by eye.");

    public static Text FunnelAlt { get; } = new("Biểu đồ phễu của bảng dưới đây: mỗi dấu một đơn vị.", "Funnel plot of the table below: a mark a unit.");

    public static Text FunnelDescription { get; } = new(
        "Ngang: số phiếu hợp lệ. Dọc: tỷ lệ phiếu có hơn nửa số câu trả lời là hài lòng. Dải xám: giới hạn 95 % quanh trung bình; nét đứt: 99,8 %. Thoi màu cam: ngoài giới hạn. Trục đứng không bắt đầu từ 0.",
        "Across: valid forms. Up: share of forms with more than half of the answers satisfied. Grey band: 95% limits around the mean; dashed: 99.8%. Orange diamond: outside. The vertical axis does not start at 0.");

    public static Text Mean { get; } = new("trung bình", "mean");

    public static Text Forms { get; } = new("Phiếu hợp lệ", "Valid forms");

    public static Text SatisfiedForms { get; } = new("Phiếu hài lòng (%)", "Satisfied forms (%)");

    public static Text Near { get; } = new("Giới hạn 95 % (%)", "95% limits (%)");

    public static Text Far { get; } = new("Giới hạn 99,8 % (%)", "99.8% limits (%)");

    public static Text Where { get; } = new("Vị trí", "Where");

    public static Text Outside { get; } = new("Ngoài giới hạn", "Outside");

    public static Text Inside { get; } = new("Trong giới hạn", "Inside");

    public static Text Priorities { get; } = new("Nên cải thiện gì trước", "What to improve first");

    public static Text PrioritiesFinding(IReadOnlyList<string> first) => first.Count == 0
        ? new("Không yếu tố nào vừa dưới trung bình vừa gắn chặt với phần còn lại.", "No factor is both below the mean and closely linked with the rest.")
        : new($"Dưới trung bình và gắn chặt với phần còn lại: {string.Join("; ", first)}.", $"Below the mean and closely linked with the rest: {string.Join("; ", first)}.");

    public static Text PrioritiesAlt { get; } = new("Biểu đồ góc phần tư của bảng dưới đây: mỗi dấu một yếu tố.", "Quadrant plot of the table below: a mark a factor.");

    public static Text PrioritiesDescription(int units) => new(
        $"Ngang: tỷ lệ hài lòng. Dọc: hệ số tương quan giữa tỷ lệ của yếu tố và của các yếu tố còn lại, qua {units} đơn vị. Tương quan giữa các đơn vị không nói cái gì gây ra cái gì, và không phải của từng người. Trục không bắt đầu từ 0.",
        $"Across: satisfied share. Up: correlation of the factor's share with that of the other factors, over {units} units. It goes by units, not by persons, and says nothing of causes. The axes do not start at 0.");

    public static Text FirstCorner { get; } = new("Ưu tiên", "First");

    public static Text Link { get; } = new("Liên hệ với phần còn lại", "Link with the rest");

    public static Text ByUnit { get; } = new("Từng đơn vị", "Each unit");

    public static Text Interval { get; } = new("Khoảng tin cậy 95 %", "95% interval");

    public static Text AgainstLine(string line) => new($"So với {line}", $"Against {line}");

    public static Text Side(bool? above, bool? crosses) => crosses == true
        ? (above == true ? new Text("Trên, chưa chắc", "Above, not certain") : new("Không trên, chưa chắc", "Not above, not certain"))
        : above switch { true => new("Trên", "Above"), false => new("Không trên", "Not above"), _ => new("Không công bố", "Not published") };

    public static Text TooFew { get; } = new("Không đủ mẫu", "Too few answers");

    public static Text NoInterval { get; } = new("Không có", "None");

    public static Text Withheld { get; } = new("Ô không công bố", "What is withheld");

    public static Text WithheldWhy { get; } = new(
        "Đơn vị có ít phiếu hợp lệ hơn mức tối thiểu thì không công bố con số nào; ô bên cạnh cũng bỏ trống khi có thể trừ ra từ nó. “Không đủ mẫu” không phải là 0.",
        "A unit with fewer valid forms than the minimum has no figure published; a neighbouring cell is left out too where it could be subtracted. “Too few answers” is not 0.");

    public static Text WithheldUnits(IReadOnlyList<string> units) => units.Count == 0
        ? new("Năm này không đơn vị nào bị bỏ trống.", "No unit is withheld in this year.")
        : new($"Bị bỏ trống: {string.Join(", ", units)}.", $"Withheld: {string.Join(", ", units)}.");

    public static Text Method(string? version) => new($"Phương pháp khảo sát: {version}.", $"Method of the survey: {version}.");

    public static Text TotalsOnly { get; } = new("Năm này chỉ công bố mức độ hài lòng chung của từng đơn vị.", "Only the overall satisfaction of each unit was published for this year.");

    public static Text Signs { get; } = new("Dấu hiệu cần xem lại trong phiếu khảo sát", "Signs to look at in the survey forms");

    public static Text Privacy { get; } = new("Quyền riêng tư của người trả lời", "Privacy of respondents");
}
