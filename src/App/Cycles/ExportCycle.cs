using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.SelfAssessment;
using ParIndex.App.Storage;
using ParIndex.App.SurveyResults;
using ParIndex.Core;
using ParIndex.Core.Frameworks;
using ParIndex.Documents;
using ParIndex.Documents.Cycles;

namespace ParIndex.App.Cycles;

/// <summary>A file of a cycle folder.</summary>
public sealed record FolderFile(string Name, byte[] Content);

/// <summary>
/// A cycle as the folder of plain files that <c>compute</c> reads, in a fixed order: the same rows give the same bytes. Only what units handed in counts,
/// never a draft.
/// </summary>
public sealed class ExportCycle(IndexDb db)
{
    /// <summary>The files of the cycle, by name.</summary>
    /// <exception cref="RefusedException">There is no such cycle.</exception>
    public async Task<IReadOnlyList<FolderFile>> RunAsync(int id, CancellationToken cancel)
    {
        var cycle = await new LoadCycle(db).RunAsync(id, cancel);
        var files = new List<FolderFile> { new("cycle.json", Encoding.UTF8.GetBytes(cycle.Row.Settings)), new("units.csv", CycleTables.WriteUnits(cycle.Units)) };
        files.AddRange(await db.CycleFrameworks.Where(row => row.Cycle == id).Select(row => new FolderFile(row.File, row.Json)).ToListAsync(cancel));
        files.AddRange(await db.CycleFiles.Where(row => row.Cycle == id).Select(row => new FolderFile(row.Name, row.Content)).ToListAsync(cancel));
        if (files.All(file => file.Name != "totals.csv"))
        {
            var places = new Places(cycle);
            // The newest result that the council approved stands in place of what was imported or entered.
            var surveys = await new ApprovedSurveys(db).FilesAsync(cycle, cancel);
            files.RemoveAll(file => surveys.Files.Any(one => one.Name == file.Name) || (surveys.Files.Count > 0 && file.Name == "satisfaction.csv"));
            files.AddRange(surveys.Files);
            files.Add(new("applicability.csv", CycleTables.WriteApplicability(await ApplicabilityAsync(id, places, surveys, cancel))));
            files.Add(new("inputs.csv", CycleTables.WriteInputs(await InputsAsync(cycle, places, surveys, cancel))));
            files.Add(new("acts.csv", CycleTables.WriteActs(await ActsAsync(id, places, cancel))));
            files.Add(new("evidence.csv", CycleTables.WriteEvidence(await EvidenceAsync(id, places, cancel))));
            // Heads are classified from the frozen run; until then there is nobody in the table.
            if (cycle.Cycle.Heads is not null && files.All(file => file.Name != CycleFileRow.Heads)) files.Add(new(CycleFileRow.Heads, CycleTables.WriteHeads([], [])));
        }

        files.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        return files;
    }

    /// <summary>Writes the files into a folder, with the folders they lie in.</summary>
    public static void Write(IReadOnlyList<FolderFile> files, string folder)
    {
        foreach (var file in files)
        {
            var path = Path.Combine(folder, file.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Content);
        }
    }

    /// <summary>The folder in one file: the same files give the same bytes.</summary>
    public static byte[] Zip(IReadOnlyList<FolderFile> files)
    {
        using var zip = new MemoryStream();
        FixedZip.Pack(files.Select(file => (file.Name, file.Content)), zip);
        return zip.ToArray();
    }

    /// <summary>The files of a folder in one file.</summary>
    public static async Task<IReadOnlyList<FolderFile>> UnzipAsync(byte[] package, CancellationToken cancel)
    {
        var files = new List<FolderFile>();
        await using var zip = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read);
        foreach (var entry in zip.Entries)
        {
            var content = new MemoryStream();
            await using (var from = await entry.OpenAsync(cancel)) await from.CopyToAsync(content, cancel);
            files.Add(new(entry.FullName, content.ToArray()));
        }

