using Microsoft.EntityFrameworkCore;
using ParIndex.App.Storage;
using ParIndex.App.Units;

namespace ParIndex.App.Publication;

/// <summary>What was found.</summary>
/// <param name="Entries">One page of it, figures of units first, newer years before older ones.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Dropped">Words that stand nowhere and were left out, as they were typed.</param>
public sealed record Found(IReadOnlyList<SearchEntryRow> Entries, int Total, IReadOnlyList<string> Dropped)
{
    /// <summary>Nothing was asked, or nothing found.</summary>
    public static Found Nothing { get; } = new([], 0, []);
}

/// <summary>
/// Full-text search over figures, criteria and decisions of releases, with or without diacritics. Every word must stand in what is found, the last one as
/// its beginning; words with signs inside, such as 1.2.1 or 903/QĐ-UBND, must stand together. Words that stand nowhere are left out and named.
/// </summary>
public sealed class SearchReleases(IndexDb db)
{
    private const int MostWords = 12;

    /// <summary>Small words that questions are made of.</summary>
    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal) { "la", "cua", "bao", "nhieu", "o", "trong", "thi", "duoc", "the", "of", "in", "what", "is", "for", "and", "va" };

    /// <summary>Searches the releases with these numbers and no others.</summary>
    public async Task<Found> RunAsync(string asked, IReadOnlyList<int> releases, int skip, int take, CancellationToken cancel)
    {
        var words = asked.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(typed => (Typed: typed, Folded: Folding.Fold(typed)))
            .Where(word => word.Folded.Length > 0).Take(MostWords).ToList();
        if (words.Any(word => !Fillers.Contains(word.Folded))) words.RemoveAll(word => Fillers.Contains(word.Folded));
        if (words.Count == 0 || releases.Count == 0) return Found.Nothing;
        var found = Of([.. words.Select(word => word.Folded)]);
        var total = await found.CountAsync(cancel);
        List<string> dropped = [];
        if (total == 0)
        {
            foreach (var word in words) if (!await Of([word.Folded]).AnyAsync(cancel)) dropped.Add(word.Typed);
            List<string> kept = [.. words.Where(word => !dropped.Contains(word.Typed)).Select(word => word.Folded)];
            if (kept.Count == 0 || dropped.Count == 0) return new([], 0, dropped);
            found = Of(kept);
            total = await found.CountAsync(cancel);
        }

        var entries = await found.OrderBy(entry => entry.Order).ThenByDescending(entry => entry.Year).ThenBy(entry => entry.Folded).ThenBy(entry => entry.Id).Skip(skip).Take(take).ToListAsync(cancel);
        return new(entries, total, dropped);

        IQueryable<SearchEntryRow> Of(IReadOnlyList<string> all) => db.Matching(all).Where(entry => releases.Contains(entry.ReleaseId));
    }
}
