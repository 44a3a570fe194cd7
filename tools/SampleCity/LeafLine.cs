namespace ParIndex.SampleCity;

/// <summary>How one leaf is drawn and what is said about it: one block of Tables/department.txt or district.txt.</summary>
public sealed record LeafLine(string Code, string[] How, string? Source)
{
    public List<EvidenceLine> Evidence { get; init; } = [];
    public List<string> Reasons { get; init; } = [];
    public List<string> Explanations { get; init; } = [];

    public string Kind => How[0];

    public static Dictionary<string, LeafLine> Read(string table, IReadOnlyDictionary<string, LeafLine>? inherited = null)
    {
        var lines = new Dictionary<string, LeafLine>();
        LeafLine? current = null;
        foreach (var line in Table.Raw(table).Where(line => line.Length > 0 && line[0] != '#'))
        {
            switch (line[0])
            {
                case 'e':
                    var cells = line.Split(' ', 4);
                    current!.Evidence.Add(new(cells[1], int.Parse(cells[2], System.Globalization.CultureInfo.InvariantCulture), cells[3]));
                    break;
                case '-':
                    current!.Reasons.Add(line[2..]);
                    break;
                case '?':
                    current!.Explanations.Add(line[2..]);
                    break;
                default:
                    current = Head(line, inherited);
                    lines.Add(current.Code, current);
                    break;
            }
        }

        return lines;
    }

    private static LeafLine Head(string line, IReadOnlyDictionary<string, LeafLine>? inherited)
    {
        if (line.Split(" = ") is [var code, var from]) return inherited![from] with { Code = code };
        var cells = line.Split('|', StringSplitOptions.TrimEntries);
        return new(cells[0], cells[1].Split(' '), cells.Length > 2 ? cells[2] : null);
    }
}

/// <summary>A piece of evidence: type of document, month, subject.</summary>
public sealed record EvidenceLine(string Type, int Month, string Title);
