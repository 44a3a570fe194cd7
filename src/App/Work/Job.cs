using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ParIndex.App.Audit;
using ParIndex.App.Campaigns;
using ParIndex.App.Library;
using ParIndex.App.Messages;
using ParIndex.App.Publication;
using ParIndex.App.Sampling;
using ParIndex.App.SelfAssessment;
using ParIndex.App.Storage;
using ParIndex.Core;

namespace ParIndex.App.Work;

/// <summary>Work done in the background by the clock; each is a verb of the terminal too.</summary>
/// <param name="Name">As the verb calls it.</param>
/// <param name="Words">What it does.</param>
/// <param name="Schedule">Cron of Quartz, Vietnam time.</param>
/// <param name="Run">Does it once; says what was done.</param>
public sealed record Job(string Name, Text Words, string Schedule, Func<IServiceProvider, CancellationToken, Task<string>> Run)
{
    private static readonly string[] MilestoneActs = ["moved", "resulted"];

    /// <summary>Every job: a new one is a line here.</summary>
    public static IReadOnlyList<Job> All { get; } =
    [
        new("checkpoint", new("Ký mốc kiểm soát nhật ký", "Signs a checkpoint of the journal"), "0 7 * * * ?", (services, cancel) => CheckpointAsync(services, CheckpointOccasion.Hourly, cancel)),
        new("milestone", new("Ký mốc kiểm soát khi vừa qua một mốc của kỳ đánh giá", "Signs a checkpoint when a milestone was passed"), "30 * * * * ?", MilestoneAsync),
        new("integrity", new("Kiểm tra toàn bộ nhật ký", "Verifies the whole journal"), "0 30 2 * * ?", IntegrityAsync),
        new("mail", new("Gửi thư chờ gửi", "Sends waiting e-mails"), "10,40 * * * * ?", async (services, cancel) =>
        {
            var (sent, failed) = await services.GetRequiredService<SendMails>().RunAsync(cancel);
            return string.Create(CultureInfo.InvariantCulture, $"sent {sent}, failed {failed}");
        }),
        new("releases", new("Báo cho các đơn vị và mở việc phải khắc phục khi kết quả đã đến thời điểm công bố", "Tells units and opens follow-ups once results are out"), "5 * * * * ?",
            async (services, cancel) => Said("releases", await services.GetRequiredService<TellRelease>().RunAsync(cancel))),
        new("digest", new("Gửi tổng hợp việc đến hạn cho từng người", "Tells each person what is due"), "0 0 7 ? * MON-FRI",
            async (services, cancel) => Said("people", await services.GetRequiredService<WriteDigests>().RunAsync(cancel))),
        new("scan", new("Quét lại các tệp còn chờ quét", "Scans files that wait in quarantine"), "20 */5 * * * ?", async (services, cancel) => Said("files", await services.GetRequiredService<ScanFiles>().RunAsync(cancel))),
        new("files", new("Đọc lại toàn bộ tệp kiểm chứng, so với mã SHA-256", "Reads every evidence file again and compares its SHA-256"), "0 15 3 * * ?", async (services, cancel) =>
        {
            var (read, findings) = await services.GetRequiredService<CheckFiles>().RunAsync(cancel);
            return findings.Count == 0 ? Said("whole", read) : "ALARM: " + string.Join("; ", findings.Take(20).Select(finding => $"{finding.Where}: {finding.Message.En}"));
        }),
        new("seal", new("Niêm phong các phiếu khảo sát đang chờ", "Seals survey responses that wait"), "0 20 * * * ?",
            async (services, cancel) => Said("responses", await services.GetRequiredService<SealResponses>().RunAsync(cancel))),
        new("retention", new("Xóa dữ liệu khảo sát hết thời hạn lưu", "Erases survey data whose term is over"), "0 45 3 * * ?",
            async (services, cancel) => Said("kinds", await services.GetRequiredService<EraseExpired>().RunAsync(cancel))),
        new("uploads", new("Bỏ các lần tải lên dở dang đã hết hạn", "Lets go of uploads that expired"), "0 15 * * * ?",
            async (services, cancel) => Said("uploads", await services.GetRequiredService<ExpireUploads>().RunAsync(cancel))),
    ];

    /// <summary>Runs it in a scope of its own, measured.</summary>
    public async Task<string> OnceAsync(IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var watch = Stopwatch.StartNew();
        try
        {
            return await Run(scope.ServiceProvider, cancel);
        }
        catch (Exception)
        {
            Meters.JobFailures.Add(1, new KeyValuePair<string, object?>("job", Name));
            throw;
        }
        finally
        {
            Meters.Jobs.Record(watch.Elapsed.TotalSeconds, new KeyValuePair<string, object?>("job", Name));
        }
    }

    private static string Said(string what, int count) => string.Create(CultureInfo.InvariantCulture, $"{what} {count}");

    private static async Task<string> CheckpointAsync(IServiceProvider services, string occasion, CancellationToken cancel)
    {
        var written = await services.GetRequiredService<WriteCheckpoint>().RunAsync(occasion, cancel);
        return written is null ? "nothing to sign" : string.Create(CultureInfo.InvariantCulture, $"checkpoint {written.Number}, {written.Size} lines");
    }

    private static async Task<string> MilestoneAsync(IServiceProvider services, CancellationToken cancel)
    {
        var db = services.GetRequiredService<IndexDb>();
        var last = await db.Checkpoints.AsNoTracking().OrderByDescending(row => row.Number).Select(row => row.Json).FirstOrDefaultAsync(cancel);
        var size = last is null ? 0 : Checkpoint.Parse(last)?.Size ?? 0;
        return await db.JournalLines.AnyAsync(line => line.Seq > size && MilestoneActs.Contains(line.Act), cancel)
            ? await CheckpointAsync(services, CheckpointOccasion.Milestone, cancel) : "no milestone";
    }

    private static async Task<string> IntegrityAsync(IServiceProvider services, CancellationToken cancel)
    {
        var (verdict, alarm) = await services.GetRequiredService<CheckIntegrity>().FullAsync(cancel);
        return alarm is null
            ? string.Create(CultureInfo.InvariantCulture, $"intact: {verdict.Size} lines, {verdict.Rows} rows")
            : "ALARM: " + alarm.Findings[0].Message.En;
    }
}
