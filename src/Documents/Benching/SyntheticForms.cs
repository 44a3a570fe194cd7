using System.Globalization;
using System.Text;
using ParIndex.Statistics.Resampling;

namespace ParIndex.Documents.Benching;

/// <summary>
/// Invented survey forms for measuring: 50 items answered 1 to 5 (one in sixteen empty), 63 provinces as strata, 20 wards each as clusters, unequal
/// weights. The same bytes for the same number of forms; written in a stream, so that no number is too large for memory.
/// </summary>
public static class SyntheticForms
{
    public const int Items = 50;

    public const int Provinces = 63;

    public const int Wards = 20;

    /// <summary>Writes so many forms, one a line after the header, and returns the bytes written.</summary>
    public static long Write(string file, long forms)
    {
        var draws = new Draws(1);
        using var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        stream.Write(Encoding.ASCII.GetBytes("province,ward,weight," + string.Join(',', Enumerable.Range(1, Items).Select(item => $"q{item}")) + "\n"));
        var line = new byte[200];
        for (var form = 0L; form < forms; form++)
        {
            var bits = draws.Bits((int)form, 0);
            var province = (int)(bits % Provinces);
            var at = Number(line, 0, province);
            line[at++] = (byte)',';
            at = Number(line, at, (province * Wards) + (int)((bits >> 8) % Wards));
            line[at++] = (byte)',';
            var weight = 5_000 + (int)((bits >> 20) % 20_000);
            at = Number(line, at, weight / 1000);
            line[at++] = (byte)'.';
            for (var digit = 100; digit > 0; digit /= 10) line[at++] = (byte)('0' + (weight / digit % 10));
            line[at++] = (byte)',';
            for (var item = 0; item < Items; item += 10)
            {
                var word = draws.Bits((int)form, 1 + item);
                for (var next = 0; next < 10; next++, word >>= 6)
                {
                    if (Answer((int)(word & 63)) is var answer and > 0) line[at++] = (byte)('0' + answer);
                    line[at++] = (byte)',';
                }
            }

            line[at - 1] = (byte)'\n';
            stream.Write(line.AsSpan(0, at));
        }

        return stream.Position;
    }

    /// <summary>The design of these forms, as <c>survey</c> reads it.</summary>
    public static string Design()
    {
        var items = string.Join(",\n", Enumerable.Range(1, Items).Select(item =>
            string.Create(CultureInfo.InvariantCulture, $$"""{ "code": "q{{item}}", "name": { "vi": "Mục {{item}}", "en": "Item {{item}}" } }""")));
        return $$"""
            { "title": { "vi": "Phiếu giả định", "en": "Invented forms" }, "stratum": "province", "cluster": "ward", "weight": "weight", "domains": ["province"],
              "items": [{{items}}] }
            """;
    }

    private static int Answer(int bits) => bits < 4 ? 0 : bits < 6 ? 1 : bits < 12 ? 2 : bits < 22 ? 3 : bits < 46 ? 4 : 5;

    private static int Number(byte[] line, int at, int value)
    {
        value.TryFormat(line.AsSpan(at), out var written, provider: CultureInfo.InvariantCulture);
        return at + written;
    }
}
