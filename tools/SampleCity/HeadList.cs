using System.Globalization;
using ParIndex.Core;

namespace ParIndex.SampleCity;

/// <summary>
/// heads.csv: what the rules ask about each post, in step with the unit's own leaves. Posts without names; nothing that would accuse
/// anybody (discipline, corruption, falsification, harassment) is made up.
/// </summary>
public static class HeadList
{
    public static string Header => "head,unit,post_vi,post_en,from,to,plan_task_rate,overdue_rate,reports_late,open_findings,confirmed_harassment,"
        + "falsification,head_disciplined,unit_corruption,initiative,months_in_post,self_report_submitted";

    public static string[] Row(UnitPlan unit, IReadOnlyList<FittedLeaf> leaves, int number)
    {
        var draw = new Seeded(Seed.Value, unit.Code, "head");
        var months = unit.Code == "BQLKKT" ? 4 : unit.Code is "SDL" or "AL" ? draw.Between(7, 10) : 12;
        var from = months == 12 ? "" : new DateOnly(2022, 1, 1).AddMonths(-months).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return
        [
            $"H{number:000}", unit.Code, unit.Post.Vi, unit.Post.En, from, "",
            Rate(leaves, "1.1.4", done: true), Rate(leaves, "3.4.1", done: false),
            // A report that came late, findings of inspections still open: as the leaves say.
            Of(leaves, "1.2.1").Inputs[0] == Quantity.Of(1) ? "0" : "1",
            Handled(leaves, unit.IsDepartment ? "1.3.3" : "1.3.2") < 80m ? "1" : "0",
            "0", "no", "no", "no",
            Of(leaves, "1.5.1").Inputs[0] > Quantity.Of(0) ? "yes" : "no",
            months.ToString(CultureInfo.InvariantCulture), "yes",
        ];
    }

    private static FittedLeaf Of(IReadOnlyList<FittedLeaf> leaves, string code) => leaves.Single(one => one.Leaf.Code.Value == code);

    private static decimal Handled(IReadOnlyList<FittedLeaf> leaves, string code) =>
        Of(leaves, code).Inputs is [{ } part, { TenThousandths: > 0 } whole] ? 100m * part.Value / whole.Value : 100m;

    private static string Rate(IReadOnlyList<FittedLeaf> leaves, string code, bool done)
    {
        var share = Handled(leaves, code);
        return Rounding.HalfAwayFromZero(done ? share : 100m - share, 2).ToString("0.00", CultureInfo.InvariantCulture);
    }
}
