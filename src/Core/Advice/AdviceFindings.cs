using ParIndex.Core.Computation;
using ParIndex.Core.Ranking;

namespace ParIndex.Core.Advice;

/// <summary>Why there is no advice.</summary>
internal static class AdviceFindings
{
    public static Finding Unknown(UnitCode unit, CycleResult result)
    {
        var codes = string.Join(", ", result.Units.Select(one => one.Unit.Code).Order());
        return new("A001", unit.Value, new(
            $"Không có đơn vị \"{unit}\" trong kỳ này. Dùng một trong các mã: {codes}.",
            $"There is no unit \"{unit}\" in this cycle. Use one of the codes: {codes}."));
    }

    public static Finding TotalsOnly(UnitCode unit) => new("A002", unit.Value, new(
        "Kỳ này chỉ biết tổng điểm, không có điểm từng tiêu chí nên không tính được. Dùng kỳ có đủ số liệu.",
        "Of this cycle only totals are known, not the points of each criterion. Use a cycle with its detail."));

    public static Finding NotRanked(UnitResult unit) => new("A003", unit.Unit.Code.Value, new(
        $"{unit.Unit.Name.Vi} không được xếp hạng: {IndexText.State(unit.State).Vi} Hoàn thành điểm của đơn vị rồi chạy lại.",
        $"{unit.Unit.Name.En} is not ranked: {IndexText.State(unit.State).En} Complete its points and run again."));

    public static Finding First(UnitResult unit, Standing standing, CycleResult result)
    {
        if (!standing.Tied)
            return new("A004", unit.Unit.Code.Value, new(
                $"{unit.Unit.Name.Vi} đã đứng đầu khối: không có đơn vị nào phía trước. Chọn đơn vị khác.",
                $"{unit.Unit.Name.En} is already first in its group: no unit is ahead. Choose another unit."));
        var equals = Words.Join(", ", result.Units.Where(one => one.Unit.Group == unit.Unit.Group && one.Standing?.Rank == 1 && one.Unit.Code != unit.Unit.Code).Select(one => one.Unit.Name));
        return new("A005", unit.Unit.Code.Value, new(
            $"{unit.Unit.Name.Vi} đã đồng hạng 1 với {equals.Vi}: không có đơn vị nào phía trước. Chọn đơn vị khác.",
            $"{unit.Unit.Name.En} already shares the first place with {equals.En}: no unit is ahead. Choose another unit."));
    }

    public static Finding NoSuchLeaf(UnitResult unit, CriterionCode code) => new("A006", code.Value, new(
        $"Bộ tiêu chí của {unit.Unit.Name.Vi} không có mã {code}. Sửa tệp chi phí.",
        $"The framework of {unit.Unit.Name.En} has no code {code}. Correct the file of costs."));
}
