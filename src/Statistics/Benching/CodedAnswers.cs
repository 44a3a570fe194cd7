using ParIndex.Statistics.Estimation;

namespace ParIndex.Statistics.Benching;

/// <summary>
/// Reads lines "stratum,cluster,weight,q1,…,qk" (whole numbers from 0, a decimal weight, one digit an answer, nothing for no answer) from
/// a stream of any length straight into cluster totals: no text, no row, no column is kept. Blocks go to a fixed number of lanes in turn,
/// so the sums are the same on any number of cores.
/// </summary>
public sealed class CodedAnswers
{
    private const int BlockSize = 4 << 20;
    private const int Lanes = 2;
    private readonly int items;
    private readonly Lane[] lanes;

    private CodedAnswers(int items, int satisfiedFrom, int highest) =>
        (this.items, lanes) = (items, [.. Enumerable.Range(0, Lanes).Select(_ => new Lane(new(items, satisfiedFrom, highest)))]);

    /// <summary>Totals of the whole stream after its header line.</summary>
    public static ClusterTotals Read(Stream stream, int items, int satisfiedFrom = 4, int highest = 5)
    {
        var reader = new CodedAnswers(items, satisfiedFrom, highest);
        reader.ReadAll(stream);
        return reader.Merge(satisfiedFrom, highest);
    }

    private void ReadAll(Stream stream)
    {
        var buffers = Enumerable.Range(0, Lanes).Select(_ => new byte[2 * BlockSize]).ToArray();
        var lengths = new int[Lanes];
        var carry = Array.Empty<byte>();
        var header = true;
        for (var open = true; open;)
        {
            for (var lane = 0; lane < Lanes; lane++)
            {
                var buffer = buffers[lane];
                carry.CopyTo(buffer, 0);
                var filled = carry.Length + stream.ReadAtLeast(buffer.AsSpan(carry.Length, BlockSize), BlockSize, throwOnEndOfStream: false);
                open = filled == carry.Length + BlockSize;
                var end = open ? buffer.AsSpan(0, filled).LastIndexOf((byte)'\n') + 1 : filled;
                if (open && end == 0) throw new BadInputException("line-too-long", "stream", "A line is longer than a block");
                carry = open ? buffer.AsSpan(end, filled - end).ToArray() : [];
                if (header && end > 0)
                {
                    var first = buffer.AsSpan(0, end).IndexOf((byte)'\n') + 1;
                    buffer.AsSpan(first, end - first).CopyTo(buffer);
                    end -= first;
                    header = false;
                }
                lengths[lane] = end;
            }
            var before = lanes.Sum(lane => lane.Totals.Forms);
            var counted = lanes.Select(lane => lane.Totals.Forms).ToArray();
            System.Threading.Tasks.Parallel.For(0, Lanes, lane => lanes[lane].Parse(buffers[lane].AsSpan(0, lengths[lane]), items));
            // The earlier block says the line: one refusal, whichever lane came first.
            for (var lane = 0; lane < Lanes; lane++)
            {
                before += lanes[lane].Totals.Forms - counted[lane];
                if (lanes[lane].Refusal is { } refusal) throw new BadInputException(refusal.Code, $"line {before + 2}, {refusal.Place}", refusal.Message);
            }
        }

        if (lanes.All(lane => lane.Totals.Forms == 0)) throw new BadInputException("empty", "line 1", "The file holds no form");
    }

    private ClusterTotals Merge(int satisfiedFrom, int highest)
    {
        var keys = lanes.SelectMany(l => l.Clusters.Keys).Distinct().Order().ToArray();
        var all = new ClusterTotals(items, satisfiedFrom, highest);
        foreach (var (stratum, _) in keys) all.AddCluster(stratum);
        foreach (var lane in lanes) all.Add(lane.Totals, [.. keys.Select(k => lane.Clusters.TryGetValue(k, out var at) ? at : -1)]);
        return all;
    }

    private sealed class Lane(ClusterTotals totals)
    {
        public ClusterTotals Totals { get; } = totals;

        public Dictionary<(int Stratum, int Cluster), int> Clusters { get; } = [];

        /// <summary>Why the block could not be read; its forms before that are counted.</summary>
        public (string Code, string Place, string Message)? Refusal { get; private set; }

        public void Parse(ReadOnlySpan<byte> text, int items)
        {
            try
            {
                ParseAll(text, items);
            }
            catch (BadInputException refused)
            {
                Refusal = (refused.Code, refused.Place, refused.What);
            }
        }

        private void ParseAll(ReadOnlySpan<byte> text, int items)
        {
            Span<byte> answers = stackalloc byte[items];
            while (text.Length > 0)
            {
                var stratum = Whole(ref text, "stratum");
                var key = (stratum, Whole(ref text, "cluster"));
                var weight = Decimal(ref text);
                for (var q = 0; q < items; q++)
                {
                    // One digit or nothing, then a comma or the end of the line.
                    var c = text.Length > 0 ? text[0] : (byte)'\n';
                    var digit = c is >= (byte)'0' and <= (byte)'9';
                    answers[q] = digit ? (byte)(c - '0') : (byte)0;
                    if (answers[q] > Totals.Highest) throw new BadInputException("answer-outside-scale", $"item {q + 1}", "An answer lies outside the scale");
                    var used = digit ? 1 : 0;
                    if (used < text.Length && text[used] == '\r') used++;
                    if (used < text.Length && text[used] != (q + 1 < items ? ',' : '\n'))
                        throw new BadInputException("answer-not-a-digit", $"item {q + 1}", "An answer is not a digit, or a line has too few or too many");
                    text = text[Math.Min(text.Length, used + 1)..];
                }
                if (!Clusters.TryGetValue(key, out var at)) Clusters[key] = at = Totals.AddCluster(stratum);
                Totals.Add(at, weight, answers);
            }
        }

        private static int Whole(ref ReadOnlySpan<byte> text, string column)
        {
            var (value, i) = (0, 0);
            for (; i < 9 && i < text.Length && text[i] is >= (byte)'0' and <= (byte)'9'; i++) value = value * 10 + (text[i] - '0');
            if (i == 0 || i >= text.Length || text[i] != ',') throw new BadInputException("code-not-a-number", column, "A code is not a whole number of at most nine digits");
            text = text[(i + 1)..];
            return value;
        }

        private static double Decimal(ref ReadOnlySpan<byte> text)
        {
            if (!System.Buffers.Text.Utf8Parser.TryParse(text, out double value, out var used) || used >= text.Length || text[used] != ',' || !(value >= 0) || double.IsInfinity(value))
                throw new BadInputException("weight", "weight", "A weight is not a number of 0 or more");
            text = text[(used + 1)..];
            return value;
        }
    }
}
