using System.Text;

namespace ParIndex.Core.Frameworks.Checks;

/// <summary>Every text is there in both languages, and in Unicode NFC so that search and sorting find it.</summary>
internal static class WordCheck
{
    public static IEnumerable<Finding> Findings(Framework framework)
    {
        foreach (var (where, text) in Texts(framework))
        {
            if (string.IsNullOrWhiteSpace(text.Vi) || string.IsNullOrWhiteSpace(text.En))
                yield return FrameworkFindings.Of("F014", where,
                    $"{where}: thiếu chữ {(string.IsNullOrWhiteSpace(text.Vi) ? "tiếng Việt" : "tiếng Anh")} (“{text.Vi}{text.En}”). Bổ sung cả hai thứ tiếng.",
                    $"{where}: the {(string.IsNullOrWhiteSpace(text.Vi) ? "Vietnamese" : "English")} words are missing (“{text.Vi}{text.En}”). Give both languages.");
            else if (!IsNfc(text.Vi) || !IsNfc(text.En))
                yield return FrameworkFindings.Of("F015", where,
                    $"{where}: chữ “{text.Vi}” không ở dạng Unicode NFC (dấu rời). Gõ lại bằng bộ gõ Unicode dựng sẵn.",
                    $"{where}: the text “{text.En}” is not in Unicode NFC (loose marks). Type it again with precomposed characters.");
        }
    }

    private static IEnumerable<(string Where, Text Text)> Texts(Framework framework)
    {
        yield return ("name", framework.Name);
        yield return ("basis", framework.Basis);
        foreach (var band in framework.Bands) yield return ($"bands/{band.Code}", band.Name);
        foreach (var area in framework.Areas)
        {
            yield return (area.Code.Value, area.Name);
            foreach (var criterion in area.Criteria)
            {
                yield return (criterion.Code.Value, criterion.Name);
                foreach (var text in criterion.Leaves.SelectMany(Of)) yield return text;
            }
        }

        foreach (var item in framework.Adjustments.Items)
        {
            yield return (item.Code.Value, item.Name);
            yield return (item.Code.Value, item.Per);
        }
    }

    private static IEnumerable<(string Where, Text Text)> Of(Leaf leaf)
    {
        yield return (leaf.Code.Value, leaf.Name);
        if (leaf.Evidence is { } evidence) yield return (leaf.Code.Value, evidence);
        if (leaf.Basis is { } basis) yield return (leaf.Code.Value, basis);
        foreach (var text in leaf.Rule.Texts) yield return (leaf.Code.Value, text);
    }

    private static bool IsNfc(string text) => text.IsNormalized(NormalizationForm.FormC);
}
