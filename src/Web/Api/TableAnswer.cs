using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ParIndex.App.Publication;
using ParIndex.Core;
using ParIndex.Documents.OpenData;

namespace ParIndex.Web.Api;

/// <summary>Rows of a table as the answer to a request: JSON with what they are and where the next page is, or CSV.</summary>
internal sealed record TableAnswer(ReleaseRow? Release, string Name, TableSlice Slice, Paging Paging, bool Csv) : IResult
{
    /// <summary>Vietnamese letters stay letters; nothing of it is ever put into a page.</summary>
    public static JsonSerializerOptions Plain { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The release it is compared with.</summary>
    public ReleaseRow? Since { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var answer = httpContext.Response;
        answer.Headers["X-Total-Count"] = Slice.Total.ToString(CultureInfo.InvariantCulture);
        var pages = Paging.Size is { } size ? Math.Max(1, (Slice.Total + size - 1) / size) : 1;
        List<string> links = [];
        if (Paging.Page < pages) links.Add($"<{Address(httpContext.Request, Paging.Page + 1)}>; rel=\"next\"");
        if (Paging.Page > 1) links.Add($"<{Address(httpContext.Request, Math.Min(pages, Paging.Page - 1))}>; rel=\"prev\"");
        if (links.Count > 0) answer.Headers.Link = string.Join(", ", links);
        if (Csv)
        {
            answer.Headers.ContentDisposition = $"attachment; filename=\"{(Release is null ? "" : Release.Slug + "-")}{Name}.csv\"";
            return SendAsync(httpContext, PublishedTable.ToCsv(Slice), "text/csv; charset=utf-8");
        }

        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Writing))
        {
            json.WriteStartObject();
            if (Release is not null) WriteRelease(json, "release", Release);
            if (Since is not null) WriteRelease(json, "since", Since);
            json.WriteString("table", Name);
            json.WriteNumber("total", Slice.Total);
            json.WriteNumber("page", Paging.Page);
            json.WriteNumber("pages", pages);
            json.WriteNumber("size", Paging.Size ?? Slice.Total);
            if (Paging.Page < pages) json.WriteString("next", Address(httpContext.Request, Paging.Page + 1));
            else json.WriteNull("next");
            json.WriteStartArray("rows");
            foreach (var row in Slice.Rows) PublishedTable.WriteJson(json, Slice.Columns, row);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return SendAsync(httpContext, bytes.ToArray(), "application/json; charset=utf-8");
    }

    /// <summary>What every answer says of the release it is from, above all that some of it is illustrative.</summary>
    public static void WriteRelease(Utf8JsonWriter json, string name, ReleaseRow release)
    {
        json.WritePropertyName(name);
        json.WriteStartObject();
        json.WriteString("release", release.Slug);
        json.WriteNumber("year", release.Year);
        json.WriteString("version", ReleaseTable.Version(release));
        json.WriteBoolean("final", release.Final);
        if (release.Notice is { } notice) Words(json, "notice", notice);
        json.WriteEndObject();
    }

    public static void Words(Utf8JsonWriter json, string name, Text words)
    {
        json.WriteStartObject(name);
        json.WriteString("vi", words.Vi);
        json.WriteString("en", words.En);
        json.WriteEndObject();
    }

    public static Task SendAsync(HttpContext context, byte[] content, string type)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = content.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(content, context.RequestAborted).AsTask();
    }

    private static string Address(HttpRequest request, int page)
    {
        var query = request.Query.Where(pair => pair.Key != "page").SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value)));
        return $"{request.PathBase}{request.Path}{QueryString.Create(query.Append(new("page", page.ToString(CultureInfo.InvariantCulture))))}";
    }
}

/// <summary>A file of a release as the API lists it.</summary>
internal sealed record ReleaseFileShown(string Name, string MediaType, long Bytes, string Sha256);

/// <summary>One release with its tables and files.</summary>
internal sealed record ReleaseAnswer(ReleaseRow Release, IReadOnlyList<string> Tables, IReadOnlyList<ReleaseFileShown> Files) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var root = httpContext.Request.PathBase;
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WritePropertyName("release");
            PublishedTable.WriteJson(json, ReleaseTable.Table.Columns, ReleaseTable.Cells(Release));
            if (Release.Notice is { } notice) TableAnswer.Words(json, "notice", notice);
            json.WriteString("page", $"{root}/cong-bo/{Release.Slug}");
            json.WriteStartObject("tables");
            foreach (var table in Tables) json.WriteString(table, $"{root}{ReleasesApi.Root}/releases/{Release.Slug}/{table}");
            json.WriteEndObject();
            json.WriteStartArray("files");
            foreach (var file in Files)
            {
                json.WriteStartObject();
                json.WriteString("name", file.Name);
                json.WriteString("href", $"/cong-bo/{Release.Slug}/tep/{file.Name}");
                json.WriteString("media_type", file.MediaType);
                json.WriteNumber("bytes", file.Bytes);
                json.WriteString("sha256", file.Sha256);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return TableAnswer.SendAsync(httpContext, bytes.ToArray(), "application/json; charset=utf-8");
    }
}
