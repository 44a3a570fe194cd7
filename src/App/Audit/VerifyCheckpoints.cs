using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace ParIndex.App.Audit;

/// <summary>Verifies checkpoints: each continues the one before, is signed by the certificate at hand, and tells of the journal at hand.</summary>
internal static class VerifyCheckpoints
{
    /// <summary>Adds what is wrong; gives the number of checkpoints and the newest that agrees.</summary>
    public static (int Count, Checkpoint? Covered) Run(JournalCopy copy, JournalChain lines, List<JournalFinding> findings)
    {
        if (copy.Checkpoints.Count == 0)
        {
            if (copy.Lines.Count > 0) findings.Add(JournalFindings.NoCheckpoint);
            return (0, null);
        }

        using var signer = copy.Certificate is null ? null : X509Certificate2.CreateFromPem(copy.Certificate);
        var read = copy.Checkpoints.Select((signed, index) => (Signed: signed, Stated: Checkpoint.Parse(signed.Json), Place: index + 1)).ToList();
        var (previous, agreed) = (Checkpoint.None, (Checkpoint?)null);
        foreach (var (signed, stated, place) in read)
        {
            if (stated is null || stated.Previous != previous || stated.Number != place)
            {
                findings.Add(JournalFindings.CheckpointChain(stated?.Number ?? place));
                if (stated is null) continue;
            }

            previous = signed.Hash;
            if (copy.Origin is not null && stated.Origin != copy.Origin) findings.Add(JournalFindings.OtherOrigin(stated.Number));
            if (WhyNot(signed, signer) is { } why)
            {
                // Nothing it says counts.
                findings.Add(JournalFindings.Signature(stated.Number, why));
                continue;
            }

            if (stated.Restored is { } restored) findings.Add(JournalFindings.Restored(restored.From, restored.To, stated.Number));
            if (lines.HashOf(stated.Size) == stated.Head)
            {
                agreed = stated;
                continue;
            }

            // What two persons let go is known: lines behind the size the journal was restored to.
            if (read.Any(later => later.Stated is { Restored: { } gone } && later.Stated.Number > stated.Number && gone.To < stated.Size && stated.Size <= gone.From)) continue;
            // What the lines themselves showed up to that size is the reason, and names the exact line.
            if (findings.Any(finding => finding.Wrong && finding.Number > (agreed?.Size ?? 0) && finding.Number <= stated.Size)) break;
            findings.Add(stated.Size > copy.Lines.Count
                ? JournalFindings.Shorter(copy.Lines.Count + 1, stated.Size, stated.Number)
                : JournalFindings.Rewritten((agreed?.Size ?? 0) + 1, stated.Size, stated.Number));
            // A later size cannot mend an earlier one: the first that disagrees is the one to name.
            break;
        }

        return (read.Count, agreed);
    }

    public static string? WhyNot(SignedCheckpoint checkpoint, X509Certificate2? signer)
    {
        try
        {
            var cms = new SignedCms(new ContentInfo(checkpoint.Json), detached: true);
            cms.Decode(checkpoint.Signature);
            if (cms.SignerInfos.Count != 1) return "one signer";
            if (signer is null) return "no certificate to check it with";
            var by = cms.SignerInfos[0];
            by.CheckSignature([signer], verifySignatureOnly: true);
            if (by.Certificate?.Thumbprint != signer.Thumbprint) return "another key";
            return checkpoint.Timestamp is { } token ? WhyNotInTime(token, checkpoint.Signature) : null;
        }
        catch (CryptographicException trouble)
        {
            return trouble.Message;
        }
    }

    /// <summary>The token is over this very signature; whose authority it is, is for the reader to trust.</summary>
    private static string? WhyNotInTime(byte[] token, byte[] signature) =>
        Rfc3161TimestampToken.TryDecode(token, out var read, out _) && read.VerifySignatureForData(signature, out _) ? null : "time stamp";
}
