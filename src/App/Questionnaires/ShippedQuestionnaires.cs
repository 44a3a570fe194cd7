using System.Reflection;

namespace ParIndex.App.Questionnaires;

/// <summary>The questionnaires that come with the program, by the name of their file.</summary>
public static class ShippedQuestionnaires
{
    private const string Prefix = "questionnaires/";

    public static IReadOnlyList<string> Names { get; } = [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..]).Order(StringComparer.Ordinal)];

    /// <summary>The file; null: there is none of this name.</summary>
    public static byte[]? Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + name);
        if (stream is null) return null;
        var target = new MemoryStream();
        stream.CopyTo(target);
        return target.ToArray();
    }
}
