using System.IO.Compression;
using System.Text;
using ParIndex.Core;

namespace ParIndex.App.Library;

/// <summary>
/// What a file is, by its content: name, first bytes and structure must agree, and only documents and pictures without programs in them are taken.
/// Nothing is unpacked.
/// </summary>
public static class FileKind
{
    private static readonly System.Buffers.SearchValues<char> NotInNames = System.Buffers.SearchValues.Create("/\\:*?\"<>|");
    private const int MostParts = 2000;
    private const long MostUnpacked = 150L * 1024 * 1024;
    private const int MostRatio = 200;

    /// <summary>Endings that are taken.</summary>
    public static IReadOnlyList<string> Endings { get; } = [".pdf", ".docx", ".xlsx", ".png", ".jpg", ".jpeg"];

    /// <summary>The media type of a file of this name.</summary>
    /// <exception cref="RefusedException">Not one of the allowed kinds, or not what its name says.</exception>
    public static string Of(string name, Stream content)
    {
        var ending = Path.GetExtension(name).ToLowerInvariant();
        content.Position = 0;
        Span<byte> first = stackalloc byte[16];
        var read = content.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        var head = first[..read];
        return ending switch
        {
            ".pdf" when head.StartsWith("%PDF-"u8) && EndsAsPdf(content) => "application/pdf",
            ".png" when head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) => "image/png",
            ".jpg" or ".jpeg" when head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) => "image/jpeg",
            ".docx" => Office(content, "word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            ".xlsx" => Office(content, "xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            _ => throw new RefusedException(Refusal.FileKindNotTaken(Endings)),
        };
    }

    /// <summary>The name a person gave, made safe to show: normalised, one line, no path.</summary>
    /// <exception cref="RefusedException">A path, a control or direction character, a reserved name, or too long.</exception>
    public static string Name(string? given)
    {
        var name = given?.Trim().Normalize() ?? "";
        var stem = Path.GetFileNameWithoutExtension(name);
        if (name.Length is 0 or > 200 || name.AsSpan().ContainsAny(NotInNames) || name.StartsWith('.') || name.Any(char.IsControl) || DirectionMarks.StandIn(name)
            || name.Any(c => char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format)
            || stem.ToUpperInvariant() is "CON" or "PRN" or "AUX" or "NUL" or ['C', 'O', 'M', >= '0' and <= '9'] or ['L', 'P', 'T', >= '0' and <= '9'])
            throw new RefusedException(Refusal.FileNameNotTaken);
        return name;
    }

    private static bool EndsAsPdf(Stream content)
    {
        var tail = new byte[Math.Min(2048, content.Length)];
        content.Position = content.Length - tail.Length;
        content.ReadExactly(tail);
        return tail.AsSpan().IndexOf("%%EOF"u8) >= 0;
    }

    private static string Office(Stream content, string main, string type)
    {
        content.Position = 0;
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MostParts) throw new RefusedException(Refusal.FileBomb);
            long unpacked = 0;
            foreach (var entry in zip.Entries)
            {
                if ((unpacked += entry.Length) > MostUnpacked || (entry.Length > 4 * 1024 * 1024 && entry.Length / Math.Max(1, entry.CompressedLength) > MostRatio))
                    throw new RefusedException(Refusal.FileBomb);
                // Programs and foreign objects have no place in evidence.
                if (entry.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || entry.FullName.Contains("/embeddings/", StringComparison.OrdinalIgnoreCase)
                    || entry.FullName.Contains("activeX", StringComparison.OrdinalIgnoreCase))
                    throw new RefusedException(Refusal.FileWithProgram);
                if ((entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)) && Begins(entry).Contains("<!DOCTYPE", StringComparison.Ordinal))
                    throw new RefusedException(Refusal.FileBomb);
            }

            if (zip.GetEntry("[Content_Types].xml") is null || zip.GetEntry(main) is null) throw new RefusedException(Refusal.FileKindNotTaken(Endings));
            return type;
        }
        catch (InvalidDataException)
        {
            throw new RefusedException(Refusal.FileKindNotTaken(Endings));
        }
    }

    private static string Begins(ZipArchiveEntry entry)
    {
        var first = new byte[1024];
        using var part = entry.Open();
        return Encoding.UTF8.GetString(first, 0, part.ReadAtLeast(first, first.Length, throwOnEndOfStream: false));
    }
}
