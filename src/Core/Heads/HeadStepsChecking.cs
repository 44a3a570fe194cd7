namespace ParIndex.Core.Heads;

/// <summary>What is wrong with the steps and conditions of a rule set.</summary>
internal static class HeadStepsChecking
{
    public static IEnumerable<Finding> Check(HeadRules rules) => [.. Order(rules), .. Outcomes(rules), .. Conditions(rules), .. Coverage(rules)];

    private static IEnumerable<Finding> Order(HeadRules rules)
    {
        var ids = rules.Steps.Select(step => step.Id).ToList();
        if (!ids.SequenceEqual(Enum.GetValues<HeadStepKind>()))
            yield return new Finding("H011", "steps", new(
                "Các bước phải đủ, mỗi bước một lần và đúng thứ tự: " + Names() + ". Sắp xếp lại \"steps\".",
                "The steps must all be there, once each and in this order: " + Names() + ". Reorder \"steps\"."));

        static string Names() => string.Join(", ", Enum.GetValues<HeadStepKind>().Select(HeadCase.Name));
    }

    private static IEnumerable<Finding> Outcomes(HeadRules rules)
    {
        var levels = rules.Grades.Where(grade => grade.Order is not null).ToDictionary(grade => grade.Code, grade => grade.Order!.Value, StringComparer.Ordinal);
        foreach (var step in rules.Steps)
        {
            foreach (var rule in step.Rules)
            {
                var given = (rule.Then is not null ? 1 : 0) + (rule.Max is not null ? 1 : 0) + (rule.Down is not null ? 1 : 0);
                var fits = step.Id switch
                {
                    HeadStepKind.Eligibility or HeadStepKind.FailingConditions or HeadStepKind.BaseBand => rule.Then is not null,
                    HeadStepKind.Ceilings => rule.Max is not null,
                    HeadStepKind.Downgrades => rule.Down > 0,
                    _ => false,
                };
                if (given != 1 || !fits)
                    yield return new Finding("H012", rule.Code, new(
                        "Kết quả không hợp với bước: ghi \"then\" cho eligibility, failing_conditions, base_band; \"max\" cho ceilings; \"down\" lớn hơn 0 cho downgrades.",
                        "The outcome does not fit the step: \"then\" in eligibility, failing_conditions and base_band; \"max\" in ceilings; \"down\" above 0 in downgrades."));
                if (step.Id == HeadStepKind.Eligibility && rule.Then is { } left && rules.Grades.All(grade => grade.Code != left || grade.Order is not null))
                    yield return new Finding("H013", rule.Code, new(
                        "Bước eligibility chỉ đưa về mục \"không xếp loại\" (không có thứ tự). Sửa \"then\".", "Eligibility can only lead to the grade without an order. Correct \"then\"."));
                else if (step.Id != HeadStepKind.Eligibility && (rule.Then ?? rule.Max) is { } code && !levels.ContainsKey(code))
                    yield return HeadFindings.UnknownGrade(rule.Code, code);
                if (rule.Max is { } max && levels.Count > 0 && levels.TryGetValue(max, out var order) && order == levels.Values.Max())
                    yield return new Finding("H014", rule.Code, new(
                        "Mức trần bằng mức cao nhất nên không có tác dụng. Hạ \"max\" hoặc bỏ quy tắc.", "A ceiling at the best grade never bites. Lower \"max\" or remove the rule."), Severity.Warning);
            }

            if (step.Id == HeadStepKind.Downgrades && step.Rules.Count > 0 && step.MaxTotal is null or < 1)
                yield return new Finding("H015", "downgrades", new(
                    "Chưa nói được hạ tổng cộng mấy mức. Ghi \"maxTotal\" từ 1 trở lên.", "It is not said how many grades may be lost in all. Give \"maxTotal\" of at least 1."));
            if (step.Quota is { } quota && !levels.ContainsKey(quota.ExcessBecomes)) yield return HeadFindings.UnknownGrade("top_quota", quota.ExcessBecomes);
        }
    }

