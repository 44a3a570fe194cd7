namespace ParIndex.Documents.Tables;

/// <summary>
/// Keeps the strings of cells that repeat (actors, reasons, sources), so that a country's acts share a few hundred of them. Forgets by overwriting:
/// bounded whatever the file holds.
/// </summary>
internal sealed class TextPool
{
    private const int Size = 8192;
    private const int Longest = 256;
    private readonly (byte[] Bytes, string Text)[] slots = new (byte[], string)[Size];

    /// <summary>The cell's text; null when it is empty.</summary>
    public string? Of(CsvReader reader, int column)
    {
        var cell = reader[column];
        if (cell.IsEmpty) return null;
        if (cell.Length > Longest) return reader.Text(column);
        ref var slot = ref slots[ByteHash.Of(cell) % Size];
        if (slot.Bytes is not null && cell.SequenceEqual(slot.Bytes)) return slot.Text;
        slot = (cell.ToArray(), reader.Text(column)!);
        return slot.Text;
    }
}
