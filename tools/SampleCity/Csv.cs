using System.Text;

namespace ParIndex.SampleCity;

/// <summary>A CSV file as docs/formats.md has it: header, commas, quotes where needed, line feeds.</summary>
public sealed class Csv
{
    private readonly StringBuilder text = new();

    public Csv(params ReadOnlySpan<string> header) => Row(header);

    public void Row(params ReadOnlySpan<string> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0) text.Append(',');
            var cell = cells[i].Normalize(NormalizationForm.FormC);
            if (cell.AsSpan().IndexOfAny(",\"\n") >= 0) text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            else text.Append(cell);
        }

        text.Append('\n');
    }

    public override string ToString() => text.ToString();
}
