namespace ParIndex.Core.Sampling;

/// <summary>A dossier of the frame; dossier and person are hashes.</summary>
/// <param name="Dossier">Its key.</param>
/// <param name="Person">Who filed it; the dossier's own key where nobody is named.</param>
/// <param name="Unit">Unit in charge.</param>
/// <param name="Procedure">Code of the procedure.</param>
/// <param name="Returned">Day on which the result was handed out.</param>
/// <param name="Filed">How it was filed.</param>
/// <param name="Cluster">Place by which interviews are clustered; empty: none.</param>
public sealed record FrameLine(string Dossier, string Person, string Unit, string Procedure, DateOnly Returned, string Filed, string Cluster)
{
    /// <summary>The line as it is hashed and handed out: seven fields, a comma between them.</summary>
    public string Written => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Dossier},{Person},{Unit},{Procedure},{Returned:yyyy-MM-dd},{Filed},{Cluster}");
}

/// <summary>A frame as a file that anybody can hash again: a heading, then one line a dossier in ordinal order, each ended by a line feed.</summary>
public static class FrameFile
{
    public const string Heading = "dossier,person,unit,procedure,returned,filed,cluster";

    /// <summary>The text.</summary>
    public static string Write(IEnumerable<FrameLine> lines)
    {
        var text = new System.Text.StringBuilder(Heading).Append('\n');
        foreach (var line in lines.Select(line => line.Written).Order(StringComparer.Ordinal)) text.Append(line).Append('\n');
        return text.ToString();
    }
}
