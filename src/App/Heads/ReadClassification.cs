using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Cycles;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Core.Heads;

namespace ParIndex.App.Heads;

/// <summary>A classification with its rules; <paramref name="Stale"/>: why it no longer holds, null: it does.</summary>
public sealed record ClassificationShown(ClassificationRow Row, HeadRules Rules, string By, Text? Stale)
{
    public HeadProfile Profile => Rules.Profiles.First(profile => profile.Code == Row.Profile);

    public Text Name(string grade) => Rules.Grades.Where(one => one.Code == grade).Select(one => one.Name).FirstOrDefault() ?? new(grade, grade);
}

/// <summary>A grade of an approved classification, as the Decision says it.</summary>
public sealed record ApprovedGrade(string Head, string Unit, string Group, Text Post, string Grade, Text GradeName);

/// <summary>What a Decision takes over: the grades, the frozen run they come from, and the hash of the whole.</summary>
/// <param name="Row">The classification.</param>
/// <param name="Rules">Its rules.</param>
/// <param name="Grades">One for each head, in the order of the units.</param>
/// <param name="Published">True when the Decision publishes them.</param>
public sealed record ApprovedClassification(ClassificationRow Row, HeadRules Rules, IReadOnlyList<ApprovedGrade> Grades, bool Published);

/// <summary>
/// The classification for those who may see it before the release: secretariat, chair, observers; each head the own case from the notice on. For
/// everybody else there is nothing here. What goes into the Decision is read by <see cref="ApprovedAsync"/>.
/// </summary>
public sealed class ReadClassification(IndexDb db)
{
    private const int MostKept = 50;
    private static readonly ConcurrentDictionary<string, HeadRules> Parsed = new(StringComparer.Ordinal);

    /// <summary>True for those who see all cases.</summary>
    public static bool SeesAll(Person person, int cycle) => person.Is(cycle, Role.Secretariat, Role.CouncilChair, Role.Observer);

