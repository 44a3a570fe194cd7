using ParIndex.Core;
using ParIndex.Core.Computation;
using ParIndex.Core.Surveys;

namespace ParIndex.Documents.Announcement;

/// <summary>Words of the announcement. Every sentence takes its figures as arguments.</summary>
internal static class AnnouncementText
{
    public static Text DecisionHeading { get; } = new("Quyết định công bố", "The Decision");

    public static Text SatisfactionHeading { get; } =
        new("Mức độ hài lòng của người dân, tổ chức", "Satisfaction of citizens and organisations");

    public static Text HeadsHeading { get; } = new("Phân loại người đứng đầu", "Classification of heads");

    public static Text InitiativesHeading { get; } = new("Sáng kiến cải cách hành chính", "Reform initiatives");

    public static Text EditorHeading { get; } = new("Nguyên nhân, nhận xét, biểu dương", "Reasons, remarks, praise");

    public static Text EditorPart { get; } = new(
        "[Phần của biên tập viên: số liệu không nói được nguyên nhân. Nội dung viết vào đây là ý kiến của cơ quan công bố.]",
        "[The editor's part: figures do not tell reasons. What is written here is the publishing agency's opinion.]");

    public static Text Provisional { get; } = new(
        "SỐ LIỆU TẠM TÍNH: còn nội dung chưa hoàn tất, chưa phải kết quả cuối cùng.", "PROVISIONAL FIGURES: something is still open, these are not final results.");

    public static Text TotalsOnly { get; } = new(
        "Năm này chỉ có số tổng hợp của từng đơn vị, không có điểm chi tiết.", "Only totals of units are known for this year, no detail.");

    public static Text IndexHeading(int year) => new($"Chỉ số cải cách hành chính năm {year}", $"PAR index of {year}");

    public static Text Title(int year, Text place) => new(
        $"Thông cáo: Chỉ số cải cách hành chính năm {year} của {place.Vi}", $"Announcement: PAR index {year}, {place.En}");

    public static Text Subject(int year, bool satisfaction, bool heads)
    {
        List<Text> parts = [new("Chỉ số cải cách hành chính", "the PAR index")];
        if (satisfaction) parts.Add(new("mức độ hài lòng của người dân, tổ chức", "the satisfaction of citizens and organisations"));
        if (heads) parts.Add(new("kết quả phân loại người đứng đầu", "the classification of heads"));
        var list = List(parts, ";");
        return new($"về việc phê duyệt và công bố {list.Vi} năm {year}", $"approving and announcing {list.En} of {year}");
    }

    public static Text Decided(string number, DateOnly date, Text issuer, Text subject) => new(
        $"Ngày {Dates.Short(date)}, {issuer.Vi} ban hành Quyết định số {number} {subject.Vi}.",
        $"On {Dates.Short(date)}, {issuer.En} issued Decision {number} {subject.En}.");

    public static Text Draft(Text issuer, Text subject) => new(
        $"DỰ THẢO: Quyết định của {issuer.Vi} {subject.Vi} chưa có số và ngày ban hành.",
        $"DRAFT: the Decision of {issuer.En} {subject.En} has no number and date yet.");

    public static Text UnitsAssessed(int count, Text groups) => new(
        $"Có {count} đơn vị được đánh giá, gồm {groups.Vi}.", $"{count} units were assessed: {groups.En}.");

    public static Text RankedApart(int year, Text groups) => new(
        $"Năm {year} là năm đầu tiên {groups.Vi} được xếp hạng riêng.", $"{year} is the first year in which {groups.En} are ranked apart.");

    public static Text RankedFirst(int year, Text group) => new(
        $"Năm {year} là năm đầu tiên khối {group.Vi} được xếp hạng.", $"{year} is the first year in which the group {group.En} is ranked.");

    public static Text AllUnits(int count) => new($"toàn bộ {count} đơn vị", $"all {count} units");

    public static Text Mean(Text name, decimal mean) => new(
        $"Chỉ số bình quân của {Lower(name).Vi} là {Percent(mean).Vi}; chưa có số liệu năm trước để so sánh.",
        $"The mean index of {Lower(name).En} is {Percent(mean).En}; there is no comparable figure of the year before.");

    public static Text MeanChanged(Text name, decimal mean, decimal change, int year, decimal before)
    {
        var moved = Moved(change);
        return new(
            $"Chỉ số bình quân của {Lower(name).Vi} là {Percent(mean).Vi}, {moved.Vi} so với năm {year} ({Percent(before).Vi}).",
            $"The mean index of {Lower(name).En} is {Percent(mean).En}, {moved.En} against {year} ({Percent(before).En}).");
    }

