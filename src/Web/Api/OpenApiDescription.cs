using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using ParIndex.Core;
using ParIndex.Documents.OpenData;

namespace ParIndex.Web.Api;

/// <summary>The OpenAPI document: addresses, parameters and every column of every table, from the same lists that answer.</summary>
internal static class OpenApiDescription
{
    public const string Document = "v1";

    private const string Problem = "Problem";

    public static void Configure(OpenApiOptions options)
    {
        options.ShouldInclude = description => description.HttpMethod == HttpMethods.Get && description.RelativePath?.StartsWith(ReleasesApi.Root.TrimStart('/'), StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = Both(ApiText.Title), Version = "1", Description = Both(ApiText.About) };
            document.Servers = [];
            document.AddComponent(Problem, ProblemSchema());
            foreach (var table in ReleasesApi.Tables.Values.Append(ReleaseTable.Table).Append(PackageChanges.Table)) document.AddComponent(NameOf(table), RowSchema(table));
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            Describe(operation, context.Description.RelativePath ?? "", context.Description.ActionDescriptor.EndpointMetadata.OfType<DataTable>().FirstOrDefault(), context.Document!);
            return Task.CompletedTask;
        });
    }

    private static void Describe(OpenApiOperation operation, string path, DataTable? table, OpenApiDocument document)
    {
        operation.Tags = null;
        operation.Parameters = [];
        if (path.Contains("{release}", StringComparison.Ordinal))
            Add("release", new("mã lần công bố, một năm, hoặc latest", "code of a release, a year, or latest"), JsonSchemaType.String, ParameterLocation.Path);
        if (table is not null)
        {
            Add("page", new("trang, từ 1", "page, from 1"), JsonSchemaType.Integer);
            Add("size", new($"số dòng một trang, tối đa {Paging.Most}; CSV không nêu size thì trả cả bảng", $"rows of a page, at most {Paging.Most}; CSV without it is the whole table"), JsonSchemaType.Integer);
            if (table == PackageChanges.Table) Add("since", new("so với lần công bố này; bỏ trống: phiên bản liền trước", "compared with this release; absent: the version before"), JsonSchemaType.String);
            foreach (var filter in table == ReleaseTable.Table ? [] : Paging.FiltersOf(table))
            {
                var column = table.Columns.First(one => one.Name == filter);
                Add(filter, new($"chỉ những dòng có giá trị này, nhiều giá trị cách nhau bằng dấu phẩy: {column.Vi}", $"only rows with this value, several apart by commas: {column.En}"), JsonSchemaType.String);
            }
        }

        operation.Responses = new OpenApiResponses
        {
            ["200"] = new OpenApiResponse
            {
                Description = Both(new("Số liệu", "The data")),
                Content = table is null
                    ? new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.Object } } }
                    : new Dictionary<string, OpenApiMediaType>
                    {
                        ["application/json"] = new() { Schema = Page(table, document) },
                        ["text/csv"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
                    },
            },
            ["304"] = new OpenApiResponse { Description = Both(new("Không đổi so với ETag đã gửi", "Unchanged since the ETag that was sent")) },
            ["400"] = Refused(new("Tham số chưa đúng", "A parameter is not right")),
            ["404"] = Refused(new("Không có", "Not found")),
            ["429"] = Refused(new("Gọi quá nhiều; xem Retry-After", "Too many requests; see Retry-After")),
        };

        void Add(string name, Text words, JsonSchemaType type, ParameterLocation place = ParameterLocation.Query) => operation.Parameters!.Add(new OpenApiParameter
        {
            Name = name,
            In = place,
            Required = place == ParameterLocation.Path,
            Description = Both(words),
            Schema = new OpenApiSchema { Type = type },
        });

        OpenApiResponse Refused(Text words) => new()
        {
            Description = Both(words),
            Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(Problem, document) } },
        };
    }

    private static OpenApiSchema Page(DataTable table, OpenApiDocument document) => new()
    {
        Type = JsonSchemaType.Object,
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["release"] = new OpenApiSchema { Type = JsonSchemaType.Object },
            ["table"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["total"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
            ["page"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
            ["pages"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
            ["size"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
            ["next"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null },
            ["rows"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchemaReference(NameOf(table), document) },
        },
    };

    private static OpenApiSchema RowSchema(DataTable table) => new()
    {
        Type = JsonSchemaType.Object,
        Description = $"{table.Vi} / {table.En}",
        Properties = table.Columns.ToDictionary(column => column.Name, column => (IOpenApiSchema)new OpenApiSchema
        {
            Type = JsonSchemaType.Null | column.Type switch
            {
                "integer" => JsonSchemaType.Integer,
                "number" => JsonSchemaType.Number,
                "boolean" => JsonSchemaType.Boolean,
                _ => JsonSchemaType.String,
            },
            Format = column.Type switch { "date" => "date", "datetime" => "date-time", _ => null },
            Description = $"{column.Vi} / {column.En}",
        }),
    };

    private static OpenApiSchema ProblemSchema() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "RFC 9457",
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["title"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
            ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["instance"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["code"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["parameter"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["messages"] = new OpenApiSchema { Type = JsonSchemaType.Object },
        },
    };

    private static string NameOf(DataTable table) => string.Concat(Path.GetFileNameWithoutExtension(table.File).Split('_').Select(part => char.ToUpperInvariant(part[0]) + part[1..])) + "Row";

    private static string Both(Text words) => $"{words.Vi} / {words.En}";
}
