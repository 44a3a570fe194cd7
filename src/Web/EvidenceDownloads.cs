using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using ParIndex.App.Accounts;
using ParIndex.App.Cycles;
using ParIndex.App.Library;
using ParIndex.Web.Access;

namespace ParIndex.Web;

/// <summary>Evidence files for those who may see them: a picture or a PDF is shown in a closed frame when asked for, everything else is only saved.</summary>
internal static class EvidenceDownloads
{
    public static void Map(WebApplication site) => site.MapGet("/noi-bo/tep/{ky}/{unit}/{id:guid}/{revision:int}", SendAsync)
        .WithMetadata(new MayOpenAttribute(Role.UnitOfficer, Role.UnitHead, Role.Appraiser, Role.AppraisalLead, Role.Secretariat, Role.CouncilMember, Role.CouncilChair, Role.Observer));

    private static async Task<IResult> SendAsync(
        string ky, string unit, Guid id, int revision, [FromQuery(Name = "xem")] bool? look, Who who, LoadCycle load, ReadEvidence read, HttpContext context, CancellationToken cancel)
    {
        var cycle = await load.ByCodeAsync(ky, cancel, unit);
        var file = await read.FileAsync(who.Person, cycle.Id, unit, id, revision, cancel);
        var inline = look == true && file.MediaType is "application/pdf" or "image/png" or "image/jpeg";
        var disposition = new ContentDispositionHeaderValue(inline ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        // Whatever is in the file runs nowhere and reaches nothing.
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Stream(file.Content, file.MediaType, enableRangeProcessing: true);
    }
}
