namespace ParIndex.Core.Frameworks.Checks;

/// <summary>Every line says where it comes from, and what is illustrative is marked so.</summary>
internal static class SourceCheck
{
    public static IEnumerable<Finding> Findings(Framework framework)
    {
        var sources = new Dictionary<string, Source>(StringComparer.Ordinal);
        foreach (var source in framework.Sources)
        {
            var where = $"sources/{source.Key}";
            if (!sources.TryAdd(source.Key, source))
                yield return FrameworkFindings.Of("F018", where,
                    $"Khóa nguồn “{source.Key}” có hai lần. Gộp hai dòng hoặc đặt khóa khác.",
                    $"Source key “{source.Key}” stands twice. Merge the two or rename one.");
            if (string.IsNullOrWhiteSpace(source.Citation.Vi) || string.IsNullOrWhiteSpace(source.Citation.En))
                yield return FrameworkFindings.Of("F017", where,
                    $"Nguồn “{source.Key}” không có trích dẫn. Ghi số, ngày và tên văn bản, bằng cả hai thứ tiếng.",
                    $"Source “{source.Key}” has no citation. Give the number, date and title of the document, in both languages.");
        }

        var illustrative = false;
        foreach (var (where, key) in Lines(framework))
        {
            if (!sources.TryGetValue(key, out var source))
                yield return FrameworkFindings.Of("F016", where,
                    $"{where}: nguồn “{key}” không có trong danh mục sources. Thêm nguồn hoặc sửa khóa.",
                    $"{where}: source “{key}” is not in the list of sources. Add it or correct the key.");
            else illustrative |= source.Illustrative;
        }

        if (illustrative && !framework.Illustrative)
            yield return FrameworkFindings.Of("F019", "framework",
                "Có dòng lấy từ nguồn minh họa nhưng bộ chỉ số không ghi illustrative. Đặt \"illustrative\": true để mọi trang và văn bản ghi rõ.",
                "Some lines come from an illustrative source but the framework is not marked. Set \"illustrative\": true, so that every page and document says it.");
    }

    private static IEnumerable<(string Where, string Key)> Lines(Framework framework) =>
    [
        .. framework.Areas.Select(area => (area.Code.Value, area.Source)),
        .. framework.Leaves.Select(leaf => (leaf.Code.Value, leaf.Source)),
        .. framework.Adjustments.Items.Select(item => (item.Code.Value, item.Source)),
    ];
}
