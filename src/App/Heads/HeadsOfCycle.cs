using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Cycles;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Core.Heads;
using ParIndex.Documents.Cycles;

namespace ParIndex.App.Heads;

/// <summary>Who is classified in a cycle, from the posts and facts entered; and the frozen run it is computed from.</summary>
internal sealed class HeadsOfCycle(IndexDb db)
{
    /// <summary>Heads of the cycle's units who held the post in its year, in the order of the units, then by date.</summary>
    public async Task<IReadOnlyList<Head>> ReadAsync(CycleAtWork cycle, CancellationToken cancel)
    {
        var order = cycle.Units.Select((unit, place) => (unit.Code.Value, place)).ToDictionary(one => one.Value, one => one.place, StringComparer.Ordinal);
        var posts = (await db.HeadPosts.ToListAsync(cancel)).Where(post => order.ContainsKey(post.Unit) && post.HeldIn(cycle.Row.Year));
        var facts = (await db.HeadFacts.Where(row => row.Cycle == cycle.Id).ToListAsync(cancel)).ToLookup(row => row.Head, StringComparer.Ordinal);
        return
        [
            .. posts.OrderBy(post => order[post.Unit]).ThenBy(post => post.From ?? DateOnly.MinValue).ThenBy(post => post.Code, StringComparer.Ordinal).Select(post => new Head
            {
                Id = post.Code,
                Unit = UnitCode.Parse(post.Unit),
                Post = post.Post,
                From = post.From,
                To = post.To,
                Inputs = facts[post.Code].ToDictionary(fact => fact.Input, fact => fact.Value, StringComparer.Ordinal),
            }),
        ];
    }

    /// <summary>The rules of the cycle; null: its heads are not classified.</summary>
    public async Task<HeadRules?> RulesAsync(CycleAtWork cycle, CancellationToken cancel) =>
        cycle.Cycle.Heads is not null && await db.CycleFiles.Where(row => row.Cycle == cycle.Id && row.Name == CycleFileRow.HeadRules).Select(row => row.Content).SingleOrDefaultAsync(cancel) is { } bytes
            ? Parsed(bytes)
            : null;

    /// <summary>The files of the cycle as a frozen run kept them.</summary>
    public async Task<IReadOnlyList<FolderFile>> FrozenAsync(int cycle, int run, CancellationToken cancel)
    {
        var package = await db.Runs.Where(row => row.Cycle == cycle && row.Number == run).Select(row => row.Package).SingleAsync(cancel)
            ?? throw new RefusedException(HeadRefusals.NoFrozenRun);
        const string folder = "cycle/";
        return
        [
            .. (await ExportCycle.UnzipAsync(package, cancel)).Where(file => file.Name.StartsWith(folder, StringComparison.Ordinal))
                .Select(file => file with { Name = file.Name[folder.Length..] }),
        ];
    }

    /// <summary>The frozen files with these heads in place of what lay there.</summary>
    public static IReadOnlyList<FolderFile> With(IReadOnlyList<FolderFile> frozen, byte[] heads) =>
        [.. frozen.Where(file => file.Name != CycleFileRow.Heads).Append(new(CycleFileRow.Heads, heads)).OrderBy(file => file.Name, StringComparer.Ordinal)];

    /// <summary>heads.csv, with a column for each input that is entered.</summary>
    public static byte[] Written(IReadOnlyList<Head> heads, HeadRules rules) => CycleTables.WriteHeads(heads,
        [.. rules.Inputs.Where(input => input.MayBeEntered()).Select(input => input.Name)]);

    public static HeadRules Parsed(byte[] rules) => HeadsJson.Read(rules, CycleFileRow.HeadRules).Value ?? throw new InvalidDataException(CycleFileRow.HeadRules);

    public static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
