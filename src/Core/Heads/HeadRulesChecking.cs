namespace ParIndex.Core.Heads;

/// <summary>What is wrong with a rule set: findings H001 to H022, each with its place and mend.</summary>
public static class HeadRulesChecking
{
    /// <summary>Checks a rule set; an error means that nobody can be classified by it.</summary>
    public static IReadOnlyList<Finding> Check(HeadRules rules) =>
        [.. Texts(rules), .. Duplicates(rules), .. Grades(rules), .. Inputs(rules), .. Profiles(rules), .. HeadStepsChecking.Check(rules), .. Sources(rules)];

    private static IEnumerable<Finding> Texts(HeadRules rules)
    {
        (string Where, Text Words)[] all =
        [
            (rules.Code, rules.Name), (rules.Code, rules.Basis),
            .. rules.Grades.Select(grade => (grade.Code, grade.Name)),
            .. rules.Inputs.Select(input => (input.Name, input.Label)),
            .. rules.Profiles.Select(profile => (profile.Code, profile.Name)),
            .. rules.Steps.SelectMany(step => step.Rules).Select(rule => (rule.Code, rule.Reason)),
            .. rules.Uses.Select(use => (use.Code, use.Words)),
            .. rules.Deadlines.Select(deadline => (deadline.Step, deadline.Words)),
        ];
        return all.Where(one => string.IsNullOrWhiteSpace(one.Words.Vi) || string.IsNullOrWhiteSpace(one.Words.En)).Select(one => new Finding("H001", one.Where, new(
            "Thiếu lời tiếng Việt hoặc tiếng Anh. Viết đủ cả hai.", "The Vietnamese or the English words are missing. Write both.")));
    }

    private static IEnumerable<Finding> Duplicates(HeadRules rules)
    {
        IEnumerable<string>[] lists =
        [
            rules.Grades.Select(grade => grade.Code), rules.Inputs.Select(input => input.Name), rules.Profiles.Select(profile => profile.Code),
            rules.Steps.SelectMany(step => step.Rules).Select(rule => rule.Code), rules.Sources.Select(source => source.Key),
        ];
        return lists.SelectMany(list => list.GroupBy(code => code, StringComparer.Ordinal).Where(same => same.Count() > 1)).Select(same => new Finding("H002", same.Key, new(
            $"Mã \"{same.Key}\" dùng {same.Count()} lần. Đặt mã riêng cho từng mục.", $"The code \"{same.Key}\" is used {same.Count()} times. Give each its own.")));
    }

    private static IEnumerable<Finding> Grades(HeadRules rules)
    {
        var orders = rules.Grades.Where(grade => grade.Order is not null).Select(grade => grade.Order!.Value).Order().ToList();
        if (orders.Count < 2 || orders.Distinct().Count() != orders.Count || rules.Grades.Count(grade => grade.Order is null) != 1)
            yield return new Finding("H003", "grades", new(
                "Cần ít nhất hai mức có thứ tự khác nhau và đúng một mục \"không xếp loại\" không có thứ tự. Sửa \"order\" của các mức.",
                "At least two grades with different orders and exactly one \"not classified\" without an order are needed. Correct \"order\" of the grades."));
    }

    private static IEnumerable<Finding> Inputs(HeadRules rules)
    {
        foreach (var input in rules.Inputs)
        {
            if (input.Min > input.Max)
                yield return new Finding("H004", input.Name, new(
                    "Giá trị nhỏ nhất lớn hơn giá trị lớn nhất. Đổi \"min\" và \"max\".", "The least value is above the greatest. Swap \"min\" and \"max\"."));
            var bad = input.Kind == HeadInputKind.Boolean ? input.Default is not (null or 0 or 1)
                : input.Default < input.Min || input.Default > input.Max || (input.Kind == HeadInputKind.Integer && input.Default % 1 is not (null or 0));
            if (bad || (input.Missing == MissingPolicy.Default) != input.Default is not null)
                yield return new Finding("H005", input.Name, new(
                    "Giá trị mặc định thiếu, thừa hoặc ngoài phạm vi. Ghi \"default\" đúng kiểu khi \"missing\" là \"default\" (có là 1, không là 0), nếu không thì bỏ.",
                    "The default is missing, not called for, or out of range. Give a fitting \"default\" when \"missing\" is \"default\" (yes is 1, no is 0), else remove it."));
        }
    }

