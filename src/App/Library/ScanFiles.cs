using Microsoft.EntityFrameworkCore;
using ParIndex.App.SelfAssessment;
using ParIndex.App.Storage;

namespace ParIndex.App.Library;

/// <summary>Asks the scanner again about files that wait in quarantine because it did not answer.</summary>
public sealed class ScanFiles(IndexDb db, FileStore store, Scanner scanner)
{
    /// <summary>Gives how many got an answer.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        if (scanner.Host is null) return 0;
        var answered = 0;
        foreach (var row in await db.EvidenceFiles.AsTracking().Where(row => row.State == FileState.Quarantined).ToListAsync(cancel))
        {
            await using var content = store.Open(row.Sha256);
            if (content is null) continue;
            var state = await scanner.OfAsync(content, cancel);
            if (state == FileState.Quarantined) break;
            row.State = state;
            answered++;
        }

        await db.SaveChangesAsync(cancel);
        return answered;
    }
}
