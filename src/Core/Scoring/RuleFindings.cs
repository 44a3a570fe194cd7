using ParIndex.Core.Frameworks;
using ParIndex.Core.Frameworks.Checks;

namespace ParIndex.Core.Scoring;

/// <summary>What can be wrong with the parameters of a rule; each kind of rule says in its own Check which of these concern it.</summary>
internal static class RuleFindings
{
    public static Finding Empty(string where) => FrameworkFindings.Of("F032", where,
        $"{where}: cách tính điểm không có mức, khoảng, bậc hoặc mục nào. Bổ sung ít nhất một.",
        $"{where}: the rule has no level, band, step or item. Add at least one.");

    /// <summary>Points the rule names: none negative, none above the maximum, one that reaches it.</summary>
    public static IEnumerable<Finding> OfAwards(string where, IReadOnlyList<Points> awards, Points max)
    {
        if (awards.Count == 0) yield break;
        var (best, whole) = (awards.Aggregate(Points.Max), Words.Number(max.Value));
        var greatest = Words.Number(best.Value);
        if (awards.Any(points => points < Points.Zero))
            yield return FrameworkFindings.Of("F036", where,
                $"{where}: có mức điểm âm. Điểm trừ thuộc phần adjustments; ở đây ghi từ 0 trở lên.",
                $"{where}: a level has negative points. Penalties belong under adjustments; write 0 or more here.");
        if (best > max)
            yield return FrameworkFindings.Of("F034", where,
                $"{where}: mức cao nhất {greatest.Vi} điểm, vượt điểm tối đa {whole.Vi}. Sửa mức điểm hoặc điểm tối đa.",
                $"{where}: the best level gives {greatest.En}, above the maximum of {whole.En}. Change the level or the maximum.");
        if (best < max)
            yield return FrameworkFindings.Of("F035", where,
                $"{where}: mức cao nhất {greatest.Vi} điểm, không đạt điểm tối đa {whole.Vi}. Sửa mức điểm hoặc điểm tối đa.",
                $"{where}: the best level gives {greatest.En}, short of the maximum of {whole.En}. Change the level or the maximum.");
    }

