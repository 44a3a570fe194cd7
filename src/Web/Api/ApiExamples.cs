using ParIndex.Core;

namespace ParIndex.Web.Api;

/// <summary>A program that reads the API, ready to run.</summary>
/// <param name="Key">Part of its anchor.</param>
/// <param name="File">Name to keep it under.</param>
/// <param name="Title">What it is for.</param>
/// <param name="How">How to run it.</param>
/// <param name="Code">The program.</param>
public sealed record ApiExample(string Key, string File, Text Title, Text How, string Code);

/// <summary>Examples of the API page; tests run them against a real server.</summary>
public static class ApiExamples
{
    /// <summary>The examples for a site and a release.</summary>
    /// <param name="origin">Address of the site, without a slash at its end.</param>
    /// <param name="release">Code of a release with detail.</param>
    /// <param name="unit">Code of a unit in it.</param>
    public static IReadOnlyList<ApiExample> Of(string origin, string release, string unit)
    {
        var root = $"{origin}{ReleasesApi.Root}/releases";
        return
        [
            new("curl", "vi-du.sh", new("Dòng lệnh (curl)", "Command line (curl)"), new("Chạy: sh vi-du.sh", "Run: sh vi-du.sh"), $$"""
                curl -sS "{{root}}"
                curl -sS "{{root}}/latest/results.csv" -o results.csv
                curl -sS "{{root}}/{{release}}/leaves?unit={{unit}}&size=5"
                curl -sS "{{root}}/{{release}}/results" -H "Accept: text/csv" -o results-{{release}}.csv
                """),
            new("excel", "vi-du.pq", new("Excel (Power Query)", "Excel (Power Query)"),
                new("Dữ liệu › Lấy dữ liệu › Truy vấn trống › Trình soạn thảo nâng cao, rồi dán vào. Chỉ số là số ở mọi cài đặt vùng.",
                    "Data › Get data › Blank query › Advanced editor, then paste. Figures are numbers in every locale."), $$$"""
                let
                    Source = Csv.Document(Web.Contents("{{{root}}}/{{{release}}}/results.csv"), [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),
                    Headed = Table.PromoteHeaders(Source, [PromoteAllScalars = true]),
                    Chosen = Table.SelectColumns(Headed, {"group", "rank", "unit", "name_vi", "index", "satisfaction"}),
                    Typed = Table.TransformColumnTypes(Chosen, {{"rank", Int64.Type}, {"index", type number}, {"satisfaction", type number}}, "en-US")
                in
                    Typed
                """),
            new("r", "vi-du.R", new("R", "R"), new("Chạy: Rscript vi-du.R (không cần gói nào)", "Run: Rscript vi-du.R (no packages needed)"), $$"""
                results <- read.csv("{{root}}/{{release}}/results.csv", encoding = "UTF-8", na.strings = "")
                results <- results[order(results$group, results$rank), ]
                print(results[, c("group", "rank", "unit", "index")], row.names = FALSE)
                print(aggregate(index ~ group, results, mean))
                """),
            new("python", "vi-du.py", new("Python", "Python"), new("Chạy: python3 vi-du.py (không cần gói nào)", "Run: python3 vi-du.py (no packages needed)"), $$"""
                import csv, io, json, urllib.request

                root = "{{root}}"

                def get(path):
                    with urllib.request.urlopen(root + path) as answer:
                        return answer.read().decode("utf-8")

                # Trang nối trang / page after page
                page, best = "/{{release}}/results?size=20", []
                while page:
                    answer = json.loads(get(page))
                    best += [row for row in answer["rows"] if row["rank"] == 1]
                    page = answer["next"] and answer["next"].split("/releases", 1)[1]
                for row in best:
                    print(row["group"], row["unit"], row["name_vi"], row["index"])

                # Cả bảng một lần / the whole table at once
                areas = list(csv.DictReader(io.StringIO(get("/{{release}}/areas.csv?unit={{unit}}"))))
                for row in areas:
                    print(row["area"], row["points"], "/", row["applicable"])
                """),
        ];
    }
}