    public static Text Top(Text group, Text places) => new($"Khối {group.Vi}: {places.Vi}.", $"Among {group.En}: {places.En}.");

    public static Text Place(int rank, Text names, int units, decimal index)
    {
        var figure = Percent(index);
        if (units > 1)
            return new($"{units} đơn vị đồng hạng {rank} là {names.Vi} ({figure.Vi})", $"{units} units share rank {rank}: {names.En} ({figure.En})");
        return rank == 1
            ? new($"{names.Vi} đứng đầu với {figure.Vi}", $"{names.En} leads with {figure.En}")
            : new($"{names.Vi} xếp thứ {rank} ({figure.Vi})", $"{names.En} is ranked {rank} ({figure.En})");
    }

    public static Text AllKept(int units, int year, Text names) => new(
        $"{units} đơn vị dẫn đầu giữ nguyên thứ hạng của năm {year}: {names.Vi}.", $"The top {units} keep their ranks of {year}: {names.En}.");

    public static Text SomeKept(int year, Text names) => new(
        $"Trong nhóm dẫn đầu, giữ nguyên thứ hạng của năm {year}: {names.Vi}.", $"In the top three, these keep their rank of {year}: {names.En}.");

    public static Text Mark(Text units, decimal mark, int count, Text? names, Text? before)
    {
        var line = Words.Percent(mark);
        var who = names is null ? new Text("", "") : new Text($": {names.Vi}", $": {names.En}");
        return count == 0
            ? new($"Trong {units.Vi}, chưa có đơn vị nào đạt từ {line.Vi} trở lên{before?.Vi}.", $"Of {units.En}, none reaches {line.En}{before?.En}.")
            : new($"Trong {units.Vi}, có {count} đơn vị đạt từ {line.Vi} trở lên{before?.Vi}{who.Vi}.",
                $"Of {units.En}, {count} {(count == 1 ? "reaches" : "reach")} {line.En} or more{before?.En}{who.En}.");
    }

    public static Text CountBefore(int year, int count) => new($" (năm {year}: {count} đơn vị)", $" ({year}: {count})");

    public static Text MostImproved(Text group, Text names, decimal change, int year) => new(
        $"Tăng nhiều nhất trong khối {group.Vi} so với năm {year}: {names.Vi} (tăng {Number(change).Vi} điểm phần trăm).",
        $"Most improved among {group.En} against {year}: {names.En} (up {Number(change).En} percentage points).");

    public static Text Beside(Text low, decimal lowMean, Text high, decimal highMean, Text? turned) => new(
        $"Chỉ số bình quân của {low.Vi} ({Percent(lowMean).Vi}) thấp hơn của {high.Vi} ({Percent(highMean).Vi}){turned?.Vi}.",
        $"The mean index of {low.En} ({Percent(lowMean).En}) is below that of {high.En} ({Percent(highMean).En}){turned?.En}.");

    public static Text YetBest(Text best, decimal bestIndex, Text high, decimal highBest) => new(
        $"; tuy vậy, đơn vị đứng đầu {best.Vi} ({Percent(bestIndex).Vi}) cao hơn đơn vị đứng đầu {high.Vi} ({Percent(highBest).Vi})",
        $"; yet the best of {best.En} ({Percent(bestIndex).En}) is above the best of {high.En} ({Percent(highBest).En})");

    public static Text NotRanked(Text unit, UnitState state)
    {
        Text why = state switch
        {
            UnitState.NotSubmitted => new("chưa nộp phiếu tự chấm điểm", "has not submitted its self-assessment"),
            UnitState.Incomplete => new("còn nội dung chưa có điểm", "has items without a score"),
            UnitState.NoIndex => new("không có nội dung nào áp dụng", "has no applicable item"),
            UnitState.NotPublished => new("số liệu không được công bố", "its figure was not published"),
            _ => new("kết quả chưa hoàn tất", "its result is not complete"),
        };
        return new($"{unit.Vi} không xếp hạng: {why.Vi}.", $"{unit.En} is not ranked: {why.En}.");
    }

    public static Text AboveAndBelow(Text units, int above, int below, SatisfactionThreshold threshold, Text? before)
    {
        var (over, under) = Lines(threshold);
        return new(
            $"Trong {units.Vi}, có {above} đơn vị có mức độ hài lòng {over.Vi} và {below} đơn vị {under.Vi}{before?.Vi}.",
            $"Of {units.En}, {above} have a satisfaction {over.En} and {below} {under.En}{before?.En}.");
    }

