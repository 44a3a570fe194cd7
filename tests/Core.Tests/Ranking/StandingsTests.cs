using ParIndex.Core.Ranking;

namespace ParIndex.Core.Tests.Ranking;

public class StandingsTests
{
    [Fact]
    public void Equal_points_share_the_better_rank_and_the_next_is_skipped() =>
        Assert.Equal([1, 2, 3, 3, 5], Ranks(Standings.Of([91.26m, 91.07m, 90.5m, 90.5m, 90.1m])));

    [Fact]
    public void The_number_of_units_that_share_is_known()
    {
        var standings = Standings.Of([90m, 91m, 90m]);
        Assert.Equal([new Standing(2, 2), new Standing(1, 1), new Standing(2, 2)], standings.Select(standing => standing!.Value));
        Assert.True(standings[0]!.Value.Tied);
    }

    [Fact]
    public void Scores_that_print_alike_share_at_two_places_and_part_at_four()
    {
        decimal?[] scores = [85.0249m, 85.0151m];
        Assert.Equal([1, 1], Ranks(Standings.Of(scores, 2)));
        Assert.Equal([1, 2], Ranks(Standings.Of(scores, 4)));
    }

    [Fact]
    public void Without_a_score_there_is_no_place() => Assert.Equal([null, 1], Standings.Of([null, 0m]).Select(standing => standing?.Rank));

    [Fact]
    public void Keys_order_equal_scores_and_what_is_then_equal_shares()
    {
        decimal?[] scores = [90m, 90m, 90m, 90m];
        var satisfaction = new RankKey([80m, 95m, 80m, null]);
        Assert.Equal([2, 1, 2, 4], Ranks(Standings.Of(scores, keys: [satisfaction])));
        Assert.Equal([1, 3, 1, 4], Ranks(Standings.Of(scores, keys: [satisfaction with { LeastFirst = true }])));
    }

    [Fact]
    public void Thanh_Hoa_2024_under_both_policies()
    {
        // Published in this order: 90.02 twice as ranks 2 and 3, 85.02 twice as 13 and 14, so ordered by something not published.
        decimal?[] scores = [.. ThanhHoa2024.Rows.Select(row => (decimal?)row.Index)];
        decimal?[] published = [.. ThanhHoa2024.Rows.Select(row => (decimal?)row.Rank)];

        Assert.Equal([1, 2, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 13, 15, 16, 17, 18, 19, 20], Ranks(Standings.Of(scores, 2)));
        Assert.Equal(Enumerable.Range(1, 20), Ranks(Standings.Of(scores, 2, keys: [new RankKey(published, LeastFirst: true)])));
    }

    [Fact]
    public void A_hundred_thousand_rows_have_a_hundred_thousand_places()
    {
        decimal?[] scores = [.. Enumerable.Range(0, 100_000).Select(i => (decimal?)(i * 7_919L % 100_000))];
        Assert.Equal(Enumerable.Range(1, 100_000), Ranks(Standings.Of(scores)).Order());
    }

    private static int[] Ranks(Standing?[] standings) => [.. standings.Select(standing => standing!.Value.Rank)];
}