        return files;
    }

    private async Task<IEnumerable<ApplicabilityLine>> ApplicabilityAsync(int id, Places places, SurveyFiles surveys, CancellationToken cancel)
    {
        var decided = await db.Applicability.Where(row => row.Cycle == id).Select(row => new ApplicabilityLine(row.Unit, row.Leaf, row.Policy, row.Reason)).ToListAsync(cancel);
        var known = decided.Select(line => (line.Unit, line.Leaf)).ToHashSet();
        return places.InOrder(decided.Concat(surveys.Outside.Where(line => !known.Contains((line.Unit, line.Leaf)))), line => (line.Unit, line.Leaf));
    }

    private async Task<IEnumerable<InputLine>> InputsAsync(CycleAtWork cycle, Places places, SurveyFiles surveys, CancellationToken cancel)
    {
        var entries = await db.Entries.Where(row => row.Cycle == cycle.Id && row.State == EntryState.Submitted).ToListAsync(cancel);
        var surveyed = surveys.Inputs.Select(line => (line.Unit, line.Leaf)).Concat(surveys.Outside.Select(line => (line.Unit, line.Leaf))).ToHashSet();
        var entered = places.InOrder(entries.Where(row => !surveyed.Contains((row.Unit, row.Leaf))), row => (row.Unit, row.Leaf)).SelectMany(row =>
        {
            var rule = places.Leaf(row.Unit, row.Leaf).Rule;
            return row.Inputs.Where(input => input.Value is not null && rule.Inputs.Any(known => known.Name == input.Name)).Select(input => new InputLine(
                row.Unit, row.Leaf, input.Name, rule.Write(rule.Inputs.First(known => known.Name == input.Name), Quantity.Of(input.Value!.Value)), input.Source, input.Date));
        });
        // Lines of a leaf stay in the order of its inputs: InOrder keeps it.
        return places.InOrder(entered.Concat(surveys.Inputs), line => (line.Unit, line.Leaf));
    }

    private async Task<IEnumerable<ActLine>> ActsAsync(int id, Places places, CancellationToken cancel) => places.InOrder(
        (await db.Acts.Where(row => row.Cycle == id).ToListAsync(cancel)).OrderBy(row => row.Seq), row => (row.Unit, row.Leaf))
        .Select(row => new ActLine(row.Unit, row.Leaf, row.Stage, row.Points, row.Reason, row.Actor, row.At));

    private async Task<IEnumerable<EvidenceLine>> EvidenceAsync(int id, Places places, CancellationToken cancel)
    {
        var documents = await db.Evidence.Where(row => row.Cycle == id && row.WithdrawnAt == null).ToListAsync(cancel);
        var files = await db.EvidenceFiles.Where(row => row.Cycle == id).Select(row => new { row.Unit, row.Evidence, row.State }).ToListAsync(cancel);
        // A document whose every file came late or is infected is not part of the dossier.
        var useless = files.GroupBy(file => (file.Unit, file.Evidence)).Where(all => all.All(file => file.State is FileState.Late or FileState.Infected)).Select(all => all.Key).ToHashSet();
        var kept = documents.Where(row => !useless.Contains((row.Unit, row.Id))).ToDictionary(row => (row.Unit, row.Id));
        var uses = await db.EvidenceUses.Where(row => row.Cycle == id).ToListAsync(cancel);
        return places.InOrder(
            uses.Where(use => kept.ContainsKey((use.Unit, use.Evidence)))
                .Select(use => (use.Unit, use.Leaf, Document: kept[(use.Unit, use.Evidence)]))
                .OrderBy(use => EvidenceName.Of(use.Document.Number, use.Document.Title), StringComparer.Ordinal).ThenBy(use => use.Document.Date).ThenBy(use => use.Document.Id),
            use => (use.Unit, use.Leaf))
            .Select(use => new EvidenceLine(use.Unit, use.Leaf, EvidenceName.Of(use.Document.Number, use.Document.Title), use.Document.Date));
    }

    /// <summary>The order of units.csv, then of each framework's leaves; what has no place there is left out.</summary>
    private sealed class Places(CycleAtWork cycle)
    {
        private readonly Dictionary<(string Unit, string Leaf), (int Unit, int Leaf, Leaf Found)> places = cycle.Units
            .SelectMany((unit, order) => (cycle.FrameworkOf(unit.Group)?.Leaves ?? []).Select((leaf, place) => (unit, order, leaf, place)))
            .ToDictionary(one => (one.unit.Code.Value, one.leaf.Code.Value), one => (one.order, one.place, one.leaf));

        public Leaf Leaf(string unit, string leaf) => places[(unit, leaf)].Found;

        public IEnumerable<T> InOrder<T>(IEnumerable<T> rows, Func<T, (string Unit, string Leaf)> key) =>
            rows.Where(row => places.ContainsKey(key(row))).OrderBy(row => places[key(row)].Unit).ThenBy(row => places[key(row)].Leaf);
    }
}