    private static IEnumerable<Finding> Conditions(HeadRules rules)
    {
        var inputs = rules.Inputs.GroupBy(input => input.Name, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        foreach (var rule in rules.Steps.SelectMany(step => step.Rules))
        {
            if (rule.When is null) continue;
            if (!Shaped(rule.When))
            {
                yield return new Finding("H016", rule.Code, new(
                    "Điều kiện không đủ hoặc thừa phần: ghi \"input\" và \"is\", so sánh với đúng một trong \"value\", \"parameter\", \"other\"; hoặc một danh sách \"all\" hay \"any\".",
                    "The condition has too few or too many parts: \"input\" and \"is\" with exactly one of \"value\", \"parameter\", \"other\"; or one list, \"all\" or \"any\"."));
                continue;
            }

            foreach (var part in rule.When.Leaves)
            {
                foreach (var name in new[] { part.Input, part.Other })
                    if (name is not null && !inputs.ContainsKey(name)) yield return HeadFindings.UnknownInput(rule.Code, name);
                if (inputs.TryGetValue(part.Input!, out var input)
                    && (input.Kind == HeadInputKind.Boolean ? Condition.NeedsThreshold(part.Is!.Value) : part.Is is Comparison.Yes or Comparison.No))
                    yield return new Finding("H017", rule.Code, new(
                        $"Phép so sánh không hợp với \"{input.Name}\": dùng yes, no cho có/không; less, at_most, equal, at_least, greater cho số.",
                        $"The comparison does not fit \"{input.Name}\": yes, no for a yes-or-no; less, at_most, equal, at_least, greater for a number."));
                if (part.Parameter is { } parameter && parameter != "sipas_for_top")
                    foreach (var profile in rules.Profiles.Where(profile => Condition.Named(parameter, profile) is null))
                        yield return new Finding("H018", rule.Code, new(
                            $"Phương án \"{profile.Code}\" không có tham số \"{parameter}\". Thêm vào \"bands\" hoặc sửa tên.",
                            $"The profile \"{profile.Code}\" has no parameter \"{parameter}\". Add it to \"bands\" or correct the name."));
            }
        }

        foreach (var name in rules.Steps.SelectMany(step => step.Quota?.OrderBy ?? []))
            if (!inputs.ContainsKey(name)) yield return HeadFindings.UnknownInput("top_quota", name);
    }

    private static bool Shaped(Condition condition)
    {
        var single = condition.Input is not null || condition.Is is not null || condition.Value is not null || condition.Parameter is not null || condition.Other is not null;
        if (condition.All is not null || condition.Any is not null)
        {
            var parts = condition.All ?? condition.Any!;
            return !single && condition.All is null != condition.Any is null && parts.Count > 0 && parts.All(Shaped);
        }

        if (condition.Input is null || condition.Is is not { } comparison) return false;
        var thresholds = (condition.Value is not null ? 1 : 0) + (condition.Parameter is not null ? 1 : 0) + (condition.Other is not null ? 1 : 0);
        return thresholds == (Condition.NeedsThreshold(comparison) ? 1 : 0) && (condition.Plus is null || condition.Other is not null);
    }

    private static IEnumerable<Finding> Coverage(HeadRules rules)
    {
        foreach (var step in rules.Steps)
        {
            var open = step.Rules.Count(rule => rule.When is null);
            var ends = step.Id == HeadStepKind.BaseBand;
            if (open != (ends ? 1 : 0) || (ends && step.Rules[^1].When is not null))
                yield return new Finding("H021", HeadCase.Name(step.Id), new(
                    "Chỉ quy tắc cuối của base_band không có \"when\" (mọi trường hợp còn lại), và nó phải có. Sửa các quy tắc của bước này.",
                    "Only the last rule of base_band has no \"when\" (all other cases), and there must be one. Correct the rules of this step."));
        }

        var asked = rules.Steps.Where(step => step.Id == HeadStepKind.Eligibility).SelectMany(step => step.Rules)
            .SelectMany(rule => rule.When?.Leaves ?? []).Where(part => part.Is == Comparison.Missing).Select(part => part.Input).ToHashSet();
        foreach (var input in rules.Inputs.Where(input => input.Missing == MissingPolicy.NotClassified && !asked.Contains(input.Name)))
            yield return new Finding("H022", input.Name, new(
                "Thiếu giá trị này thì không xếp loại, nhưng bước eligibility không hỏi. Thêm quy tắc với \"is\": \"missing\".",
                "Without this value a head is not classified, but eligibility does not ask. Add a rule with \"is\": \"missing\"."));
    }
}
