using System.Buffers.Text;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using ParIndex.App.Publication;

namespace ParIndex.Web.Pages.Portal;

/// <summary>What was chosen in the table builder, as an address and as the code of a permanent link.</summary>
internal static class TableQuery
{
    private const int Longest = 4000;
    private static readonly string[] Levels = ["tong", "linh-vuc", "tieu-chi", "thanh-phan"];

    public static string LevelName(TableLevel level) => Levels[(int)level];

    /// <summary>Reads an address; unknown levels are the first, blanks are nothing.</summary>
    public static TableChoice Read(IEnumerable<KeyValuePair<string, StringValues>> query)
    {
        var fields = query.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        List<string> All(string key) => [.. fields.GetValueOrDefault(key).SelectMany(value => (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct().Take(400)];
        var level = Math.Max(0, Array.IndexOf(Levels, All("muc").FirstOrDefault() ?? Levels[0]));
        return new(All("ban"), All("khoi").FirstOrDefault(), (TableLevel)level, All("do").FirstOrDefault() == "ty-le", All("dv"), All("ma"));
    }

    /// <summary>Reads the code of a permanent link; null: it is none.</summary>
    public static TableChoice? Read(string code)
    {
        if (code.Length > Longest || !Base64Url.IsValid(code)) return null;
        var query = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(code));
        return query.StartsWith("ban=", StringComparison.Ordinal) ? Read(QueryHelpers.ParseQuery(query)) : null;
    }

    /// <summary>The choice as a query, always in the same order.</summary>
    public static string Of(TableChoice choice)
    {
        var parts = new List<string> { $"ban={string.Join(',', choice.Releases)}", $"khoi={choice.Group}", $"muc={LevelName(choice.Level)}" };
        if (choice.Shares) parts.Add("do=ty-le");
        if (choice.Units.Count > 0) parts.Add($"dv={string.Join(',', choice.Units)}");
        if (choice.Codes.Count > 0) parts.Add($"ma={string.Join(',', choice.Codes.Select(Uri.EscapeDataString))}");
        return string.Join('&', parts);
    }

    public static string Code(TableChoice choice) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Of(choice)));
}
