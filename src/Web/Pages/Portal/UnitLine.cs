using ParIndex.App.Results;
using ParIndex.App.Units;

namespace ParIndex.Web.Pages.Portal;

/// <summary>A unit with its result.</summary>
public sealed record UnitLine(UnitRow Unit, UnitResultRow Result);
