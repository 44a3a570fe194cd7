using System.Text;
using System.Text.Json;
using ParIndex.Core;
using ParIndex.Core.Cycles;
using ParIndex.Documents.Tables;

namespace ParIndex.Documents.Cycles;

/// <summary>cycle.json by itself, for who keeps it elsewhere than in a folder.</summary>
public static class CycleSettings
{
    /// <summary>The cycle, or what is wrong with it.</summary>
    public static JsonReading<Cycle> Read(ReadOnlySpan<byte> utf8)
    {
        var findings = new FileFindings(CycleFiles.Cycle);
        var cycle = CycleJson.Read(utf8.ToArray(), findings);
        return new(findings.HasErrors ? null : cycle, findings.All);
    }

    /// <summary>The same cycle gives the same bytes: UTF-8, indented by two, line feeds.</summary>
    public static byte[] Write(Cycle cycle) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(cycle, StrictJson.Options) + "\n");
}