    /// <summary>Names of inputs: well formed, each once.</summary>
    public static IEnumerable<Finding> OfInputs(string where, IReadOnlyList<RuleInput> inputs)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var input in inputs)
        {
            if (!IsName(input.Name))
                yield return FrameworkFindings.Of("F042", where,
                    $"{where}: tên số liệu “{input.Name}” sai dạng. Dùng chữ thường không dấu, chữ số và dấu gạch dưới, ví dụ on_time.",
                    $"{where}: the input name “{input.Name}” is malformed. Use lower-case letters, digits and underscores, such as on_time.");
            if (!seen.Add(input.Name))
                yield return FrameworkFindings.Of("F041", where,
                    $"{where}: số liệu “{input.Name}” được dùng hai lần trong một cách tính. Đặt tên khác cho một trong hai.",
                    $"{where}: input “{input.Name}” is used twice in one rule. Give one of the two its own name.");
        }
    }

    public static IEnumerable<Finding> OfOptions(string where, IReadOnlyList<LevelOption> options)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var option in options)
            if (!IsName(option.Code) || !seen.Add(option.Code))
                yield return FrameworkFindings.Of("F033", where,
                    $"{where}: mã mức “{option.Code}” trùng hoặc sai dạng. Dùng chữ thường không dấu, chữ số và dấu gạch dưới, mỗi mã một lần.",
                    $"{where}: level code “{option.Code}” stands twice or is malformed. Use lower-case letters, digits and underscores, each code once.");
    }

    /// <summary>Bands are tried in order: none is out of reach, no two overlap, none is missing between or around them.</summary>
    public static IEnumerable<Finding> OfBands(string where, BracketsRule rule)
    {
        var ranges = rule.Bands.Select(band => new Interval(band.From?.Value, band.FromIncluded, band.To?.Value, band.ToIncluded)).ToList();
        var reachable = new List<Interval>();
        for (var i = 0; i < ranges.Count; i++)
        {
            var words = rule.Bands[i].InWords;
            if (ranges[i].IsEmpty || reachable.Any(before => before.Contains(ranges[i])))
                yield return FrameworkFindings.Of("F039", where,
                    $"{where}: khoảng “{words.Vi}” không bao giờ đạt tới vì rỗng hoặc nằm trong khoảng trước. Sửa cận hoặc bỏ khoảng.",
                    $"{where}: the band “{words.En}” is never reached, being empty or inside an earlier one. Correct its bounds or remove it.");
            else
            {
                if (reachable.Any(before => before.Overlaps(ranges[i])))
                    yield return FrameworkFindings.Of("F037", where,
                        $"{where}: khoảng “{words.Vi}” chồng lấn một khoảng trước. Sửa để mỗi tỷ lệ thuộc đúng một khoảng.",
                        $"{where}: the band “{words.En}” overlaps an earlier one. Change the bounds so that each share has one band.");
                reachable.Add(ranges[i]);
            }
        }

        foreach (var (from, to) in Interval.Gaps(reachable))
        {
            var (low, high) = (Words.Percent(from), Words.Percent(to));
            yield return FrameworkFindings.Of("F038", where,
                $"{where}: không có khoảng nào giữa {low.Vi} và {high.Vi}. Nối các khoảng liền nhau.",
                $"{where}: there is no band between {low.En} and {high.En}. Join the bands.");
        }

        if (reachable.Count > 0 && (!reachable.Any(range => range.Holds(0)) || !reachable.Any(range => rule.MayExceed ? range.To is null : range.Holds(100))))
            yield return FrameworkFindings.Of("F040", where,
                $"{where}: các khoảng không phủ hết từ 0 đến {(rule.MayExceed ? "trên " : "")}100 %. Mở cận dưới và cận trên.",
                $"{where}: the bands do not cover everything from 0 to {(rule.MayExceed ? "above " : "")}100%. Open the lowest and the highest.");
    }

    public static Finding Target(string where) => FrameworkFindings.Of("F043", where,
        $"{where}: mục tiêu phải lớn hơn 0 %. Sửa target.",
        $"{where}: the target must be above 0%. Correct target.");

    public static Finding Cutoff(string where, Quantity cutoff) => FrameworkFindings.Of("F044", where,
        $"{where}: ngưỡng {Words.Percent(cutoff.Value).Vi} phải lớn hơn 0 và dưới 100 %. Sửa cutoff.",
        $"{where}: the cut-off of {Words.Percent(cutoff.Value).En} must be above 0 and below 100%. Correct cutoff.");

    public static Finding Floor(string where, Quantity floor, Quantity target) => FrameworkFindings.Of("F045", where,
        $"{where}: mức sàn {Words.Percent(floor.Value).Vi} phải từ 0 % và dưới mục tiêu {Words.Percent(target.Value).Vi}. Sửa floor hoặc target.",
        $"{where}: the floor of {Words.Percent(floor.Value).En} must be 0% or more and below the target of {Words.Percent(target.Value).En}. Correct floor or target.");

    /// <summary>Deductions: positive points each, and a rest below the maximum.</summary>
    public static IEnumerable<Finding> OfDeduction(string where, IEnumerable<Points> each, Points floor, Points max)
    {
        if (each.Any(points => points <= Points.Zero)) yield return EachNotPositive(where);
        if (floor < Points.Zero || floor >= max)
            yield return FrameworkFindings.Of("F047", where,
                $"{where}: điểm còn lại tối thiểu phải từ 0 đến dưới điểm tối đa {Words.Number(max.Value).Vi}. Sửa floor.",
                $"{where}: the least that remains must be from 0 to below the maximum of {Words.Number(max.Value).En}. Correct floor.");
    }

    public static Finding EachNotPositive(string where) => FrameworkFindings.Of("F046", where,
        $"{where}: số điểm mỗi lần phải lớn hơn 0. Ghi số dương; cách tính tự cộng hoặc trừ.",
        $"{where}: the points each must be above 0. Write a positive number; the rule itself adds or takes off.");

    public static IEnumerable<Finding> OfSteps(string where, IReadOnlyList<CountStep> steps)
    {
        if (steps.Zip(steps.Skip(1)).Any(pair => pair.Second.AtLeast >= pair.First.AtLeast || pair.Second.Points > pair.First.Points))
            yield return FrameworkFindings.Of("F048", where,
                $"{where}: các bậc phải xếp từ cao xuống thấp, không trùng, bậc thấp không nhiều điểm hơn. Sắp xếp lại steps.",
                $"{where}: steps run from the highest down, none twice, a lower one never earning more. Put steps in order.");
        else if (steps.Count > 0 && steps[^1].AtLeast > Quantity.Of(0))
            yield return FrameworkFindings.Of("F049", where,
                $"{where}: không có bậc 0, nên dưới bậc thấp nhất được 0 điểm mà không nói rõ. Thêm bậc 0.",
                $"{where}: there is no step at 0, so that less than the lowest silently earns 0. Add a step at 0.");
    }

    public static IEnumerable<Finding> OfChecklist(string where, IReadOnlyList<ChecklistItem> items, Points max)
    {
        if (items.Any(item => item.Each <= Points.Zero)) yield return EachNotPositive(where);
        if (items.Any(item => item.Of < 1))
            yield return FrameworkFindings.Of("F051", where,
                $"{where}: số mục (of) phải từ 1 trở lên. Sửa of.",
                $"{where}: the number of items (of) must be 1 or more. Correct of.");
        else if (items.Sum(item => item.Of * item.Each.TenThousandths) is var sum && items.Count > 0 && sum != max.TenThousandths)
            yield return FrameworkFindings.Of("F050", where,
                $"{where}: các mục cộng lại được {Words.Number(new Points(sum).Value).Vi} nhưng điểm tối đa là {Words.Number(max.Value).Vi}. Sửa điểm các mục hoặc điểm tối đa.",
                $"{where}: the items add up to {Words.Number(new Points(sum).Value).En} but the maximum is {Words.Number(max.Value).En}. Change the items or the maximum.");
    }

    public static Finding Scale(string where) => FrameworkFindings.Of("F052", where,
        $"{where}: giá trị thấp nhất của thang khảo sát phải dưới giá trị cao nhất. Sửa scaleMin hoặc scaleMax.",
        $"{where}: the least value of the survey scale must be below the greatest. Correct scaleMin or scaleMax.");

    public static IEnumerable<Finding> OfExternal(string where, ExternalRule rule)
    {
        if (string.IsNullOrWhiteSpace(rule.From.Vi) || string.IsNullOrWhiteSpace(rule.From.En))
            yield return FrameworkFindings.Of("F053", where,
                $"{where}: chưa nêu hệ thống hoặc cơ quan công bố điểm. Ghi vào from, bằng cả hai thứ tiếng.",
                $"{where}: the system or body that publishes the score is not named. Name it in from, in both languages.");
        if (rule.OutOf <= Quantity.Of(0))
            yield return FrameworkFindings.Of("F054", where,
                $"{where}: thang điểm bên ngoài phải lớn hơn 0. Sửa outOf.",
                $"{where}: the external scale must be above 0. Correct outOf.");
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= 60 && char.IsAsciiLetterLower(name[0]) && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');
}
