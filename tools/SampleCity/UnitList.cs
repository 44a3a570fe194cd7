using ParIndex.Core;
using ParIndex.Core.Cycles;

namespace ParIndex.SampleCity;

/// <summary>units.csv and totals.csv.</summary>
public static class UnitList
{
    private const string Announced = "S: nêu tên trong thông tin công bố Quyết định 903/QĐ-UBND ngày 28/3/2022";
    private const string Known = "A: đơn vị hành chính, cơ quan của thành phố năm 2021";

    public static Unit Of(UnitPlan plan) => new()
    {
        Code = UnitCode.Parse(plan.Code),
        Name = plan.Name,
        ShortName = plan.ShortName,
        Group = plan.Group,
        Slug = plan.Slug,
    };

    public static string Csv(IEnumerable<UnitPlan> units, Func<UnitPlan, string> group)
    {
        var csv = new Csv("unit", "name_vi", "name_en", "short_vi", "short_en", "group", "slug", "satisfaction_measured", "source");
        foreach (var unit in units)
            csv.Row(unit.Code, unit.Name.Vi, unit.Name.En, unit.ShortName.Vi, unit.ShortName.En, group(unit), unit.Slug, "yes", unit.Announced ? Announced : Known);
        return csv.ToString();
    }

    public static string Totals(IEnumerable<UnitPlan> units)
    {
        var csv = new Csv("unit", "index", "satisfaction");
        foreach (var unit in units) csv.Row(unit.Code, Hundredths(unit.IndexBefore), Hundredths(unit.SatisfactionBefore));
        return csv.ToString();
    }

    private static string Hundredths(decimal value) => value.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
}
