namespace ParIndex.SampleCity;

/// <summary>The tables beside the code: cells apart by |, lines that begin with # are remarks.</summary>
public static class Table
{
    public static IEnumerable<string> Raw(string name)
    {
        using var stream = typeof(Table).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"No table '{name}'.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Select(line => line.TrimEnd())];
    }

    public static IEnumerable<string[]> Lines(string name) =>
        Raw(name).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('|', StringSplitOptions.TrimEntries));
}

/// <summary>One seed for the whole sample city.</summary>
public static class Seed
{
    public const ulong Value = 20_210_903;
}
