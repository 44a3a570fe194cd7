using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Core;
using ParIndex.Web.Access;

namespace ParIndex.Web.Pages;

/// <summary>What every page says things with: words in pairs, figures in the language's format, addresses that keep the language.</summary>
public abstract class PortalView : Page
{
    public Language Language => ViewContext.HttpContext.Language();

    /// <summary>Words in the page's language.</summary>
    public string T(Text? words) => words?.In(Language) ?? "";

    /// <summary>Words in the page's language.</summary>
    public string T(string vi, string en) => Language == Language.Vietnamese ? vi : en;

    /// <summary>Words that stand by themselves: with a capital, and a stop at the end.</summary>
    public string Sentence(Text words) => T(words) is { Length: > 0 } said
        ? char.ToUpper(said[0], System.Globalization.CultureInfo.InvariantCulture) + said[1..] + (said[^1] is '.' or '?' or '!' ? "" : ".") : "";

    /// <summary>The name of a group inside a sentence: "các sở, ban, ngành", "people's committees of urban districts".</summary>
    public string In(Text group) => Language == Language.English
        ? char.ToLowerInvariant(group.En[0]) + group.En[1..]
        : group.Vi.StartsWith("Các ", StringComparison.Ordinal) ? "các" + group.Vi[3..] : group.Vi;

    /// <summary>A figure with its decimals, or the words for none.</summary>
    public string N(decimal? value, int places = 2, string none = "") => value is { } figure ? Words.Fixed(figure, places, Language) : none;

    /// <summary>Points without needless zeros but with two decimals at least.</summary>
    public string P(Points? points, string none = "") => points is { } given ? Words.Number(given.Value, Language, 2, 4) : none;

    /// <summary>A percentage with its sign.</summary>
    public string Pc(decimal? value, int places = 2, string none = "") =>
        value is { } figure ? T(Words.Percent(figure, places)) : none;

    /// <summary>For a machine: data-value of a cell; empty means none.</summary>
    public static string D(decimal? value) => value is { } figure ? figure.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture) : "";

    /// <summary>An address in the page's language.</summary>
    public string L(string path) => Language == Language.English ? LanguageByPath.English + path : path;

    /// <summary>dd/MM/yyyy in Vietnamese, 28 March 2022 in English.</summary>
    public string Day(DateOnly date) => Language == Language.Vietnamese
        ? date.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture)
        : date.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A change with sign, arrow and word.</summary>
    public string Change(decimal? points) => points switch
    {
        null => "",
        > 0 => T($"↑ tăng {N(points)}", $"↑ up {N(points)}"),
        < 0 => T($"↓ giảm {N(-points)}", $"↓ down {N(-points)}"),
        _ => T("không đổi", "no change"),
    };

    /// <summary>"1", or "đồng hạng 3".</summary>
    public string Rank(int? rank, int? tied) => rank switch
    {
        null => T("Chưa xếp hạng", "Not ranked"),
        _ when tied > 1 => T($"đồng hạng {rank}", $"joint {rank}"),
        _ => rank.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
