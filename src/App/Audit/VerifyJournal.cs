using System.Security.Cryptography;
using System.Text.Json;

namespace ParIndex.App.Audit;

/// <summary>
/// Verifies a journal from what was handed over alone: the chain, the columns against the lines, the checkpoints at their sizes, their
/// signatures, the commitments, and today's rows against what the journal last tells of them.
/// </summary>
public static class VerifyJournal
{
    public static JournalVerdict Run(JournalCopy copy)
    {
        var findings = new List<JournalFinding>();
        var lines = new JournalChain(copy, findings);
        lines.Walk();
        var (count, covered) = VerifyCheckpoints.Run(copy, lines, findings);
        var (payloads, erased, rows) = copy.Contents is null ? (0, 0, 0) : Contents(copy, lines, findings);
        return new(
            copy.Lines.Count, lines.HeadHash, count, covered?.Size ?? 0, covered?.At, payloads, erased, rows,
            [.. findings.OrderBy(finding => !finding.Wrong).ThenBy(finding => finding.Number ?? long.MaxValue)]);
    }

    private static (int Payloads, int Erased, int Rows) Contents(JournalCopy copy, JournalChain lines, List<JournalFinding> findings)
    {
        var told = new Dictionary<(string, string), (long Seq, string Sha)>();
        var (payloads, commitments) = (0, lines.Commitments());
        foreach (var (seq, content) in copy.Contents!.OrderBy(content => content.Key))
        {
            if (commitments.Remove(seq, out var commit))
            {
                payloads++;
                if (!commit.AsSpan().SequenceEqual(SHA256.HashData([.. content.Salt, .. content.Payload])))
                {
                    findings.Add(JournalFindings.Payload(seq));
                    continue;
                }
            }

            // Of a line that is gone too: its row is right, and the missing line is named elsewhere.
            foreach (var mark in MarksOf(content.Payload)) told[(mark.Table, mark.Key)] = (seq, mark.Sha256);
        }

        var erased = commitments.Count;
        if (copy.Rows is null) return (payloads, erased, 0);
        foreach (var row in copy.Rows)
        {
            if (!told.Remove((row.Table, row.Key), out var last))
            {
                // An erased payload may have told of it.
                if (erased == 0) findings.Add(JournalFindings.UnknownRow(row.Table, row.Key));
            }
            else if (last.Sha != JournalledRows.Sha(row.Row))
            {
                findings.Add(JournalFindings.Row(last.Seq, row.Table, row.Key));
            }
        }

        findings.AddRange(told.Where(entry => entry.Value.Sha != JournalledRows.Deleted)
            .Select(entry => JournalFindings.LostRow(entry.Value.Seq, entry.Key.Item1, entry.Key.Item2)));
        return (payloads, erased, copy.Rows.Count);
    }

    private static List<RowMark> MarksOf(byte[] payload)
    {
        try
        {
            using var json = JsonDocument.Parse(payload);
            return !json.RootElement.TryGetProperty("rows", out var rows) ? [] :
            [
                .. rows.EnumerateArray().Select(row =>
                    new RowMark(row.GetProperty("table").GetString()!, row.GetProperty("key").GetString()!, row.GetProperty("sha256").GetString()!)),
            ];
        }
        catch (Exception trouble) when (trouble is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // It matches its commitment, so the program wrote it so: nothing to tell of rows.
            return [];
        }
    }
}
