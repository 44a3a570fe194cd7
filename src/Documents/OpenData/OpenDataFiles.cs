namespace ParIndex.Documents.OpenData;

/// <summary>What the files of a package are to a machine.</summary>
public static class OpenDataFiles
{
    /// <summary>The media type by the ending of the name.</summary>
    public static string MediaType(string name) => Path.GetExtension(name) switch
    {
        ".csv" => "text/csv",
        ".json" => "application/json",
        ".jsonld" => "application/ld+json",
        ".parquet" => "application/vnd.apache.parquet",
        ".md" => "text/markdown",
        ".html" => "text/html",
        ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    };
}