    /// <summary>The classification that counts, the latest; null: none was computed.</summary>
    public async Task<ClassificationShown?> LatestAsync(Person person, CycleAtWork cycle, CancellationToken cancel)
    {
        NeedAll(person, cycle.Id);
        return await db.Classifications.Where(row => row.Cycle == cycle.Id).OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancel) is { } row
            ? await ShownAsync(cycle, row, cancel)
            : null;
    }

    /// <summary>Its cases, in the order of the units.</summary>
    public async Task<IReadOnlyList<HeadCaseRow>> CasesAsync(Person person, int id, int number, CancellationToken cancel)
    {
        NeedAll(person, id);
        return await db.HeadCases.Where(row => row.Cycle == id && row.Number == number).OrderBy(row => row.Order).ToListAsync(cancel);
    }

    /// <summary>The own cases of a head in the classification last sent out, with when it was.</summary>
    public async Task<(ClassificationShown Classification, IReadOnlyList<HeadCaseRow> Cases)?> OwnAsync(Person person, CycleAtWork cycle, DateOnly today, CancellationToken cancel)
    {
        var row = await db.Classifications.Where(one => one.Cycle == cycle.Id && one.NoticedAt != null).OrderByDescending(one => one.Number).FirstOrDefaultAsync(cancel);
        if (row is null) return null;
        var own = await OwnPostsAsync(person, cycle.Id, today, cancel);
        var cases = await db.HeadCases.Where(one => one.Cycle == cycle.Id && one.Number == row.Number && own.Contains(one.Head)).OrderBy(one => one.Order).ToListAsync(cancel);
        return cases.Count == 0 ? null : (await ShownAsync(cycle, row, cancel), cases);
    }

    /// <summary>Who is classified, from the posts and facts as they stand.</summary>
    public async Task<IReadOnlyList<Head>> HeadsAsync(Person person, CycleAtWork cycle, CancellationToken cancel)
    {
        NeedAll(person, cycle.Id);
        return await new HeadsOfCycle(db).ReadAsync(cycle, cancel);
    }

    /// <summary>The rules of the cycle; null: its heads are not classified.</summary>
    public Task<HeadRules?> RulesAsync(CycleAtWork cycle, CancellationToken cancel) => new HeadsOfCycle(db).RulesAsync(cycle, cancel);

    /// <summary>What was entered of a head with its documents: for the desk, and for the head from the notice on.</summary>
    public async Task<IReadOnlyList<HeadFactRow>> FactsAsync(Person person, CycleAtWork cycle, string head, DateOnly today, CancellationToken cancel)
    {
        if (!SeesAll(person, cycle.Id) && (await OwnAsync(person, cycle, today, cancel))?.Cases.Any(one => one.Head == head) != true) throw new RefusedException(Refusal.NotFound);
        return await db.HeadFacts.Where(row => row.Cycle == cycle.Id && row.Head == head).OrderBy(row => row.Input).ToListAsync(cancel);
    }

    /// <summary>
    /// The approved classification a Decision is made of; null: there is none that holds, for the reasons of <see cref="BlockingAsync"/>. Asks for no
    /// right: use cases of the Decision ask for their own.
    /// </summary>
    public async Task<ApprovedClassification?> ApprovedAsync(CycleAtWork cycle, CancellationToken cancel)
    {
        if (cycle.Cycle.Heads is not { } use || (await BlockingAsync(cycle, cancel)).Count > 0) return null;
        var row = await db.Classifications.Where(one => one.Cycle == cycle.Id).OrderByDescending(one => one.Number).FirstAsync(cancel);
        var rules = RulesOf(row);
        var names = rules.Grades.ToDictionary(grade => grade.Code, grade => grade.Name, StringComparer.Ordinal);
        var cases = await db.HeadCases.Where(one => one.Cycle == cycle.Id && one.Number == row.Number).OrderBy(one => one.Order).ToListAsync(cancel);
        return new(row, rules, [.. cases.Select(one => new ApprovedGrade(one.Head, one.Unit, one.Group, one.Post, one.Grade, names[one.Grade]))], use.Published);
    }

    /// <summary>
    /// The files of the frozen run with the approved heads.csv (facts and rulings) in it: computed, they give the frozen index and the approved grades.
    /// </summary>
    public async Task<IReadOnlyList<FolderFile>> ApprovedFilesAsync(ApprovedClassification approved, CancellationToken cancel) =>
        HeadsOfCycle.With(await new HeadsOfCycle(db).FrozenAsync(approved.Row.Cycle, approved.Row.Run, cancel), approved.Row.Heads);

    /// <summary>What keeps the heads out of a Decision; empty: nothing, or the cycle does not classify.</summary>
    public async Task<IReadOnlyList<Finding>> BlockingAsync(CycleAtWork cycle, CancellationToken cancel)
    {
        if (cycle.Cycle.Heads is null) return [];
        var row = await db.Classifications.Where(one => one.Cycle == cycle.Id).OrderByDescending(one => one.Number).FirstOrDefaultAsync(cancel);
        if (row is null) return [HeadsWords.NoClassification];
        var findings = new List<Finding>();
        if (row.State != ClassificationState.Approved) findings.Add(HeadsWords.NotApproved(row.Number));
        if (await StaleAsync(cycle, row, cancel) is { } why) findings.Add(HeadsWords.Stale(row.Number, why));
        return findings;
    }

    /// <summary>Codes of the posts that are this person's: the post's own account, else who heads the unit now.</summary>
    internal async Task<List<string>> OwnPostsAsync(Person person, int cycle, DateOnly today, CancellationToken cancel)
    {
        var units = person.Rights.Where(right => right.Role == Role.UnitHead && right.Unit is not null && (right.Cycle is null || right.Cycle == cycle))
            .Select(right => right.Unit!).Distinct().ToList();
        var posts = await db.HeadPosts.Where(post => post.Account == person.Account || (post.Account == null && units.Contains(post.Unit))).ToListAsync(cancel);
        return [.. posts.Where(post => post.Account is not null || IsNow(post, today)).Select(post => post.Code)];
    }

    /// <summary>True for who heads the unit on the day.</summary>
    internal static bool IsNow(HeadPostRow post, DateOnly today) => !(post.From > today) && !(post.To < today);

    /// <summary>Why the classification no longer holds; null: it does.</summary>
    internal async Task<Text?> StaleAsync(CycleAtWork cycle, ClassificationRow row, CancellationToken cancel)
    {
        var later = await db.Runs.Where(run => run.Cycle == cycle.Id && run.Number > row.Run).OrderByDescending(run => run.Number).Select(run => (int?)run.Number).FirstOrDefaultAsync(cancel);
        if (later is { } number) return HeadsWords.IndexComputedAgain(row.Run, number);
        var frozen = await db.Runs.Where(run => run.Cycle == cycle.Id && run.Number == row.Run).Select(run => run.FrozenAt).SingleAsync(cancel);
        if (await db.Reopenings.AnyAsync(one => one.Cycle == cycle.Id && one.ConfirmedAt > frozen, cancel)) return HeadsWords.PhaseReopened;
        var heads = HeadsOfCycle.Written(await new HeadsOfCycle(db).ReadAsync(cycle, cancel), RulesOf(row));
        return HeadsOfCycle.Hash(heads) == row.FactsHash ? null : HeadsWords.FactsChanged;
    }

    internal static HeadRules RulesOf(ClassificationRow row)
    {
        var hash = HeadsOfCycle.Hash(row.Rules);
        if (Parsed.TryGetValue(hash, out var known)) return known;
        if (Parsed.Count >= MostKept) Parsed.Clear();
        return Parsed[hash] = HeadsOfCycle.Parsed(row.Rules);
    }

    private async Task<ClassificationShown> ShownAsync(CycleAtWork cycle, ClassificationRow row, CancellationToken cancel) => new(row, RulesOf(row),
        await db.Users.Where(user => user.Id == row.By).Select(user => user.FullName).FirstOrDefaultAsync(cancel) ?? "", await StaleAsync(cycle, row, cancel));

    private static void NeedAll(Person person, int cycle)
    {
        if (!SeesAll(person, cycle)) throw new RefusedException(Refusal.NotFound);
    }
}