    private static IEnumerable<Finding> Profiles(HeadRules rules)
    {
        foreach (var profile in rules.Profiles)
        {
            foreach (var code in profile.Bands.Keys.Where(code => rules.Grades.All(grade => grade.Code != code || grade.Order is null)))
                yield return HeadFindings.UnknownGrade($"{profile.Code}.bands", code);
            var bounds = rules.Grades.Where(grade => grade.Order is not null && profile.Bands.ContainsKey(grade.Code))
                .OrderByDescending(grade => grade.Order).Select(grade => profile.Bands[grade.Code]).ToList();
            if (bounds.Zip(bounds.Skip(1)).Any(pair => pair.First <= pair.Second))
                yield return new Finding("H007", $"{profile.Code}.bands", new(
                    "Cận dưới của mức cao hơn phải lớn hơn của mức thấp hơn. Sửa \"bands\".", "A better grade must have the greater lower bound. Correct \"bands\"."));
            if (profile.TopQuota is { } quota && quota.Share is <= 0 or >= 1)
                yield return new Finding("H008", $"{profile.Code}.topQuota", new(
                    "Tỷ lệ hạn ngạch phải lớn hơn 0 và nhỏ hơn 1: 20 % ghi là 0.2.", "The quota's share must be above 0 and below 1: write 20 % as 0.2."));
            if (profile.TopQuota is not null && rules.Steps.All(step => step.Quota is null))
                yield return new Finding("H009", profile.Code, new(
                    "Phương án có hạn ngạch nhưng bước \"top_quota\" không nói cách xếp thứ tự. Thêm \"quota\" vào bước đó.",
                    "The profile has a quota but the step \"top_quota\" does not say how heads are ordered. Add \"quota\" to that step."));
        }
    }

    private static IEnumerable<Finding> Sources(HeadRules rules)
    {
        (string Where, Provenance Status, string? Source)[] all =
        [
            .. rules.Grades.Select(grade => (grade.Code, grade.Status, grade.Source)), .. rules.Inputs.Select(input => (input.Name, input.Status, input.Source)),
            .. rules.Profiles.Select(profile => (profile.Code, profile.Status, profile.Source)),
            .. rules.Steps.Select(step => (HeadCase.Name(step.Id), step.Status, step.Source)),
            .. rules.Steps.SelectMany(step => step.Rules).Select(rule => (rule.Code, rule.Status, rule.Source)),
            .. rules.Uses.Select(use => (use.Code, use.Status, use.Source)), .. rules.Deadlines.Select(deadline => (deadline.Step, deadline.Status, deadline.Source)),
        ];
        foreach (var (where, status, source) in all)
            if (source is null ? status == Provenance.Sourced : rules.Sources.All(known => known.Key != source))
                yield return new Finding("H019", where, new(
                    "Dòng ghi là có nguồn nhưng không nêu nguồn trong \"sources\". Nêu nguồn, hoặc ghi \"illustrative\".",
                    "The line is called sourced but names no source of \"sources\". Name it, or call the line \"illustrative\"."));
        if (!rules.Illustrative && all.Any(one => one.Status == Provenance.Illustrative))
            yield return new Finding("H020", rules.Code, new(
                "Có dòng minh họa nhưng bộ quy tắc không ghi \"illustrative\": true. Ghi vào, để mọi trang và văn bản đều nói rõ.",
                "Some line is illustrative but the rule set does not say \"illustrative\": true. Say so, for every page and document to tell."));
    }
}
