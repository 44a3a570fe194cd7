using System.IO.Compression;

namespace ParIndex.Documents;

/// <summary>Zip files with one fixed time, so that the same content is the same bytes.</summary>
public static class FixedZip
{
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Packs named files in their order, each compressed and with the one time.</summary>
    public static void Pack(IEnumerable<(string Name, byte[] Content)> files, Stream output)
    {
        using var packed = new MemoryStream();
        using (var to = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                var entry = to.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = Time;
                using var target = entry.Open();
                target.Write(content);
            }
        }

        packed.Position = 0;
        packed.CopyTo(output);
    }

    /// <summary>Packs an Office file again with entries in order of name.</summary>
    public static void Write(MemoryStream package, Stream output)
    {
        package.Position = 0;
        using var from = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        using var packed = new MemoryStream();
        using (var to = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            // [Content_Types].xml comes first by its name, as readers like it.
            foreach (var entry in from.Entries.OrderBy(one => one.FullName != "[Content_Types].xml").ThenBy(one => one.FullName, StringComparer.Ordinal))
            {
                var copy = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = Time;
                using var source = entry.Open();
                using var target = copy.Open();
                source.CopyTo(target);
            }
        }

        packed.Position = 0;
        packed.CopyTo(output);
    }
}
