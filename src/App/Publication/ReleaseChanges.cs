using Microsoft.EntityFrameworkCore;
using ParIndex.App.Storage;
using ParIndex.Documents.OpenData;

namespace ParIndex.App.Publication;

/// <summary>What one release changes of another, cell by cell.</summary>
public static class ReleaseChanges
{
    /// <summary>From the files of both, out or not: who asks has made sure that both may be read.</summary>
    public static async Task<IReadOnlyList<PackageChange>> ReadAsync(IndexDb db, int before, int after, CancellationToken cancel)
    {
        var names = PackageChanges.Files;
        var files = (await db.OfAnyRelease<DocumentRow>().Where(file => (file.ReleaseId == before || file.ReleaseId == after) && names.Contains(file.Name))
            .Select(file => new { file.ReleaseId, file.Name, file.Content }).ToListAsync(cancel)).ToDictionary(file => (file.ReleaseId, file.Name), file => file.Content);
        return PackageChanges.Between(name => files.GetValueOrDefault((before, name)), name => files.GetValueOrDefault((after, name)));
    }
}
