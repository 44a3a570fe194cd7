using ParIndex.Core.Cycles;

namespace ParIndex.Core.Computation;

/// <summary>
/// The 95 % interval of an index from the disagreement of appraisers: where a leaf was appraised twice or more, the variance of those
/// scores stands for the error of the one that counts, Σ over such leaves, independent of each other. Leaves appraised once add nothing,
/// because nothing is known of them; how many were appraised twice is said beside the interval. The council's ruling is no appraisal.
/// </summary>
internal static class AppraisalMargin
{
    /// <summary>Of one unit, its rank not yet known, and how many of its leaves were appraised twice.</summary>
    public static (UnitMargin Margin, int Twice) Of(CycleResult result, UnitResult unit, StageKind[] kinds)
    {
        if (unit.Published is null) return (UnitMargin.None("Đơn vị không có chỉ số.", "The unit has no index."), 0);
        if (unit.Sheet is not { } sheet || unit.Applicable is not { TenThousandths: > 0 } applicable || unit.Achieved is not { } achieved)
            return (UnitMargin.None("Chỉ biết tổng điểm, không có lượt thẩm định.", "Only the total is known, not the appraisals."), 0);

        var (variance, twice) = (0.0, 0);
        for (var i = 0; i < unit.Leaves.Length; i++)
        {
            if (unit.Leaves[i].State != LeafState.Scored || sheet.Leaves[i].Acts is not { Length: > 1 } acts) continue;
            if (Variance(acts, kinds) is not { } found) continue;
            variance += found;
            twice++;
        }

        if (twice == 0) return (UnitMargin.None("Không có tiêu chí nào được thẩm định hai lần.", "No leaf was appraised twice."), 0);
        return variance == 0
            ? (UnitMargin.None("Các lần thẩm định cho cùng số điểm: không có gì để ước lượng sai số.", "The appraisals gave the same points: nothing to estimate an error from."), twice)
            : (IndexMargin.Around(result.Input.Frameworks[unit.Unit.Group], unit, applicable, achieved, Math.Sqrt(variance)), twice);
    }

    // Variance of the appraisals, in ten-thousandths squared; the last act of a stage is its appraisal (who acted is not published, and a stranger
    // must get the same). Null: fewer than two.
    private static double? Variance(Act[] acts, StageKind[] kinds)
    {
        var (count, sum, squares) = (0, 0.0, 0.0);
        for (var i = 0; i < acts.Length; i++)
        {
            ref readonly var act = ref acts[i];
            if (act.Points is not { } points || (uint)act.Stage >= (uint)kinds.Length || kinds[act.Stage] != StageKind.Appraisal || Amended(acts, i)) continue;
            count++;
            sum += points.TenThousandths;
            squares += (double)points.TenThousandths * points.TenThousandths;
        }

        return count < 2 ? null : Math.Max(0, (squares - (sum * sum / count)) / (count - 1));
    }

    private static bool Amended(Act[] acts, int at)
    {
        for (var later = at + 1; later < acts.Length; later++)
            if (acts[later].Points is not null && acts[later].Stage == acts[at].Stage) return true;
        return false;
    }
}
