using Microsoft.EntityFrameworkCore;
using ParIndex.App.Publication;
using ParIndex.Testing;

namespace ParIndex.App.Tests.Publication;

public sealed class PublishFolderTests : IDisposable
{
    private readonly Database database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task The_sample_city_is_published_with_the_year_before_it_and_its_published_figures()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using (var db = database.Open())
        {
            var published = await new PublishFolder(db, TimeProvider.System).RunAsync(Repository.Path("cycles", "hai-phong-2021"), "test", cancel);
            Assert.Empty(published.Findings);
        }

        await using var stored = database.Open();
        var releases = await stored.Releases.OrderBy(release => release.Year).ToListAsync(cancel);
        Assert.Equal([(2020, 1, true), (2021, 1, false)], releases.Select(release => (release.Year, release.Revision, release.TotalsOnly)));
        Assert.Equal("903-qd-ubnd", releases[1].Slug);
        var id = releases[1].Id;
        var units = await stored.UnitResults.Where(unit => unit.ReleaseId == id).ToListAsync(cancel);
        Assert.Equal(35, units.Count);
        Assert.Equal(
            [("SGTVT", 95.98m, 1), ("TTR", 93.00m, 2), ("STTTT", 92.57m, 3), ("DK", 91.26m, 1), ("NQ", 91.07m, 2)],
            new[] { "SGTVT", "TTR", "STTTT", "DK", "NQ" }.Select(code => units.Single(unit => unit.Unit == code)).Select(unit => (unit.Unit, unit.Published!.Value, unit.Rank!.Value)));
        Assert.Equal(["HA", "HB"], units.Where(unit => unit is { Rank: 3, TieCount: 2 }).Select(unit => unit.Unit).Order(StringComparer.Ordinal));
        var signs = await stored.FormSigns.Where(unit => unit.ReleaseId == id).ToListAsync(cancel);
        Assert.All(signs, unit => Assert.True(unit.Suppressed ? unit.Forms == 0 : unit.Forms >= 30 && unit.Satisfied <= unit.Forms));
        Assert.Equal(0, await stored.FormSigns.CountAsync(unit => unit.ReleaseId == releases[0].Id, cancel));
        Assert.Contains("quyet-dinh.docx", await stored.Documents.Where(file => file.ReleaseId == id).Select(file => file.Name).ToListAsync(cancel));
    }

    [Fact]
    public async Task A_folder_with_errors_publishes_nothing()
    {
        using var cycle = new SmallCycle();
        cycle.Change("acts.csv", "2.75", "NaN");
        await using var db = database.Open();
        var published = await new PublishFolder(db, TimeProvider.System).RunAsync(cycle.Folder, "test", TestContext.Current.CancellationToken);
        Assert.Null(published.Release);
        Assert.Equal(("C014", "acts.csv:6:points"), (published.Findings[0].Code, published.Findings[0].Where));
        Assert.Equal(0, await db.Releases.CountAsync(TestContext.Current.CancellationToken));
    }
}
