using ParIndex.Core;
using ParIndex.Core.Computation;
using ParIndex.Core.Cycles;
using ParIndex.Core.Frameworks;

namespace ParIndex.Documents.Cycles;

/// <summary>Reads a year from its folder of plain files (docs/formats.md), with all that is wrong in one run.</summary>
public static class CycleFolder
{
    /// <summary>Reads a folder.</summary>
    /// <param name="path">The folder, from anywhere.</param>
    public static CycleReading Read(string path) => Read(Path.GetFullPath(path), "", followPrevious: true);

    private static CycleReading Read(string folder, string prefix, bool followPrevious)
    {
        if (!Directory.Exists(folder)) return new(null, [new("C001", prefix.Length == 0 ? folder : prefix, CycleText.MissingFolder(folder))], []);
        var reading = new FolderReading(folder, prefix);
        if (CycleJson.Read(reading) is not { } cycle) return new(null, reading.Findings, [.. reading.Files]);

        var units = UnitsFile.Read(reading, cycle);
        var totalsOnly = reading.Has(CycleFiles.Totals);
        var input = totalsOnly ? Totals(reading, cycle, units) : Detail(reading, cycle, units);
        var findings = reading.Findings.ToList();
        var files = reading.Files.ToList();
        if (followPrevious && cycle.Previous is { } previous)
        {
            var before = Previous(Path.GetFullPath(Path.Combine(folder, previous)), previous.TrimEnd('/') + "/");
            findings.AddRange(before.Findings);
            files.AddRange(before.Files.Select(file => file with { Name = "previous/" + file.Name }));
            if (before.Year is null) findings.Add(new("C055", CycleFiles.Cycle, CycleText.PreviousHasErrors(previous)));
            else if (before.Year.Cycle.Year >= cycle.Year) findings.Add(new("C056", CycleFiles.Cycle, CycleText.PreviousNotBefore(cycle.Year, before.Year.Cycle.Year)));
            else if (input is not null) input = input with { Previous = before.Year };
        }

        if (input is null || findings.Any(finding => finding.Severity == Severity.Error)) return new(null, findings, files);
        return new(input with { InputsHash = FolderReading.HashOf(files) }, findings, files);
    }

    /// <summary>The previous year: computed from its own folder, or as a package carries it.</summary>
    private static (PreviousYear? Year, IReadOnlyList<Finding> Findings, IReadOnlyList<ReadFile> Files) Previous(string folder, string prefix)
    {
        if (File.Exists(Path.Combine(folder, PublishedFile.Name)))
        {
            var reading = new FolderReading(folder, prefix);
            var year = CycleJson.Read(reading) is { } cycle ? PublishedFile.Read(reading, cycle) : null;
            return (reading.HasErrors ? null : year, reading.Findings, [.. reading.Files]);
        }

        var before = Read(folder, prefix, followPrevious: false);
        return (before.Input is { } input ? PreviousReading.Of(input) : null, before.Findings, before.Files);
    }

    private static CycleInput? Totals(FolderReading reading, Cycle cycle, UnitList units)
    {
        foreach (var detail in CycleFiles.Detail.Where(reading.Has))
            reading.About(detail).Add("C057", 0, null, CycleText.TotalsAndDetail(detail));
        var totals = TotalsFile.Read(reading, units);
        var survey = reading.Has(CycleFiles.Survey) ? reading.Json(CycleFiles.Survey, (bytes, findings) => RulesFiles.Survey(bytes, findings)) : null;
        if (reading.HasErrors) return null;
        return new()
        {
            Cycle = cycle,
            Frameworks = new Dictionary<string, Framework>(),
            Units = units.Units,
            Survey = survey,
            Totals = totals,
            InputsHash = "",
        };
    }

    private static CycleInput? Detail(FolderReading reading, Cycle cycle, UnitList units)
    {
        var about = reading.About(CycleFiles.Cycle);
        foreach (var group in cycle.Groups.Where(group => group.Framework is null)) about.Add("C058", 1, null, CycleText.NoFramework(group.Code));
        if (cycle.Stages.All(stage => stage.Kind == StageKind.Explanation)) about.Add("C059", 1, null, CycleText.NoStages);
        var frameworks = FrameworkFiles.Read(reading, cycle);
        var survey = reading.Has(CycleFiles.Survey) || reading.Has(CycleFiles.Answers)
            ? reading.Json(CycleFiles.Survey, (bytes, findings) => RulesFiles.Survey(bytes, findings))
            : null;
        var published = survey is not null && !reading.Has(CycleFiles.Answers) && reading.Has(CycleFiles.Satisfaction)
            ? SatisfactionFile.Read(reading, units)
            : null;
        var forms = survey is null || published is not null ? [] : AnswersFile.Read(reading, survey, units);
        var rules = cycle.Heads is null ? null : reading.Json(cycle.Heads.Rules, (bytes, findings) => RulesFiles.Heads(bytes, findings));
        var heads = cycle.Heads is null ? [] : HeadsFile.Read(reading, units);

        // Without the frameworks of all groups there is no telling which leaves exist.
        if (cycle.Groups.Any(group => !frameworks.ContainsKey(group.Code))) return null;
        var grid = new SheetGrid(units, frameworks);
        ApplicabilityFile.Read(reading, grid);
        Parallel.Invoke(
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            () => ActsFile.Read(reading, cycle, grid),
            () =>
            {
                InputsFile.Read(reading, grid);
                EvidenceFile.Read(reading, grid);
            });
        AdjustmentsFile.Read(reading, grid);
        if (reading.HasErrors) return null;
        return new()
        {
            Cycle = cycle,
            Frameworks = frameworks,
            Units = units.Units,
            Sheets = grid.Sheets,
            Survey = survey,
            Forms = forms,
            PublishedSatisfaction = published,
            Heads = heads,
            HeadRules = rules,
            InputsHash = "",
        };
    }
}
