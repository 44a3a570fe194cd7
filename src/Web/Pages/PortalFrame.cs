using System.Globalization;
using Microsoft.AspNetCore.Mvc.Razor;
using ParIndex.Core;
using ParIndex.Web.Access;

namespace ParIndex.Web.Pages;

/// <summary>What the frame around every page says things with: the few words of <see cref="PortalView"/> that a layout needs.</summary>
public abstract class PortalFrame<TModel> : RazorPage<TModel>
{
    public Language Language => Context.Language();

    /// <summary>Words in the page's language.</summary>
    public string T(Text? words) => words?.In(Language) ?? "";

    /// <summary>Words in the page's language.</summary>
    public string T(string vi, string en) => Language == Language.Vietnamese ? vi : en;

    /// <summary>An address in the page's language.</summary>
    public string L(string path) => Language == Language.English ? LanguageByPath.English + path : path;

    /// <summary>dd/MM/yyyy in Vietnamese, 28 March 2022 in English.</summary>
    public string Day(DateOnly date) => date.ToString(Language == Language.Vietnamese ? "dd/MM/yyyy" : "d MMMM yyyy", CultureInfo.InvariantCulture);
}
