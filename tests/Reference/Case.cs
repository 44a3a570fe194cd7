using System.Text.Json;

namespace ParIndex.Reference;

/// <summary>A case folder: what to do, with what parameters, on which tables.</summary>
public sealed class Case
{
    private readonly string folder;
    private readonly JsonElement parameters;

    private Case(string folder, string operation, JsonElement parameters)
    {
        this.folder = folder;
        this.parameters = parameters;
        Operation = operation;
    }

    public string Operation { get; }

    public static Case Read(string folder)
    {
        using var text = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "case.json")));
        var root = text.RootElement;
        return new(folder, root.GetProperty("operation").GetString()!, root.TryGetProperty("parameters", out var p) ? p.Clone() : default);
    }

    /// <summary>An input table of the folder.</summary>
    public Table Table(string file) => Reference.Table.Read(Path.Combine(folder, file));

    public bool HasTable(string file) => File.Exists(Path.Combine(folder, file));

    public Settings Settings => new(parameters);
}

/// <summary>Parameters of a case. A list of one is written as a plain value, so both are read alike.</summary>
public readonly struct Settings(JsonElement element)
{
    private readonly JsonElement element = element;

    public bool Has(string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var v) && v.ValueKind != JsonValueKind.Null;

    public double Number(string name, double otherwise = double.NaN) => Has(name) ? Numbers(name)[0] : otherwise;

    public bool Flag(string name, bool otherwise = false) => Has(name) ? Flags(name)[0] : otherwise;

    public string? Text(string name) => Has(name) ? Texts(name)[0] : null;

    public double[] Numbers(string name) => [.. Items(name).Select(v => v.ValueKind == JsonValueKind.String ? Table.Number(v.GetString()!) : v.GetDouble())];

    public bool[] Flags(string name) => [.. Items(name).Select(v => v.GetBoolean())];

    public string[] Texts(string name) => [.. Items(name).Select(v => v.ValueKind == JsonValueKind.String ? v.GetString()! : v.GetRawText())];

    /// <summary>A list of lists, or a single list.</summary>
    public double[][] Lists(string name)
    {
        var items = Items(name);
        if (items.Length > 0 && items[0].ValueKind != JsonValueKind.Array) return [[.. items.Select(v => v.GetDouble())]];
        return [.. items.Select(v => v.EnumerateArray().Select(n => n.GetDouble()).ToArray())];
    }

    /// <summary>Named groups of settings.</summary>
    public (string Name, Settings Settings)[] Groups(string name) =>
        Has(name) ? element.GetProperty(name).EnumerateObject().Select(p => (p.Name, new Settings(p.Value))).ToArray() : [];

    private JsonElement[] Items(string name)
    {
        if (!Has(name)) return [];
        var value = element.GetProperty(name);
        return value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];
    }
}
