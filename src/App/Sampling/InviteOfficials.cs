using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Campaigns;
using ParIndex.App.Storage;
using ParIndex.Documents.Workbooks;

namespace ParIndex.App.Sampling;

/// <summary>A link of an official: whom it goes to and which unit it is about.</summary>
public sealed record OfficialLink(string Group, string OwnUnit, string Name, string Email, string Unit, string Token);

/// <summary>
/// Makes the links of a survey of officials: each person judges every unit of the kinds the own group judges, and never the own unit. The list
/// is handed out once; who got which token is stored nowhere.
/// </summary>
public sealed class InviteOfficials(IndexDb db, IssueTokens tokens, TimeProvider clock)
{
    /// <summary>Most links made at once.</summary>
    public const int Most = 200_000;

    public static IReadOnlyList<SheetColumn> Columns { get; } = [new("Group", "Nhóm", 26), new("Unit", "Mã đơn vị công tác", 18), new("Name", "Họ tên", 28, Needed: false), new("Email", "Thư điện tử", 30, Needed: false)];

    /// <summary>The workbook to fill in, with the groups of the questionnaire beside it.</summary>
    public static void WriteEmpty(CampaignRow campaign, Stream output) => PlainWorkbook.Write(
        [
            new("Người được hỏi", [.. Columns.Select(column => (column.Heading, column.Width))], []),
            new("Nhóm", [("Nhóm", 26), ("Tên", 50)], [.. CampaignBook.Read(campaign).Respondents.Select(group => (IReadOnlyList<string>)[group.Code, group.Name.Vi])]),
        ],
        output);

    /// <summary>The links, or what is wrong with the sheet; with one wrong cell none is made.</summary>
    public async Task<(IReadOnlyList<OfficialLink> Links, IReadOnlyList<SheetFault> Faults)> RunAsync(Person person, string campaign, FilledSheet sheet, CancellationToken cancel)
    {
        var row = await CampaignAct.BeginAsync(db, person, campaign, cancel);
        var groups = CampaignBook.Read(row).Respondents.ToDictionary(group => group.Code, StringComparer.Ordinal);
        if (row.Purpose != CampaignPurpose.Officials || groups.Count == 0) throw new RefusedException(SamplingRefusals.NoRespondents);
        var units = await db.CycleUnits.Where(one => one.Cycle == row.Cycle).OrderBy(one => one.Order)
            .Join(db.OrgUnits, one => one.Unit, unit => unit.Code, (one, unit) => new { one.Unit, unit.Kind }).ToListAsync(cancel);
        var known = await db.OrgUnits.Select(unit => unit.Code).ToListAsync(cancel);
        var faults = new List<SheetFault>();
        var people = new List<(string Group, string Own, string Name, string Email)>();
        foreach (var line in sheet.Rows)
        {
            var (group, own) = (line["Group"]?.Trim() ?? "", line["Unit"]?.Trim() ?? "");
            if (!groups.ContainsKey(group)) faults.Add(sheet.Fault(line, "Group", new($"Phiếu hỏi không có nhóm “{group}”. Dùng một trong: {string.Join(", ", groups.Keys)}.", $"The questionnaire has no group “{group}”. Use one of {string.Join(", ", groups.Keys)}.")));
            if (!known.Contains(own)) faults.Add(sheet.Fault(line, "Unit", new($"Không có đơn vị mã “{own}”. Cần mã đơn vị công tác để không ai đánh giá đơn vị của mình.", $"There is no unit “{own}”. The own unit is needed, so that nobody judges it.")));
            people.Add((group, own, line["Name"]?.Trim() ?? "", line["Email"]?.Trim() ?? ""));
        }

        if (faults.Count > 0) return ([], faults);
        var wanted = people.SelectMany(one => units.Where(unit => unit.Unit != one.Own && groups[one.Group].Judges.Contains(KindOf(unit.Kind))).Select(unit => (Official: one, unit.Unit))).ToList();
        if (wanted.Count > Most) throw new RefusedException(SamplingRefusals.TooManyToPrint(wanted.Count, Most));
        if (wanted.Count == 0) throw new RefusedException(SamplingRefusals.NothingToPrint);
        // A group too small to hide in is not told on the token.
        var large = people.GroupBy(one => one.Group, StringComparer.Ordinal).Where(group => group.Count() >= Core.Sampling.SafePlaces.Fewest).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        var issued = tokens.Add(row, [.. wanted.Select(one => new TokenPlace(one.Unit, large.Contains(one.Official.Group) ? one.Official.Group : "", "", (long)(groups[one.Official.Group].Weight * 1_000_000)))]);
        db.Note(new(person.Account, JournalAct.Changed, JournalObject.Campaign(campaign), "tokens.issued", clock.GetUtcNow(),
            After: wanted.GroupBy(one => one.Unit, StringComparer.Ordinal).OrderBy(unit => unit.Key, StringComparer.Ordinal).Select(unit => new { Unit = unit.Key, Count = unit.Count() })));
        await CampaignAct.SaveAsync(db, row, cancel);
        return ([.. wanted.Select((one, i) => new OfficialLink(one.Official.Group, one.Official.Own, one.Official.Name, one.Official.Email, one.Unit, issued[i]))], []);
    }

    /// <summary>Wards, communes and special zones are what questionnaires call communes.</summary>
    private static string KindOf(string kind) => kind is "ward" or "commune" or "special_zone" ? "commune" : kind;
}
