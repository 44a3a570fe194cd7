using System.Globalization;
using System.Text;
using QRCoder;

namespace ParIndex.Web;

/// <summary>A QR code as one SVG path: runs of dark modules, row by row, with the quiet zone the standard asks for.</summary>
/// <param name="Size">Side in modules.</param>
/// <param name="Path">The dark modules as path data.</param>
public sealed record QrCode(int Size, string Path)
{
    /// <summary>The code of an address.</summary>
    public static QrCode Of(string words)
    {
        var modules = Modules(words);
        var path = new StringBuilder();
        for (var y = 0; y < modules.Count; y++)
            for (var x = 0; x < modules.Count; x++)
            {
                if (!modules[y][x]) continue;
                var from = x;
                while (x + 1 < modules.Count && modules[y][x + 1]) x++;
                path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from + 1}v1h-{x - from + 1}z");
            }

        return new(modules.Count, path.ToString());
    }

    private static List<System.Collections.BitArray> Modules(string words)
    {
        using var code = QRCodeGenerator.GenerateQrCode(words, QRCodeGenerator.ECCLevel.M);
        return [.. code.ModuleMatrix];
    }
}
