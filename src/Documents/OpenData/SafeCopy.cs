using System.Buffers;
using System.Text;
using ParIndex.Documents.Tables;

namespace ParIndex.Documents.OpenData;

/// <summary>
/// Copies a table for publication byte for byte, unless a cell in it could be taken for a formula: then row by row, with such texts disarmed.
/// </summary>
internal static class SafeCopy
{
    private static readonly SearchValues<byte> Signs = SearchValues.Create("=+@-\t\r\uFF1D\uFF0B\uFF0D\uFF20"u8);

    public static void Of(string path, Stream to)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        if (!MayThreaten(file))
        {
            file.Position = 0;
            file.CopyTo(to, 1024 * 1024);
            return;
        }

        file.Position = 0;
        using var scanner = new CsvScanner(file, null);
        var csv = new CsvWriter();
        while (scanner.Next() == RowState.Row)
        {
            for (var i = 0; i < scanner.Count; i++) csv.Text(FormulaSigns.Reveal(Encoding.UTF8.GetString(scanner.Cell(i))));
            csv.End();
            if (csv.Written.Length < 1024 * 1024) continue;
            to.Write(csv.Written);
            csv.Clear();
        }

        to.Write(csv.Written);
    }

    /// <summary>True when a cell begins with a sign of a formula; a negative number does too, and is then left as it is.</summary>
    private static bool MayThreaten(FileStream file)
    {
        var buffer = new byte[1024 * 1024];
        var before = (byte)'\n';
        int read;
        while ((read = file.Read(buffer)) > 0)
        {
            for (var at = 0; at < read;)
            {
                var hit = buffer.AsSpan(at, read - at).IndexOfAny(Signs);
                if (hit < 0) break;
                at += hit;
                var previous = at == 0 ? before : buffer[at - 1];
                if (buffer[at] != '\r' && previous is (byte)',' or (byte)'\n' or (byte)'"') return true;
                at++;
            }

            before = buffer[read - 1];
        }

        return false;
    }
}
