using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ParIndex.App.Audit;

namespace ParIndex.App.Tests.Audit;

/// <summary>Runs alone: nothing else may take the processor.</summary>
[CollectionDefinition(nameof(VerificationTimeTests), DisableParallelization = true)]
public sealed class Alone;

[Collection(nameof(VerificationTimeTests))]
public sealed class VerificationTimeTests
{
    [Fact]
    public void Two_hundred_thousand_lines_are_verified_in_ten_seconds()
    {
        // In the usual check a tenth of it, in a tenth of the time.
        var size = MutationTests.Full ? 200_000 : 20_000;
        using var scratch = new Scratch();
        var audit = new AuditFolder(Path.Combine(scratch.Folder, "audit"));
        var (lines, columns, hash) = (new List<byte[]>(size), new List<JournalColumns>(size), Checkpoint.None);
        var contents = new Dictionary<long, JournalContent>(size);
        for (var seq = 1L; seq <= size; seq++)
        {
            var payload = Encoding.UTF8.GetBytes($$$"""{"object":"cycle/1/unit/SNV/leaf/{{{seq}}}","what":"entry.saved","after":{"claimed":1.25}}""");
            var salt = SHA256.HashData(BitConverter.GetBytes(seq))[..16];
            var at = JournalStory.Noon.AddSeconds(seq).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
            var commit = Convert.ToHexStringLower(SHA256.HashData([.. salt, .. payload]));
            var line = Encoding.UTF8.GetBytes($$$"""{"v":1,"stream":"index","seq":{{{seq}}},"prev":"{{{hash}}}","at":"{{{at}}}","actor":"system","act":"changed","obj":"00112233445566778899aabbccddeeff","commit":"{{{commit}}}"}""");
            hash = Convert.ToHexStringLower(SHA256.HashData(line));
            lines.Add(line);
            columns.Add(new(seq, at, "system", "changed", "00112233445566778899aabbccddeeff", hash));
            contents[seq] = new(salt, payload);
        }

        var json = Encoding.UTF8.GetBytes($$$"""{"v":1,"origin":"x","number":1,"at":"2026-03-02T05:00:00.000Z","streams":{"index":{"size":{{{size}}},"head":"{{{hash}}}"}},"previous":"{{{Checkpoint.None}}}","published":null,"occasion":"asked"}""");
        var folder = Path.Combine(scratch.Folder, "out");
        JournalFolder.Write(folder, new() { Origin = "x", Head = (size, hash), Lines = lines, Columns = columns, Checkpoints = [new(json, audit.Sign(json))], Certificate = audit.Certificate, Contents = contents }, contents: true);

        var watch = Stopwatch.StartNew();
        Assert.True(VerifyJournal.Run(JournalFolder.Read(folder)).Good);
        var program = watch.Elapsed;
        watch.Restart();
        Assert.Equal((0, ""), MutationTests.Second(folder));
        TestContext.Current.SendDiagnosticMessage($"{size} lines: the program {program.TotalSeconds:0.0} s, the second verifier {watch.Elapsed.TotalSeconds:0.0} s");
        Assert.InRange(program.TotalSeconds, 0, MutationTests.Full ? 10 : 5);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, MutationTests.Full ? 10 : 5);
    }

    private sealed class Scratch : IDisposable
    {
        public string Folder { get; } = Directory.CreateTempSubdirectory("parindex-journal-").FullName;

        public void Dispose() => Directory.Delete(Folder, recursive: true);
    }
}
