using Microsoft.AspNetCore.Mvc;
using ParIndex.App.Units;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Units;

/// <summary>A page whose form changes units: what every such form holds.</summary>
public abstract class ChangePage(Who who) : WorkPage(who)
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? NameVi { get; set; }

    [BindProperty]
    public string? NameEn { get; set; }

    [BindProperty]
    public string? ShortVi { get; set; }

    [BindProperty]
    public string? OfficialCode { get; set; }

    [BindProperty]
    public string? Contact { get; set; }

    [BindProperty]
    public string? Date { get; set; }

    [BindProperty]
    public string? Document { get; set; }

    protected UnitNamed Named => new(NameVi, NameEn, ShortVi, null);

    protected NewUnit Made => new(Code, Kind, Named, OfficialCode, Contact);

    protected DateOnly? Typed => TypedDate.Day(Date, nameof(Date));
}
