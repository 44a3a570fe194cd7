using System.Security.Cryptography;
using System.Text.Json;
using ParIndex.Core;
using ParIndex.Core.Computation;
using ParIndex.Documents.Cycles;

namespace ParIndex.Documents.OpenData;

/// <summary>
/// Recomputes a package from its own open data and compares: every table and framework.json byte for byte, every share from its counts, every file with its
/// hash. Nothing of the place where it was made is needed.
/// </summary>
public static class Verification
{
    /// <summary>All differences, the most telling first; none: every figure was recomputed and agrees.</summary>
    public static IReadOnlyList<Finding> Of(string folder)
    {
        var mark = Path.Combine(folder, OutputFolder.Mark);
        if (!File.Exists(mark)) return [new("V001", folder, VerificationText.NotAPackage)];
        var findings = new List<Finding>();
        var (engine, hash) = Origin(mark, findings);
        if (findings.Count > 0) return findings;
        var reading = CycleFolder.Read(Path.Combine(folder, PackageInputs.Folder));
        findings.AddRange(reading.Findings.Where(finding => finding.Severity == Severity.Error)
            .Select(finding => finding with { Where = $"{PackageInputs.Folder}/{finding.Where}" }));
        if (reading.Input is { } input)
        {
            findings.AddRange(Tables(folder, Computing.Compute(input with { InputsHash = hash }, engine)));
            if (input is { Survey: { } survey, PublishedSatisfaction: { } shares }) findings.AddRange(ShareChecks.Of(survey, shares));
        }

        findings.AddRange(Sums(folder));
        return findings;
    }

    /// <summary>Engine and hash of the inputs, as every output states them.</summary>
    private static (string Engine, string Hash) Origin(string mark, List<Finding> findings)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(mark));
            return (json.RootElement.GetProperty("engine").GetString() ?? "", json.RootElement.GetProperty("inputs_sha256").GetString() ?? "");
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            findings.Add(new("V001", mark, VerificationText.NotAPackage));
            return ("", "");
        }
    }

    private static IEnumerable<Finding> Tables(string folder, CycleResult result)
    {
        var again = Directory.CreateTempSubdirectory("parindex-verify-");
        try
        {
            foreach (var file in Package.WriteTables(again.FullName, result).Concat(PackageForms.WriteTexts(again.FullName, result)))
            {
                var path = Path.Combine(folder, file.Name);
                if (!File.Exists(path)) yield return new("V002", file.Name, VerificationText.Missing);
                else if (CellDifference.Between(File.ReadAllBytes(Path.Combine(again.FullName, file.Name)), File.ReadAllBytes(path)) is { } difference)
                    yield return new("V003", $"{file.Name}:{difference.Line}:{difference.Column}", VerificationText.Differs(difference.Expected, difference.Found));
            }

            using var parquet = new ParquetTables();
            foreach (var table in PackageForms.There(again.FullName))
            {
                var (csv, name) = (Path.Combine(again.FullName, table.File), PackageForms.ParquetOf(table));
                var path = Path.Combine(folder, name);
                if (!File.Exists(path)) yield return new("V002", name, VerificationText.Missing);
                else if (parquet.Differences(table, csv, path) is var rows and not 0) yield return new("V010", name, VerificationText.RowsDiffer(rows));
            }
        }
        finally
        {
            again.Delete(recursive: true);
        }
    }

    private static IEnumerable<Finding> Sums(string folder)
    {
        var sums = Path.Combine(folder, Package.Sums);
        if (!File.Exists(sums))
        {
            yield return new("V002", Package.Sums, VerificationText.Missing);
            yield break;
        }

        var listed = new HashSet<string>(StringComparer.Ordinal) { Package.Sums };
        var line = 0;
        foreach (var entry in File.ReadLines(sums))
        {
            line++;
            var parts = entry.Split("  ", 2);
            var name = parts.Length == 2 ? parts[1] : entry;
            var path = Path.Combine(folder, name);
            listed.Add(name);
            if (!Path.GetFullPath(path).StartsWith(Path.GetFullPath(folder), StringComparison.Ordinal) || !File.Exists(path))
            {
                yield return new("V002", $"{Package.Sums}:{line}: {name}", VerificationText.Missing);
                continue;
            }

            using var stream = File.OpenRead(path);
            var found = Convert.ToHexStringLower(SHA256.HashData(stream));
            if (found != parts[0]) yield return new("V008", name, VerificationText.Hash(parts[0], found));
        }

        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            if (Path.GetRelativePath(folder, path).Replace('\\', '/') is var name && !listed.Contains(name))
                yield return new("V009", name, VerificationText.NotListed);
    }
}
