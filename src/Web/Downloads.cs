using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using ParIndex.App.Publication;
using ParIndex.App.Storage;

namespace ParIndex.Web;

/// <summary>Files: those of a release, byte for byte, and the table of a ranking page.</summary>
internal static class Downloads
{
    public static void Map(WebApplication site)
    {
        site.MapGet("/cong-bo/{number}/tep/{**name}", FileAsync);
        site.MapGet("/ket-qua/{year:int}/{group}.csv", RankingAsync);
    }

    private static async Task<IResult> FileAsync(string number, string name, IndexDb db, CancellationToken cancel)
    {
        var file = await (from document in db.Documents
                          join release in db.Releases on document.ReleaseId equals release.Id
                          where release.Slug == number && document.Name == name
                          select document).FirstOrDefaultAsync(cancel);
        return file is null
            ? Results.NotFound()
            : Results.File(file.Content, file.MediaType, fileDownloadName: Path.GetFileName(file.Name), entityTag: new EntityTagHeaderValue($"\"{file.Sha256}\""));
    }

    private static async Task<IResult> RankingAsync(int year, string group, IndexDb db, CancellationToken cancel)
    {
        var release = await db.Releases.InForce().NewestFirst().FirstOrDefaultAsync(r => r.Year == year, cancel);
        if (release is null) return Results.NotFound();
        var rows = await (from g in db.Groups.Where(g => g.ReleaseId == release.Id && g.Ranking && g.Slug == @group)
                          join unit in db.Units.Where(u => u.ReleaseId == release.Id) on g.Code equals unit.Group
                          join result in db.UnitResults.Where(u => u.ReleaseId == release.Id) on unit.Code equals result.Unit
                          orderby result.Rank ?? int.MaxValue, unit.Alphabetical
                          select new { Group = g.Code, unit.Code, unit.Name, result }).ToListAsync(cancel);
        if (rows.Count == 0) return Results.NotFound();
        var table = new StringBuilder("release,year,group,unit_code,unit_vi,unit_en,state,rank,tie_count,index,interval_low,interval_high,band_vi,change,previous_rank\r\n");
        foreach (var row in rows)
        {
            var r = row.result;
            table.AppendJoin(',', Cell(release.Slug), release.Year, Cell(row.Group), Cell(row.Code), Cell(row.Name.Vi), Cell(row.Name.En), r.State,
                r.Rank, r.TieCount, Figure(r.Published), Figure(r.Low), Figure(r.High), Cell(r.Band?.Vi ?? ""), Figure(r.Change), r.PreviousRank).Append("\r\n");
        }

        return Results.File(Encoding.UTF8.GetBytes(table.ToString()), "text/csv; charset=utf-8", $"{year}-{group}.csv");
    }

    private static string Figure(decimal? value) => value?.ToString("0.00", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Quoted where CSV asks for it; a leading sign that a spreadsheet would run as a formula is defused.</summary>
    private static string Cell(string words)
    {
        if (words.Length > 0 && words[0] is '=' or '+' or '-' or '@' or '\t') words = "'" + words;
        return words.AsSpan().IndexOfAny(",\"\r\n") < 0 ? words : $"\"{words.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
