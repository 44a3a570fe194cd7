using ParIndex.Core.Ranking;

namespace ParIndex.Core.Computation;

/// <summary>Sentences about indices, means and ranks.</summary>
internal static class IndexText
{
    public static readonly Text NothingApplies = new("Không có tiêu chí nào áp dụng, nên không có chỉ số.", "Nothing of it applies, so there is no index.");

    public static readonly Text NotYet = new("Còn tiêu chí chưa có điểm, nên chưa có chỉ số.", "Some leaf has no score, so there is no index yet.");

    public static readonly Text NoMean = new("Chưa có đơn vị nào có chỉ số.", "No unit has an index yet.");

    public static Text State(UnitState state) => state switch
    {
        UnitState.NotSubmitted => new("Đơn vị chưa nộp tự đánh giá: không có chỉ số, không xếp hạng.", "Nothing was submitted: no index, no rank."),
        UnitState.Incomplete => new("Còn tiêu chí chưa có điểm: chưa có chỉ số, chưa xếp hạng.", "Some leaf has no score: no index, no rank yet."),
        UnitState.NotAppraised => new("Còn tiêu chí chưa thẩm định: chỉ số tạm tính, chưa xếp hạng.", "Some leaf is not appraised: the index is provisional, no rank yet."),
        UnitState.NoIndex => new("Không có tiêu chí nào áp dụng (mẫu số bằng 0): không có chỉ số.", "No leaf applies (denominator 0): no index."),
        UnitState.NotPublished => new("Chỉ số không được công bố.", "The index was not published."),
        _ => new("Đã xếp hạng.", "Ranked."),
    };

    public static Text Division(Points achieved, Points applicable, Points bonus, Points penalty, decimal published, int places)
    {
        return new(In(Language.Vietnamese), In(Language.English));

        string In(Language language)
        {
            string Number(Points points) => Words.Number(points.Value, language);
            var added = (bonus == Points.Zero ? "" : $" + {Number(bonus)}") + (penalty == Points.Zero ? "" : $" − {Number(penalty)}");
            return $"{Number(achieved)} ÷ {Number(applicable)} × 100{added} = {Words.Fixed(published, places, language)}";
        }
    }

    public static Text Capped(decimal published, int places) => new(
        $"Theo bộ chỉ số, chỉ số không quá 100: {Words.Fixed(published, places).Vi}.", $"The framework stops the index at 100: {Words.Fixed(published, places).En}.");

    public static Text Mean(int units, decimal sum, decimal mean, int places) => new(
        $"Tổng chỉ số chưa làm tròn của {units} đơn vị {Words.Number(sum).Vi} ÷ {units} = {Words.Fixed(mean, places).Vi}",
        $"Sum of the unrounded indices of {units} units {Words.Number(sum).En} ÷ {units} = {Words.Fixed(mean, places).En}");

    public static Text Rank(Standing standing, decimal published, int places, Text group, int of, int better) => new(
        $"Hạng {standing.Rank} trong {of} đơn vị của “{group.Vi}” với {Words.Fixed(published, places).Vi}: có {better} đơn vị đứng trên.",
        $"Rank {standing.Rank} of {of} units of “{group.En}” with {Words.Fixed(published, places).En}: {better} stand before it.");

    public static Text Shared(Text others, Standing standing) => new(
        $"Đồng hạng với {others.Vi} vì chỉ số công bố bằng nhau; hạng kế tiếp là {standing.Rank + standing.TieCount}.",
        $"It shares the rank with {others.En}, whose published figure is equal; the next rank is {standing.Rank + standing.TieCount}.");

    public static Text OrderedByKeys(IReadOnlyList<string> keys) => new(
        $"Có đơn vị khác cùng chỉ số công bố; thứ tự phân định theo: {string.Join(", ", keys)}.",
        $"Another unit has the same published figure; the order was settled by: {string.Join(", ", keys)}.");
}
