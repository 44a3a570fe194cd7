using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Library;
using ParIndex.App.SelfAssessment;
using ParIndex.App.Tests.Appraisal;
using ParIndex.App.Tests.Cycles;
using ParIndex.App.Tests.SelfAssessment;
using ParIndex.Testing;

namespace ParIndex.App.Tests.Library;

/// <summary>The evidence library, with the hostile files of H-28 to H-32 as far as they concern it.</summary>
public sealed class EvidenceTests : IDisposable
{
    private readonly FileStore store = new(Directory.CreateTempSubdirectory("evidence-").FullName);

    public void Dispose() => Directory.Delete(store.Folder, recursive: true);

    [Theory, BothEngines]
    public async Task A_document_keeps_every_revision_by_its_hash_and_serves_many_leaves(Engine engine)
    {
        using var database = new Database(engine);
        var work = await Officers.AtWorkAsync(database);
        var first = await AddAsync(database, work, "ke-hoach.pdf", Pdf("một"), "1.1.1");
        Assert.Equal(FileState.NotScanned, first.State);
        await using var db = database.Open();
        var second = await new AddEvidence(db, work.Clock, store, new()).ReviseAsync(work.Officer, work.Cycle, "SNV", first.Evidence, Sent(work, "ke-hoach-2.pdf", Pdf("hai")), Cancel);
        Assert.Equal(2, second.Revision);
        await new UseEvidence(db, work.Clock).AttachAsync(work.Officer, work.Cycle, "SNV", "1.2.1", first.Evidence, Cancel);
        var shown = (await new ReadEvidence(db, store).OfUnitAsync(work.Officer, work.Cycle, "SNV", Cancel)).Single();
        Assert.Equal(["1.1.1", "1.2.1"], shown.Leaves);
        foreach (var (file, content) in shown.Files.Reverse().Zip([Pdf("một"), Pdf("hai")]))
        {
            await using var kept = store.Open(file.Sha256)!;
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), Convert.ToHexStringLower(await SHA256.HashDataAsync(kept, Cancel)));
        }

        // The same bytes once more: kept once, and said.
        var again = await AddAsync(database, work, "ban-sao.pdf", Pdf("một"), "1.2.1");
        Assert.Equal(["01/KH-SNV Kế hoạch"], again.SameAs);
        Assert.Equal(2, Directory.GetFiles(store.Folder, "*", SearchOption.AllDirectories).Length);
    }

    [Theory, BothEngines]
    public async Task What_was_handed_in_stays_and_a_late_upload_is_no_part_of_it(Engine engine)
    {
        using var database = new Database(engine);
        var work = await Officers.AtWorkAsync(database);
        var taken = await AddAsync(database, work, "ke-hoach.pdf", Pdf("một"), "1.1.1");
        await work.EnterAllAsync();
        await work.SubmitAsync();
        await using var db = database.Open();
        Assert.Equal("wrong_state", await Officers.RefusedAsync(() => AddAsync(database, work, "them.pdf", Pdf("thêm"), "1.1.1")));
        Assert.Equal("wrong_state", await Officers.RefusedAsync(() => new UseEvidence(db, work.Clock).WithdrawAsync(work.Officer, work.Cycle, "SNV", taken.Evidence, "Không cần dùng nữa", Cancel)));
        await work.WithdrawAsync();
        var begun = work.Clock.Now;
        work.Clock.Now = PreparedCycle.Closes;
        var late = await new AddEvidence(db, work.Clock, store, new()).RunAsync(work.Officer, work.Cycle, "SNV", new("02/BC-SNV", null, "Báo cáo"), new("bao-cao.pdf", new MemoryStream(Pdf("muộn")), begun), ["1.2.1"], Cancel);
        Assert.Equal(FileState.Late, late.State);
        Assert.Equal("phase_closed", await Officers.RefusedAsync(() => AddAsync(database, work, "qua-han.pdf", Pdf("quá hạn"), "1.1.1")));
    }

    [Theory]
    [InlineData("virus.pdf", "MZ\u0090 this program cannot be run")]
    [InlineData("trang.pdf", "<html>aaaa%PDF-1.7 %%EOF")]
    [InlineData("anh.png", "<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("anh.jpg", "GIF89a/*")]
    [InlineData("thu.docx", "PK\u0003\u0004 not a zip")]
    [InlineData("bao-cao.pdf.exe", "%PDF-1.7 %%EOF")]
    [InlineData("bao-cao.docm", "PK")]
    [InlineData("mot-byte.pdf", "%")]
    [InlineData("khong-duoi", "%PDF-1.7 %%EOF")]
    public void A_file_is_what_its_name_says_or_it_is_not_taken(string name, string content) =>
        Assert.Equal("file_kind_not_taken", Assert.Throws<RefusedException>(() => FileKind.Of(name, new MemoryStream(Encoding.UTF8.GetBytes(content)))).Refusal.Code);

    [Fact]
    public void Bombs_and_programs_are_refused_without_unpacking_them()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal("file_bomb", Code("bom.xlsx", Zip(("[Content_Types].xml", "<Types/>"u8.ToArray()), ("xl/workbook.xml", "<workbook/>"u8.ToArray()), ("xl/worksheets/sheet1.xml", new byte[200 * 1024 * 1024]))));
        Assert.Equal("file_bomb", Code("nhieu.docx", Zip([.. Enumerable.Range(0, 20_000).Select(i => ($"word/{i}.xml", Array.Empty<byte>()))])));
        Assert.Equal("file_bomb", Code("cuoi.docx", Zip(("[Content_Types].xml", "<Types/>"u8.ToArray()), ("word/document.xml", "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY lol \"lol\">]><lolz/>"u8.ToArray()))));
        Assert.Equal("file_with_program", Code("macro.docx", Zip(("[Content_Types].xml", "<Types/>"u8.ToArray()), ("word/document.xml", "<w/>"u8.ToArray()), ("word/vbaProject.bin", [1]))));
        Assert.True(watch.Elapsed.TotalSeconds < 10, $"{watch.Elapsed}");
        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            FileKind.Of("that.docx", new MemoryStream(Zip(("[Content_Types].xml", "<Types/>"u8.ToArray()), ("word/document.xml", "<w/>"u8.ToArray())))));

        static string Code(string name, byte[] content) => Assert.Throws<RefusedException>(() => FileKind.Of(name, new MemoryStream(content))).Refusal.Code;
    }

    [Theory]
    [InlineData("../../x.pdf")]
    [InlineData("..\\..\\x.pdf")]
    [InlineData("C:\\x.pdf")]
    [InlineData("con.pdf")]
    [InlineData("COM1.pdf")]
    [InlineData("a\r\nSet-Cookie: s=1.pdf")]
    [InlineData("<img src=x onerror=alert(1)>.pdf")]
    [InlineData("baocao\u202efdp.exe")]
    [InlineData(".pdf")]
    [InlineData("")]
    public void A_poisonous_name_is_refused(string name) => Assert.Equal("file_name_not_taken", Assert.Throws<RefusedException>(() => FileKind.Name(name)).Refusal.Code);

    [Fact]
    public void A_long_name_is_refused_and_a_decomposed_one_is_composed()
    {
        Assert.Equal("file_name_not_taken", Assert.Throws<RefusedException>(() => FileKind.Name(new string('a', 300) + ".pdf")).Refusal.Code);
        Assert.Equal("Báo cáo.pdf", FileKind.Name("Báo cáo.pdf".Normalize(NormalizationForm.FormD)));
    }

    [Theory, BothEngines]
    public async Task A_refused_file_leaves_nothing_behind(Engine engine)
    {
        using var database = new Database(engine);
        var work = await Officers.AtWorkAsync(database);
        Assert.Equal("file_kind_not_taken", await Officers.RefusedAsync(() => AddAsync(database, work, "virus.pdf", "MZ program"u8.ToArray(), "1.1.1")));
        Assert.Equal("file_empty", await Officers.RefusedAsync(() => AddAsync(database, work, "rong.pdf", [], "1.1.1")));
        Assert.Equal("not_found", await Officers.RefusedAsync(() => AddAsync(database, work, "ke-hoach.pdf", Pdf("một"), "9.9.9")));
        await using var db = database.Open();
        Assert.False(await db.Evidence.AnyAsync(Cancel) || await db.EvidenceFiles.AnyAsync(Cancel));
        Assert.Empty(Directory.GetFiles(store.Folder, "*", SearchOption.AllDirectories));
    }

    [Theory, BothEngines]
    public async Task Only_the_unit_and_who_appraises_the_leaf_open_a_file(Engine engine)
    {
        using var database = new Database(engine);
        var story = await AppraisalStory.BeginAsync(database);
        story.To(App.Cycles.Phase.Explanation);
        var taken = await AddAsync(database, story.Officers, "ke-hoach.pdf", Pdf("một"), "1.1.1");
        await using var db = database.Open();
        var read = new ReadEvidence(db, store);
        Task Open(Person person, int revision = 1) => read.FileAsync(person, story.Cycle, "SNV", taken.Evidence, revision, Cancel);
        await Open(story.Officers.Head);
        await Open(story.First);
        await Open(People.Secretary);
        foreach (var person in new[] { story.OfSnv, Officers.Of(Role.UnitOfficer, "STC"), People.Of(Role.Administrator), People.Of(Role.SurveyManager) })
            Assert.Equal("not_found", await Officers.RefusedAsync(() => Open(person)));
        Assert.Equal("not_found", await Officers.RefusedAsync(() => Open(story.First, 2)));
    }

    [Theory, BothEngines]
    public async Task A_damaged_and_a_missing_file_are_named_exactly(Engine engine)
    {
        using var database = new Database(engine);
        var work = await Officers.AtWorkAsync(database);
        var (whole, damaged, missing) = (await AddAsync(database, work, "con.nguyen.pdf", Pdf("a"), "1.1.1"), await AddAsync(database, work, "hong.pdf", Pdf("b"), "1.1.1"), await AddAsync(database, work, "mat.pdf", Pdf("c"), "1.1.1"));
        string At(FileTaken taken) => Path.Combine(store.Folder, taken.Sha256[..2], taken.Sha256);
        var bytes = await File.ReadAllBytesAsync(At(damaged), Cancel);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(At(damaged), bytes, Cancel);
        File.Delete(At(missing));
        await using var db = database.Open();
        var (read, findings) = await new CheckFiles(db, store).RunAsync(Cancel);
        Assert.Equal(3, read);
        Assert.Equal(["E001 hong.pdf", "E002 mat.pdf"], findings.Select(finding => $"{finding.Code} {finding.Where.Split(' ')[1]}").Order(StringComparer.Ordinal));
        Assert.DoesNotContain(findings, finding => finding.Where.Contains(whole.Evidence.ToString("n"), StringComparison.Ordinal));
    }

    [Theory, BothEngines]
    public async Task With_the_scanner_asleep_a_file_waits_unseen_and_an_infected_one_is_never_opened(Engine engine)
    {
        using var database = new Database(engine);
        var story = await AppraisalStory.BeginAsync(database);
        story.To(App.Cycles.Phase.Explanation);
        await using var db = database.Open();
        // Nobody listens there.
        var asleep = new Scanner("127.0.0.1", FreePort());
        var taken = await new AddEvidence(db, story.Clock, store, asleep).RunAsync(story.Officers.Officer, story.Cycle, "SNV", new("03/BC", null, "Báo cáo"), Sent(story.Officers, "eicar.pdf", Pdf("EICAR")), ["1.1.1"], Cancel);
        Assert.Equal(FileState.Quarantined, taken.State);
        Task Open(Person person) => new ReadEvidence(db, store).FileAsync(person, story.Cycle, "SNV", taken.Evidence, 1, Cancel);
        await Open(story.Officers.Officer);
        Assert.Equal("not_found", await Officers.RefusedAsync(() => Open(story.First)));

        using var clamd = new FakeClamd();
        var scanner = new Scanner("127.0.0.1", clamd.Port);
        db.ChangeTracker.Clear();
        Assert.Equal(1, await new ScanFiles(db, store, scanner).RunAsync(Cancel));
        Assert.Equal("not_found", await Officers.RefusedAsync(() => Open(story.Officers.Officer)));
        db.ChangeTracker.Clear();
        var clean = await new AddEvidence(db, story.Clock, store, scanner).RunAsync(story.Officers.Officer, story.Cycle, "SNV", new("04/BC", null, "Báo cáo"), Sent(story.Officers, "sach.pdf", Pdf("sạch")), ["1.1.1"], Cancel);
        Assert.Equal(FileState.Clean, clean.State);
    }

    [Fact]
    public void A_signed_pdf_is_intact_until_a_byte_changes()
    {
        var signed = Signed(Pdf("văn bản"));
        var seen = PdfSignature.Of(new MemoryStream(signed));
        Assert.Equal((SignatureState.Intact, "Văn thư minh họa"), (seen.State, seen.Signer));
        var touched = (byte[])signed.Clone();
        touched[20] ^= 1;
        Assert.Equal(SignatureState.Broken, PdfSignature.Of(new MemoryStream(touched)).State);
        Assert.Equal(SignatureState.Broken, PdfSignature.Of(new MemoryStream([.. signed, .. "thêm sau khi ký"u8])).State);
        Assert.Equal(SignatureState.None, PdfSignature.Of(new MemoryStream(Pdf("chưa ký"))).State);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static FileSent Sent(Officers work, string name, byte[] content) => new(name, new MemoryStream(content), work.Clock.Now);

    private async Task<FileTaken> AddAsync(Database database, Officers work, string name, byte[] content, string leaf)
    {
        await using var db = database.Open();
        return await new AddEvidence(db, work.Clock, store, new()).RunAsync(work.Officer, work.Cycle, "SNV", new("01/KH-SNV", new(2021, 1, 18), "Kế hoạch"), Sent(work, name, content), [leaf], Cancel);
    }

    private static byte[] Pdf(string words) => Encoding.UTF8.GetBytes($"%PDF-1.7\n% {words}\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");

    private static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(content);
            }
        }

        return output.ToArray();
    }

    // A signature as ISO 32000-1, 12.8 has it: the hole holds the CMS of everything around it.
    private static byte[] Signed(byte[] pdf)
    {
        const int Room = 8000;
        var before = Encoding.Latin1.GetString(pdf) + "2 0 obj<</Type/Sig/ByteRange [0 0000000000 0000000000 0000000000]/Contents ";
        var after = ">>endobj\n%%EOF\n";
        var (b, c) = (before.Length, before.Length + Room + 2);
        before = before.Replace("[0 0000000000 0000000000 0000000000]", $"[0 {b:0000000000} {c:0000000000} {after.Length:0000000000}]", StringComparison.Ordinal);
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=Văn thư minh họa", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var cms = new SignedCms(new ContentInfo([.. Encoding.Latin1.GetBytes(before), .. Encoding.Latin1.GetBytes(after)]), detached: true);
        cms.ComputeSignature(new CmsSigner(certificate) { IncludeOption = X509IncludeOption.EndCertOnly });
        return Encoding.Latin1.GetBytes(before + "<" + Convert.ToHexString(cms.Encode()).PadRight(Room, '0') + ">" + after);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Speaks clamd's INSTREAM: finds EICAR, and nothing else.</summary>
    private sealed class FakeClamd : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);

        public FakeClamd()
        {
            listener.Start();
            _ = Task.Run(ServeAsync);
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public void Dispose() => listener.Stop();

        private async Task ServeAsync()
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                await using var wire = client.GetStream();
                var command = new byte[10];
                await wire.ReadExactlyAsync(command);
                var content = new MemoryStream();
                var length = new byte[4];
                while (true)
                {
                    await wire.ReadExactlyAsync(length);
                    var next = new byte[System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(length)];
                    if (next.Length == 0) break;
                    await wire.ReadExactlyAsync(next);
                    content.Write(next);
                }

                var found = Encoding.UTF8.GetString(content.ToArray()).Contains("EICAR", StringComparison.Ordinal);
                await wire.WriteAsync(Encoding.ASCII.GetBytes(found ? "stream: Eicar-Test-Signature FOUND\0" : "stream: OK\0"));
            }
        }
    }
}
