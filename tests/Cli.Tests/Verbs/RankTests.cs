using System.Text;

namespace ParIndex.Cli.Tests.Verbs;

public class RankTests
{
    [Fact]
    public void Two_urban_districts_of_Hai_Phong_share_the_third_place()
    {
        var call = Call.Of("rank", Call.Table("quan_2021.csv"), "--unit", "unit", "--score", "score");

        Assert.Equal((0, ""), (call.ExitCode, call.Error));
        Assert.Equal(
            """
            group,rank,tied,unit,score
            ,1,no,Quận Dương Kinh,91.26
            ,2,no,Quận Ngô Quyền,91.07
            ,3,yes,Quận Hải An,90.60
            ,3,yes,Quận Hồng Bàng,90.60
            ,5,no,Quận Đồ Sơn,88.40

            """, call.Output);
    }

    [Fact]
    public void Groups_are_ranked_apart_and_who_has_no_published_score_is_not_ranked()
    {
        var call = Call.Of("rank", Call.Table("haiphong_2021.csv"), "--unit", "unit", "--score", "score", "--group", "block", "--places", "1");

        Assert.Equal(0, call.ExitCode);
        Assert.Equal(
            ["group,rank,tied,unit,score", "so_nganh,1,no,Sở Giao thông vận tải,96.0", "so_nganh,2,no,Thanh tra thành phố,93.0",
                "so_nganh,3,no,Sở Thông tin và Truyền thông,92.6", "quan,1,no,UBND quận Dương Kinh,91.3", "quan,2,no,UBND quận Ngô Quyền,91.1",
                "quan,,,UBND quận Hải An,", "quan,,,UBND quận Hồng Bàng,"],
            call.Lines.Take(8));
        Assert.StartsWith($"{Call.Table("haiphong_2021.csv")}:7: [score] Không có điểm nên không xếp hạng. / No score", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Thanh_Hoa_2024_has_two_second_places_when_equal_scores_share()
    {
        var call = Call.Of("rank", Call.Table("thanhhoa_2024_so.csv"), "--unit", "unit", "--score", "index", "--mean");

        Assert.Equal(0, call.ExitCode);
        Assert.Equal(
            [",1,no,Sở Tài chính,90.05", ",2,yes,Sở Nội vụ,90.02", ",2,yes,Văn phòng UBND tỉnh,90.02", ",4,no,Sở Tư pháp,89.30"], call.Lines.Skip(1).Take(4));
        Assert.Equal("20 đơn vị, bình quân 85,412 / 20 units, mean 85.412\n", call.Error);
    }

    [Fact]
    public void Thanh_Hoa_2024_comes_in_its_printed_order_when_its_own_rank_decides()
    {
        var call = Call.Of("rank", Call.Table("thanhhoa_2024_so.csv"), "--unit", "unit", "--score", "index", "--ties", "ordered", "--keys", "rank:asc");

        Assert.Equal(0, call.ExitCode);
        Assert.Equal(Enumerable.Range(1, 20).Select(rank => $"{rank},no"), call.Lines.Skip(1).Select(line => string.Join(',', line.Split(',')[1..3])));
        Assert.Equal([",2,no,Sở Nội vụ,90.02", ",3,no,Văn phòng UBND tỉnh,90.02"], call.Lines.Skip(2).Take(2));
        Assert.Equal([",13,no,Sở Khoa học và Công nghệ,85.02", ",14,no,Sở Y tế,85.02"], call.Lines.Skip(13).Take(2));
    }

    [Fact]
    public void Thanh_Hoa_2023_ranks_by_the_percentage_of_what_applies_not_by_points()
    {
        // Ban Dân tộc has 68.32 of 84 points, published as 81.33 %.
        var call = Call.Of("rank", Call.Table("thanhhoa_2023.csv"), "--unit", "unit", "--score", "index_percent", "--group", "block");

        Assert.Equal(0, call.ExitCode);
        Assert.Equal("so_nganh,4,no,Ban Dân tộc,81.33", call.Lines[4]);
        Assert.Equal("so_nganh,3,no,BQL Khu kinh tế Nghi Sơn,91.65", call.Lines[3]);
    }

    [Theory]
    [InlineData("unit,points\nA,1\n", ":1: [score] ", "Thiếu cột \"score\".")]
    [InlineData("unit,score\nA,1\nB,\"90,5\"\n", ":3: [score] ", "dùng dấu phẩy thập phân")]
    [InlineData("unit,score\nA,NaN\n", ":2: [score] ", "không phải số hữu hạn")]
    [InlineData("unit,score\nA,Infinity\n", ":2: [score] ", "không phải số hữu hạn")]
    [InlineData("unit,score\nA,1e3\n", ":2: [score] ", "không phải số")]
    [InlineData("unit,score\nA,90,5\n", ":2: ", "Dòng có 3 ô, dòng đầu có 2 cột.")]
    [InlineData("unit,score\nA,1\nA,2\n", ":3: [unit] ", "Đơn vị \"A\" đã có ở dòng 2")]
    [InlineData("unit,score\n,1\n", ":2: [unit] ", "Chưa có tên đơn vị.")]
    [InlineData("unit,score\n\"A\nB\",1\nC,x\n", ":4: [score] ", "không phải số")]
    [InlineData("", ":1: ", "Tệp trống.")]
    public void An_error_names_file_and_line_and_nothing_is_printed(string table, string place, string words)
    {
        using var scratch = new Scratch();
        var path = scratch.File("t.csv", table);

        var call = Call.Of("rank", path, "--unit", "unit", "--score", "score");

        Assert.Equal((1, ""), (call.ExitCode, call.Output));
        Assert.StartsWith(path + place, call.Error, StringComparison.Ordinal);
        Assert.Contains(words, call.Error, StringComparison.Ordinal);
        Assert.Contains(" / ", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void All_errors_come_in_one_run()
    {
        using var scratch = new Scratch();
        var call = Call.Of("rank", scratch.File("t.csv", "unit,score\nA,x\nB,1\nC,y\n"), "--unit", "unit", "--score", "score");
        Assert.Equal(2, call.Error.TrimEnd('\n').Split('\n').Length);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_refused()
    {
        using var scratch = new Scratch();
        File.WriteAllBytes(scratch.At("t.csv"), Encoding.Latin1.GetBytes("unit,score\nSô,1\n"));
        var call = Call.Of("rank", scratch.At("t.csv"), "--unit", "unit", "--score", "score");
        Assert.Equal(1, call.ExitCode);
        Assert.StartsWith($"{scratch.At("t.csv")}:2: [unit] Có byte không phải UTF-8.", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_unit_that_looks_like_a_formula_is_printed_with_an_apostrophe_and_a_negative_score_stays_a_number()
    {
        using var scratch = new Scratch();
        var call = Call.Of("rank", scratch.File("t.csv", "unit,score\n=1+1,-5\n"), "--unit", "unit", "--score", "score");
        Assert.Equal(",1,no,'=1+1,-5.00", call.Lines[1]);
    }

    [Fact]
    public void Keys_without_an_order_are_a_wrong_call()
    {
        var call = Call.Of("rank", Call.Table("quan_2021.csv"), "--unit", "unit", "--score", "score", "--keys", "source");
        Assert.Equal((2, ""), (call.ExitCode, call.Output));
        Assert.StartsWith("--keys: T010 Có --keys nhưng --ties không phải ordered.", call.Error, StringComparison.Ordinal);
    }
}