    public static Text AboveBefore(int year, int count, SatisfactionThreshold threshold)
    {
        var (over, _) = Lines(threshold);
        return new($"; năm {year} có {count} đơn vị {over.Vi}", $"; in {year}, {count} were {over.En}");
    }

    public static Text Stayed(int count, int before, int year, SatisfactionThreshold threshold, Text names)
    {
        var (over, _) = Lines(threshold);
        return new($"{count} đơn vị {over.Vi} trong cả hai năm {before} và {year}: {names.Vi}.", $"{count} units were {over.En} in both {before} and {year}: {names.En}.");
    }

    public static Text NobodyStayed(int before, int year, SatisfactionThreshold threshold)
    {
        var (over, _) = Lines(threshold);
        return new($"Không có đơn vị nào {over.Vi} trong cả hai năm {before} và {year}.", $"No unit was {over.En} in both {before} and {year}.");
    }

    public static Text WithoutSatisfaction(int count) => new(
        $"{count} đơn vị không có số liệu hài lòng (không đo hoặc không đủ mẫu).", $"{count} units have no satisfaction figure (not measured, or too few answers).");

    public static Text HighestSatisfaction(Text names, decimal value) => new(
        $"Mức độ hài lòng cao nhất: {names.Vi} ({Percent(value).Vi}).", $"Highest satisfaction: {names.En} ({Percent(value).En}).");

    public static Text Graded(int count, Text grade) => new($"{count} {Lower(grade).Vi}", $"{count} {Lower(grade).En}");

    public static Text Heads(Text? group, int count, Text grades) => group is null
        ? new($"Tính chung, trong {count} người đứng đầu được xét có {grades.Vi}.", $"Of all {count} heads considered: {grades.En}.")
        : new($"{group.Vi}: trong {count} người đứng đầu được xét có {grades.Vi}.", $"{group.En}: of {count} heads considered, {grades.En}.");

    public static Text Initiatives(int year, decimal total, Text? parts)
    {
        var number = Words.Number(total);
        return new(
            $"Năm {year} có {number.Vi} sáng kiến, giải pháp mới về cải cách hành chính được công nhận{(parts is null ? "" : $", gồm {parts.Vi}")}.",
            $"In {year}, {number.En} reform initiatives were recognised{(parts is null ? "" : $": {parts.En}")}.");
    }

    public static Text InitiativesOf(Text group, decimal count) => new(
        $"{Words.Number(count).Vi} của {Lower(group).Vi}", $"{Words.Number(count).En} of {Lower(group).En}");

    public static Text Made(string engine, string hash) => new(
        $"Các câu trên được lập từ số liệu theo quy tắc, phiên bản phần mềm {engine}; mã băm SHA-256 của dữ liệu đầu vào: {hash}.",
        $"These sentences were made from the figures by rules, engine {engine}; SHA-256 of the inputs: {hash}.");

    public static Text Source(Text source) => new($"Nguồn: {source.Vi}", $"Source: {source.En}");

    /// <summary>"A, B và C"; "A, B and C".</summary>
    public static Text List(IReadOnlyList<Text> parts, string separator = ",") => new(
        Chain([.. parts.Select(part => part.Vi)], separator, " và "), Chain([.. parts.Select(part => part.En)], separator, " and "));

    public static Text Semicolons(IReadOnlyList<Text> parts) => Words.Join("; ", parts);

    private static string Chain(List<string> parts, string separator, string last) =>
        parts.Count < 2 ? string.Concat(parts) : string.Join($"{separator} ", parts[..^1]) + last + parts[^1];

    private static Text Moved(decimal change) => change switch
    {
        > 0 => new($"tăng {Number(change).Vi} điểm", $"up {Number(change).En} points"),
        < 0 => new($"giảm {Number(-change).Vi} điểm", $"down {Number(-change).En} points"),
        _ => new("không thay đổi", "unchanged"),
    };

    private static (Text Over, Text Under) Lines(SatisfactionThreshold threshold)
    {
        var line = Words.Percent(threshold.Value);
        return threshold.OrEqual
            ? (new($"từ {line.Vi} trở lên", $"at or above {line.En}"), new($"dưới {line.Vi}", $"below {line.En}"))
            : (new($"trên {line.Vi}", $"above {line.En}"), new($"không trên {line.Vi}", $"not above {line.En}"));
    }

    private static Text Percent(decimal published) => Words.Percent(published, 2);

    private static Text Number(decimal published) => Words.Fixed(published, 2);

    private static Text Lower(Text name) => new(char.ToLowerInvariant(name.Vi[0]) + name.Vi[1..], char.ToLowerInvariant(name.En[0]) + name.En[1..]);
}
