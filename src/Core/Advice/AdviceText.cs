
namespace ParIndex.Core.Advice;

/// <summary>Words of the advice: the whole of it as lines, so that the terminal and any page say the same.</summary>
public static class AdviceText
{
    internal static Text Evidence { get; } = new(
        "nộp tài liệu kiểm chứng hoặc văn bản giải trình", "hand in the evidence or a written explanation");

    internal static Text ByJudgement { get; } = new(
        "Không có cách tính: người thẩm định cho điểm theo nhận định.", "No rule computes it: the appraiser judges.");

    internal static Text NoFigures { get; } = new(
        "Không có số liệu đầu vào theo cách tính nên không tính được bước tiếp theo.", "The rule has no figures for it, so that no next step can be computed.");

    internal static Text NoStep { get; } = new(
        "Theo cách tính không còn bước nào cao hơn với các số liệu này.", "By the rule these figures have no higher step left.");

    internal static Text NoCost { get; } = new("Không có trong tệp chi phí nên không đưa vào phương án.", "Not in the file of costs, so not part of any set.");

    internal static Text BelowRule(Points less)
    {
        var points = Words.Points(less);
        return new(
            $"Người thẩm định cho thấp hơn cách tính {points.Vi}; phần trừ này được giữ nguyên.",
            $"The appraiser gave {points.En} less than the rule; that is kept.");
    }

    /// <summary>How effort is counted.</summary>
    public static Text Model(bool costsGiven) => costsGiven
        ? new(
            "chi phí của trọn quãng đường đến điểm tối đa lấy từ tệp chi phí, một phần quãng đường tính theo tỷ lệ; tiêu chí không có trong tệp không được đưa vào",
            "the cost of the whole way to a criterion's maximum comes from the file of costs, part of the way costs in proportion; criteria not in the file stay out")
        : new(
            "trọn quãng đường từ số liệu hiện tại đến điểm tối đa của mỗi tiêu chí tính là 1, một phần quãng đường tính theo tỷ lệ; không phải là tiền hay ngày công",
            "the whole way from the present figures to a criterion's maximum counts 1, part of the way in proportion; this is neither money nor days");

    /// <summary>What the advice assumes.</summary>
    public static Text Assumption(bool costsGiven)
    {
        var model = Model(costsGiven);
        return new(
            $"Giả định: các đơn vị khác giữ nguyên điểm; tiêu chí không đổi; mẫu số của các tỷ lệ giữ nguyên; cách tính sức: {model.Vi}. Mỗi tiêu chí được chia thành nhiều nhất 20 bước.",
            $"Assumed: all other units stand still; the criteria stay; the wholes of the shares stay; effort: {model.En}. Each criterion is cut into at most 20 steps.");
    }

    /// <summary>The advice, line by line.</summary>
    /// <param name="advice">The advice.</param>
    /// <param name="leaves">How many of the lost leaves are spelled out.</param>
    public static IReadOnlyList<Text> Lines(UnitAdvice advice, int leaves = int.MaxValue)
    {
        var lines = new List<Text> { Heading(advice), Gap(advice) };
        lines.AddRange(advice.Gaps.Where(gap => gap.Behind != 0).OrderByDescending(gap => gap.Behind).Select(Area));
        lines.Add(new("", ""));
        var total = Words.Number(new Points(advice.Lost.Sum(one => one.Lost.TenThousandths)).Value);
        lines.Add(new($"Nơi mất điểm ({advice.Lost.Count} tiêu chí, {total.Vi} điểm):", $"Where points were lost ({advice.Lost.Count} criteria, {total.En} points):"));
        foreach (var lost in advice.Lost.Take(leaves)) lines.AddRange(Of(lost));
        lines.Add(new("", ""));
        lines.AddRange(Set(advice));
        lines.Add(Assumption(advice.CostsGiven));
        return lines;
    }

    private static Text Heading(UnitAdvice advice)
    {
        var (unit, places) = (advice.Unit, advice.Unit.Sheet!.Framework.Rounding.PublishedPlaces);
        var index = Words.Fixed(unit.Published!.Value, places);
        var (tiedVi, tiedEn) = unit.Standing!.Value.Tied ? (" (đồng hạng)", " (shared)") : ("", "");
        return new(
            $"{unit.Unit.Name.Vi}: chỉ số {index.Vi}, hạng {unit.Standing.Value.Rank}{tiedVi}.",
            $"{unit.Unit.Name.En}: index {index.En}, rank {unit.Standing.Value.Rank}{tiedEn}.");
    }

