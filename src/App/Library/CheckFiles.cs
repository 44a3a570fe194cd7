using Microsoft.EntityFrameworkCore;
using ParIndex.App.Storage;
using ParIndex.Core;

namespace ParIndex.App.Library;

/// <summary>Reads every kept file again: one whose bytes changed or that is gone is named, with where it belongs.</summary>
public sealed class CheckFiles(IndexDb db, FileStore store)
{
    /// <summary>Damaged and missing files; how many were read.</summary>
    public async Task<(int Read, IReadOnlyList<Finding> Findings)> RunAsync(CancellationToken cancel)
    {
        var findings = new List<Finding>();
        var files = await db.EvidenceFiles.OrderBy(row => row.Cycle).ThenBy(row => row.Unit).ThenBy(row => row.Evidence).ThenBy(row => row.Revision)
            .Select(row => new { row.Unit, row.Evidence, row.Revision, row.FileName, row.Sha256 }).ToListAsync(cancel);
        var seen = new Dictionary<string, bool?>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (!seen.TryGetValue(file.Sha256, out var whole)) seen[file.Sha256] = whole = await store.IsWholeAsync(file.Sha256, cancel);
            if (whole == true) continue;
            findings.Add(new(whole is null ? "E002" : "E001", $"{file.Unit}/{file.Evidence:n}/{file.Revision} {file.FileName}", whole is null
                ? new("Tệp không còn trong kho. Lấy lại từ bản sao lưu.", "The file is gone from the store. Bring it back from a backup.")
                : new("Nội dung tệp không khớp mã SHA-256 đã ghi: tệp bị sửa hoặc hỏng. Lấy lại từ bản sao lưu.", "The file no longer gives the SHA-256 that was recorded: changed or damaged. Bring it back from a backup.")));
        }

        return (seen.Count, findings);
    }
}
