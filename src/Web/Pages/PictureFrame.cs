using ParIndex.Core;

namespace ParIndex.Web.Pages;

/// <summary>What a partial with a picture and its table says things with, on the portal and inside.</summary>
public abstract class PictureFrame<TModel> : PortalFrame<TModel>
{
    /// <summary>A figure with its decimals, or the words for none.</summary>
    public string N(decimal? value, int places = 2, string none = "") => value is { } figure ? Words.Fixed(figure, places, Language) : none;
}