    private static Text Gap(UnitAdvice advice)
    {
        var places = advice.Unit.Sheet!.Framework.Rounding.PublishedPlaces;
        var names = Words.Join(", ", advice.Ahead.Select(one => one.Unit.Name));
        var (index, rank) = (Words.Fixed(advice.Ahead[0].Published!.Value, places), advice.Ahead[0].Standing!.Value.Rank);
        if (advice.Needed is not { } needed)
            return new(
                $"Phía trước: {names.Vi}, {index.Vi}, hạng {rank}. Dù đạt mọi điểm cũng không vượt được (điểm thưởng của đơn vị đó hoặc mức trần của chỉ số).",
                $"Ahead: {names.En}, {index.En}, rank {rank}. Not even every point would pass it (its bonus, or the cap of the index).");
        var points = Words.Points(needed);
        return new(
            $"Phía trước: {names.Vi}, {index.Vi}, hạng {rank}. Cần thêm ít nhất {points.Vi} để vượt.",
            $"Ahead: {names.En}, {index.En}, rank {rank}. It takes at least {points.En} more to pass.");
    }

    private static Text Area(AreaGap gap)
    {
        var by = Words.Fixed(Math.Abs(gap.Behind), 2);
        return gap.Behind > 0
            ? new($"  {gap.Area.Code} {gap.Area.Name.Vi}: kém {by.Vi} điểm chỉ số", $"  {gap.Area.Code} {gap.Area.Name.En}: {by.En} points of the index behind")
            : new($"  {gap.Area.Code} {gap.Area.Name.Vi}: hơn {by.Vi} điểm chỉ số", $"  {gap.Area.Code} {gap.Area.Name.En}: {by.En} points of the index ahead");
    }

    private static IEnumerable<Text> Of(LostPoints lost)
    {
        var (points, index) = (Words.Number(lost.Lost.Value), Words.Fixed(lost.LostIndex, 2));
        yield return new(
            $"  {lost.Leaf.Code} {lost.Leaf.Name.Vi}: mất {points.Vi} điểm ({index.Vi} điểm chỉ số). {lost.Why.Vi}",
            $"  {lost.Leaf.Code} {lost.Leaf.Name.En}: {points.En} points lost ({index.En} points of the index). {lost.Why.En}");
        if (lost.Changes.Count > 0)
        {
            yield return Step(new("bước tiếp theo", "next step"), lost.Changes[0]);
            if (lost.Changes.Count > 1 && lost.Changes.All(one => one.Part == lost.Changes[0].Part)) yield return Step(new("đến tối đa", "to the maximum"), lost.Changes[^1]);
            else foreach (var other in lost.Changes.Skip(1)) yield return Step(new("hoặc thêm", "or also"), other);
        }

        if (lost.Note is { } note) yield return new($"    {note.Vi}", $"    {note.En}");
    }

    private static Text Step(Text which, AdvisedChange change)
    {
        var (gain, effort) = (Words.Points(change.Gain), Words.Number(change.Effort, 0, 2));
        return new($"    {which.Vi}: {change.Words.Vi} → thêm {gain.Vi}, sức {effort.Vi}", $"    {which.En}: {change.Words.En} → {gain.En} more, effort {effort.En}");
    }

    private static IEnumerable<Text> Set(UnitAdvice advice)
    {
        if (advice.Cheapest is not { } set)
        {
            var reachable = Words.Points(advice.Reachable);
            yield return new(
                $"Không có phương án nào theo cách tính vượt được: nhiều nhất thêm {reachable.Vi}.",
                $"No set of changes that the rules know passes it: at most {reachable.En} more.");
            yield break;
        }

        var (effort, gain) = (Words.Number(set.Effort, 0, 2), Words.Points(set.Gain));
        yield return new($"Phương án ít tốn sức nhất (sức {effort.Vi}, thêm {gain.Vi}):", $"The cheapest set (effort {effort.En}, {gain.En} more):");
        foreach (var change in set.Changes)
        {
            var leaf = advice.Unit.Sheet!.Framework.Leaves[change.Leaf];
            var (each, points) = (Words.Number(change.Effort, 0, 2), Words.Points(change.Gain));
            yield return new(
                $"  {leaf.Code} {leaf.Name.Vi}: {change.Words.Vi} → thêm {points.Vi}, sức {each.Vi}",
                $"  {leaf.Code} {leaf.Name.En}: {change.Words.En} → {points.En} more, effort {each.En}");
        }

        var index = Words.Fixed(set.Published, advice.Unit.Sheet!.Framework.Rounding.PublishedPlaces);
        yield return new($"Khi đó chỉ số là {index.Vi}, hạng {set.Rank}.", $"The index is then {index.En}, rank {set.Rank}.");
    }
}
