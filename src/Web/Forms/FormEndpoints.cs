using System.Globalization;
using System.Net;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.EntityFrameworkCore;
using ParIndex.App;
using ParIndex.App.Campaigns;
using ParIndex.App.Storage;
using ParIndex.Core.Questionnaires;
using ParIndex.Web.Access;

namespace ParIndex.Web.Forms;

/// <summary>Forms as JSON: for devices, and for whoever builds a page of their own.</summary>
internal static class FormEndpoints
{
    /// <summary>Where forms are handed in; all else under /api only reads.</summary>
    public const string Path = Api.ApiAccess.Path + "/phieu";

    /// <summary>The longest form.</summary>
    private const int LongestForm = 64 * 1024;

    private const int LongestBatch = 8 * 1024 * 1024;

    public static void Map(WebApplication site)
    {
        site.MapPost(Path + "/{campaign}/{token}", SubmitAsync);
        site.MapPost(Path + "/{campaign}/thiet-bi/{device}", SubmitBatchAsync)
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(LongestBatch));
        site.MapGet("/phieu/{campaign}/niem-phong.csv", SealedAsync);
    }

    private static async Task<IResult> SubmitAsync(string campaign, string token, HttpContext context, TakeForm take, WrongLinks wrong)
    {
        wrong.Require(context);
        var body = await BodyAsync(context, LongestForm);
        var key = context.Request.Headers["Idempotency-Key"].ToString();
        if (!TakeForm.IsKey(key)) throw new RefusedException(CampaignRefusals.KeyMissing);
        if (!SurveyToken.TryRead(token, out var read)) throw wrong.Counted(context);
        try
        {
            var opened = await take.OpenAsync(campaign, context.RequestAborted);
            var (given, refused) = FormReading.Read(opened.Questionnaire, body);
            if (given is null) throw new RefusedException(CampaignRefusals.Answers(refused));
            var stored = await take.StoreAsync(opened, read, key, given, (Channel.Web, "", null), context.RequestAborted);
            return TypedResults.Json(new { receipt = stored.Receipt, again = stored.End == SubmissionEnd.Again },
                statusCode: stored.End == SubmissionEnd.Again ? StatusCodes.Status200OK : StatusCodes.Status201Created);
        }
        catch (RefusedException no) when (no.Refusal.Kind == RefusalKind.NotFound)
        {
            throw wrong.Counted(context);
        }
    }

    private static async Task<IResult> SubmitBatchAsync(string campaign, string device, HttpContext context, TakeBatch take, WrongLinks wrong)
    {
        wrong.Require(context);
        var body = await BodyAsync(context, LongestBatch);
        try
        {
            var items = await take.RunAsync(campaign, device, context.Request.Headers["Device-Secret"].ToString(), body, context.RequestAborted);
            return TypedResults.Json(new { forms = items.Select(item => new { key = item.Key, result = item.Result, receipt = item.Receipt, why = item.Why }) });
        }
        catch (RefusedException no) when (no.Refusal.Kind == RefusalKind.NotFound)
        {
            wrong.Count(context);
            throw;
        }
    }

    /// <summary>Every sealed form's commitment, batch by batch, sorted: anyone can add it up, and hash a batch as the journal did.</summary>
    private static async Task<IResult> SealedAsync(string campaign, HttpContext context, IndexDb db)
    {
        if (!await db.Campaigns.AnyAsync(row => row.Code == campaign, context.RequestAborted)) throw new RefusedException(Refusal.NotFound);
        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.CacheControl = "public, max-age=300";
        await using var text = new StreamWriter(context.Response.Body, new UTF8Encoding(false)) { NewLine = "\n" };
        await text.WriteLineAsync("batch,unit,day,commitment");
        foreach (var seal in await db.Seals.Where(row => row.Campaign == campaign).OrderBy(row => row.Batch).ToListAsync(context.RequestAborted))
        {
            var sealedForms = await db.Responses.Where(row => row.Campaign == campaign && row.Unit == seal.Unit && row.Batch == seal.Batch).Select(row => row.Commitment).ToListAsync(context.RequestAborted);
            foreach (var form in sealedForms.Select(Convert.ToHexStringLower).Order(StringComparer.Ordinal))
                await text.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{seal.Batch},{seal.Unit},{seal.Day:yyyy-MM-dd},{form}"));
        }

        return Results.Empty;
    }

    private static async Task<ReadOnlyMemory<byte>> BodyAsync(HttpContext context, int longest)
    {
        var request = context.Request;
        if (!request.HasJsonContentType()) throw new RefusedException(CampaignRefusals.NotJson);
        if (request.Query.Keys.FirstOrDefault() is { } extra) throw new RefusedException(CampaignRefusals.UnknownField(extra));
        if (request.ContentLength > longest) throw new RefusedException(CampaignRefusals.TooLong);
        var body = new MemoryStream((int)(request.ContentLength ?? 1024));
        var part = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(part, context.RequestAborted)) > 0;)
        {
            if (body.Length + read > longest) throw new RefusedException(CampaignRefusals.TooLong);
            body.Write(part, 0, read);
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}

/// <summary>Guessing of links by one network address: thirty wrong ones a minute, then it waits. A right link elsewhere is not held up.</summary>
public sealed class WrongLinks : IDisposable
{
    private readonly PartitionedRateLimiter<IPAddress> tries = PartitionedRateLimiter.Create<IPAddress, IPAddress>(address => RateLimitPartition.GetFixedWindowLimiter(address, _ => new()
    {
        PermitLimit = 30,
        Window = TimeSpan.FromMinutes(1),
        AutoReplenishment = true,
    }));

    /// <summary>Refuses an address that has guessed too often.</summary>
    public void Require(HttpContext context)
    {
        if (tries.GetStatistics(Address(context))?.CurrentAvailablePermits == 0) throw new RefusedException(CampaignRefusals.TooManyWrong);
    }

    /// <summary>Counts a wrong link.</summary>
    public void Count(HttpContext context) => tries.AttemptAcquire(Address(context)).Dispose();

    /// <summary>Counts a wrong link and gives the one answer for all of them.</summary>
    public RefusedException Counted(HttpContext context)
    {
        Count(context);
        return new(CampaignRefusals.NoSuchLink);
    }

    /// <inheritdoc/>
    public void Dispose() => tries.Dispose();

    private static IPAddress Address(HttpContext context) => NetworkLimit.Network(context.Connection.RemoteIpAddress ?? IPAddress.None);
}
