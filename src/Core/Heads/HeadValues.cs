using System.Globalization;

namespace ParIndex.Core.Heads;

/// <summary>The inputs of one head as numbers (yes is 1, no is 0), entered and computed together, defaults filled in.</summary>
internal static class HeadValues
{
    public static Dictionary<string, decimal?> Of(
        HeadRules rules, HeadProfile profile, Head head, HeadFacts facts, int year, List<Finding> findings)
    {
        foreach (var (name, text) in head.Inputs)
            if (text.Length > 0 && rules.Inputs.All(input => input.Name != name))
                findings.Add(HeadsText.UnknownInput(head.Id, name, rules.Inputs.Where(known => known.MayBeEntered()).Select(input => input.Name)));

        var values = new Dictionary<string, decimal?>(StringComparer.Ordinal);
        foreach (var input in rules.Inputs)
        {
            var entered = head.Inputs.TryGetValue(input.Name, out var text) && text.Trim().Length > 0 ? text.Trim() : null;
            decimal? value = null;
            if (entered is not null && !input.MayBeEntered()) findings.Add(HeadsText.ComputedInput(head.Id, input.Name));
            else if (entered is not null && !TryRead(input, entered, out value))
                findings.Add(HeadsText.BadValue(head.Id, input, entered, Expected(input)));
            if (entered is null) value = Computed(input.From, profile, head, facts, year);
            values[input.Name] = value ?? (input.Missing == MissingPolicy.Default ? input.Default : null);
        }

        return values;
    }

    private static decimal? Computed(HeadInputOrigin from, HeadProfile profile, Head head, HeadFacts facts, int year) => from switch
    {
        HeadInputOrigin.PublishedIndex => profile.Index == IndexFigure.Exact ? facts.ExactIndex?.Unrounded ?? facts.PublishedIndex : facts.PublishedIndex,
        HeadInputOrigin.PreviousIndex => facts.PreviousPublishedIndex,
        HeadInputOrigin.PublishedSatisfaction => facts.PublishedSatisfaction,
        HeadInputOrigin.SatisfactionExempt => facts.SatisfactionExempt ? 1 : 0,
        HeadInputOrigin.LowestArea => facts.LowestArea,
        HeadInputOrigin.MonthsInPost => MonthsInPost(head, year),
        _ => null,
    };

    /// <summary>Whole months in post within the evaluated year, both days counted; null when no date is known.</summary>
    public static int? MonthsInPost(Head head, int year)
    {
        if (head.From is null && head.To is null) return null;
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var from = head.From > first ? head.From.Value : first;
        var end = (head.To < last ? head.To.Value : last).AddDays(1);
        if (end <= from) return 0;
        return ((end.Year - from.Year) * 12) + end.Month - from.Month - (end.Day < from.Day ? 1 : 0);
    }

    internal static bool TryRead(HeadInput input, string text, out decimal? value)
    {
        value = null;
        if (input.Kind == HeadInputKind.Boolean)
        {
            value = text switch { "yes" or "true" or "1" => 1, "no" or "false" or "0" => 0, _ => null };
            return value is not null;
        }

        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return false;
        if (input.Kind == HeadInputKind.Integer && number != decimal.Truncate(number)) return false;
        if (number < input.Min || number > input.Max) return false;
        value = number;
        return true;
    }

    internal static Text Expected(HeadInput input)
    {
        if (input.Kind == HeadInputKind.Boolean) return new("yes hoặc no", "yes or no");
        var kind = input.Kind == HeadInputKind.Integer ? new Text("số nguyên", "a whole number") : new Text("số với dấu chấm thập phân", "a number with a decimal point");
        var (least, most) = (Words.Number(input.Min ?? 0), Words.Number(input.Max ?? 0));
        return (input.Min, input.Max) switch
        {
            ({ }, { }) => new($"{kind.Vi} từ {least.Vi} đến {most.Vi}", $"{kind.En} from {least.En} to {most.En}"),
            ({ }, null) => new($"{kind.Vi} từ {least.Vi} trở lên", $"{kind.En}, at least {least.En}"),
            (null, { }) => new($"{kind.Vi} không quá {most.Vi}", $"{kind.En}, at most {most.En}"),
            _ => kind,
        };
    }
}
