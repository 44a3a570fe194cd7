namespace ParIndex.Core.Frameworks.Checks;

/// <summary>Xếp loại: every published index falls in one band.</summary>
internal static class BandCheck
{
    public static IEnumerable<Finding> Findings(IReadOnlyList<Band> bands)
    {
        for (var i = 0; i < bands.Count; i++)
        {
            var (code, range) = (bands[i].Code, Of(bands[i]));
            if (range.IsEmpty)
                yield return FrameworkFindings.Of("F062", $"bands/{code}",
                    $"Mức xếp loại “{code}” không chứa giá trị nào. Sửa cận dưới, cận trên.",
                    $"Result band “{code}” holds no value. Correct its bounds.");
            for (var j = 0; j < i; j++)
            {
                if (bands[j].Code == code)
                    yield return FrameworkFindings.Of("F061", $"bands/{code}",
                        $"Mã xếp loại “{code}” có hai lần. Đặt mã khác.",
                        $"Result band code “{code}” stands twice. Rename one.");
                if (!range.IsEmpty && !Of(bands[j]).IsEmpty && range.Overlaps(Of(bands[j])))
                    yield return FrameworkFindings.Of("F059", $"bands/{code}",
                        $"Mức xếp loại “{bands[j].Code}” và “{code}” chồng lấn. Sửa để mỗi chỉ số thuộc đúng một mức.",
                        $"Result bands “{bands[j].Code}” and “{code}” overlap. Change them so that each index has one band.");
            }
        }

        foreach (var (from, to) in Interval.Gaps(bands.Select(Of)))
        {
            var (low, high) = (Words.Percent(from), Words.Percent(to));
            yield return FrameworkFindings.Of("F060", "bands",
                $"Không có mức xếp loại cho khoảng từ {low.Vi} đến {high.Vi}. Nối các mức liền nhau.",
                $"There is no result band between {low.En} and {high.En}. Join the bands.");
        }
    }

    private static Interval Of(Band band) => new(band.From, band.FromIncluded, band.To, band.ToIncluded);
}
