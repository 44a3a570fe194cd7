using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Campaigns;
using ParIndex.App.Storage;
using ParIndex.Core;

namespace ParIndex.App.Fieldwork;

/// <summary>Progress of a cluster of a unit: letters and links issued, and how many were answered; never what.</summary>
public sealed record ClusterProgress(string Unit, string Cluster, int Issued, int Answered)
{
    /// <summary>Answered of a hundred issued.</summary>
    public decimal? Rate => Issued == 0 ? null : 100m * Answered / Issued;
}

/// <summary>Progress of an interviewer or device.</summary>
public sealed record CollectorProgress(string Collector, string Place, bool Revoked, int Assigned, int OpenCases, int Done, int Refused, int NotReached, int Forms, DateOnly? Last, double? MedianSeconds);

/// <summary>Fieldwork of a campaign as it stands.</summary>
public sealed record Fieldwork(
    FieldTeam Team, IReadOnlyDictionary<CaseState, int> States, IReadOnlyList<ClusterProgress> Clusters, IReadOnlyList<CollectorProgress> Collectors,
    IReadOnlyList<(DateOnly Day, int Forms)> Days, IReadOnlyList<SampleCaseRow> Cases, IReadOnlyList<Finding> Alarms)
{
    public int Issued => Clusters.Sum(one => one.Issued);

    public int Answered => Clusters.Sum(one => one.Answered);
}

/// <summary>V4: counts of who was asked, by whom, how far it is, and what needs somebody; nothing of the answers.</summary>
public sealed class ReadFieldwork(IndexDb db, TimeProvider clock)
{
    private const int IdleDays = 3, ManyTries = 3, LeastContacts = 10;

    /// <summary>The fieldwork this person may see.</summary>
    public async Task<Fieldwork> RunAsync(Person person, string code, CancellationToken cancel)
    {
        var team = await FieldTeam.OfAsync(db, person, code, cancel);
        var tokens = await db.SurveyTokens.Where(row => row.Campaign == code && row.State != TokenState.Revoked).GroupBy(row => new { row.Unit, row.Cluster, row.State })
            .Select(group => new { group.Key.Unit, group.Key.Cluster, group.Key.State, Count = group.Count() }).ToListAsync(cancel);
        var clusters = tokens.Where(row => team.Has(row.Unit)).GroupBy(row => (row.Unit, row.Cluster)).OrderBy(one => one.Key.Unit, StringComparer.Ordinal).ThenBy(one => one.Key.Cluster, StringComparer.Ordinal)
            .Select(one => new ClusterProgress(one.Key.Unit, one.Key.Cluster, one.Sum(row => row.Count), one.Where(row => row.State == TokenState.Used).Sum(row => row.Count))).ToList();
        var cases = (await db.SampleCases.Where(row => row.Campaign == code).ToListAsync(cancel)).Where(row => team.Has(row.Unit) && row.Active)
            .OrderBy(row => row.Unit, StringComparer.Ordinal).ThenBy(row => row.Number).ToList();
        var forms = await FormsAsync(code, team, cancel);
        var devices = (await db.Devices.Where(row => row.Campaign == code).ToListAsync(cancel)).Where(row => team.Has(row.Unit)).ToDictionary(row => row.Device, StringComparer.Ordinal);
        var collectors = Collectors(devices, cases, forms);
        return new(team, cases.CountBy(row => row.State).ToDictionary(), clusters, collectors,
            [.. forms.GroupBy(form => form.Day).OrderBy(day => day.Key).Select(day => (day.Key, day.Sum(form => form.Count)))], cases, Alarms(team.Campaign, clusters, collectors, cases));
    }

    private async Task<List<Counted>> FormsAsync(string code, FieldTeam team, CancellationToken cancel)
    {
        var found = await db.Responses.Where(row => row.Campaign == code).GroupBy(row => new { row.Unit, row.Day, row.Collector, row.Seconds })
            .Select(group => new Counted(group.Key.Unit, group.Key.Day, group.Key.Collector, group.Key.Seconds, group.Count())).ToListAsync(cancel);
        found.AddRange(await db.PendingResponses.Where(row => row.Campaign == code).GroupBy(row => new { row.Unit, row.Day, row.Collector, row.Seconds })
            .Select(group => new Counted(group.Key.Unit, group.Key.Day, group.Key.Collector, group.Key.Seconds, group.Count())).ToListAsync(cancel));
        return [.. found.Where(form => team.Has(form.Unit))];
    }

    private static List<CollectorProgress> Collectors(Dictionary<string, DeviceRow> devices, List<SampleCaseRow> cases, List<Counted> forms) =>
    [
        .. devices.Keys.Concat(cases.Select(row => row.Collector)).Concat(forms.Select(form => form.Collector)).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal).Select(name =>
            {
                var (own, sent) = (cases.Where(row => row.Collector == name).ToList(), forms.Where(form => form.Collector == name).ToList());
                var device = devices.GetValueOrDefault(name);
                return new CollectorProgress(name, device?.Place ?? "", device?.Revoked ?? false, own.Count, own.Count(AssignCases.IsOpen), own.Count(row => row.State == CaseState.Done),
                    own.Count(row => row.State == CaseState.Refused), own.Count(row => row.State == CaseState.NotReached), sent.Sum(form => form.Count),
                    sent.Count == 0 ? null : sent.Max(form => form.Day), Median(sent));
            }),
    ];

    private List<Finding> Alarms(CampaignRow campaign, List<ClusterProgress> clusters, List<CollectorProgress> collectors, List<SampleCaseRow> cases)
    {
        var (now, alarms) = (clock.GetUtcNow(), new List<Finding>());
        var gone = Math.Clamp((now - campaign.Opens) / (campaign.Closes - campaign.Opens), 0, 1);
        var rate = clusters.Sum(one => one.Issued) is > 0 and var issued ? clusters.Sum(one => one.Answered) / (double)issued : 0;
        if (gone > 0.25)
        {
            foreach (var unit in clusters.GroupBy(one => one.Unit).Where(unit => unit.Sum(one => one.Issued) >= 10))
                if (unit.Sum(one => one.Answered) / (double)unit.Sum(one => one.Issued) is var own && own < rate / 2)
                    alarms.Add(new("W001", unit.Key, new($"Tỷ lệ trả lời {own * 100:0} %, chưa bằng một nửa mức chung {rate * 100:0} %. Tăng nhắc, hoặc giao thêm người.", $"{own * 100:0}% answered, less than half of the {rate * 100:0}% of all. Remind, or send more people."), Severity.Warning));
        }

        if (campaign.IsOpen(now))
        {
            foreach (var one in collectors.Where(one => one is { OpenCases: > 0, Revoked: false } && (one.Last is null || one.Last.Value.AddDays(IdleDays) <= Vietnam.Day(now)) && now > campaign.Opens.AddDays(IdleDays)))
                alarms.Add(new("W002", one.Collector, new($"{one.OpenCases} trường hợp còn mở mà {IdleDays} ngày không có phiếu. Hỏi lại hoặc giao người khác.", $"{one.OpenCases} open cases and no form for {IdleDays} days. Ask, or assign them to somebody else."), Severity.Warning));
        }

        foreach (var one in collectors.Where(one => one is { OpenCases: > 0, Revoked: true }))
            alarms.Add(new("W003", one.Collector, new($"Thiết bị đã thu hồi mà còn {one.OpenCases} trường hợp mở. Giao người khác.", $"The device is revoked and has {one.OpenCases} open cases. Assign them to somebody else.")));
        foreach (var one in collectors.Where(one => one.Refused + one.Done >= LeastContacts && one.Refused * 4 > one.Refused + one.Done))
            alarms.Add(new("W004", one.Collector, new($"{one.Refused} trong {one.Refused + one.Done} người đã gặp từ chối. Xem lại cách tiếp cận.", $"{one.Refused} of {one.Refused + one.Done} people met refused. Look at how they are approached."), Severity.Warning));
        foreach (var unit in cases.Where(row => row.State == CaseState.NotReached && row.Attempts >= ManyTries).CountBy(row => row.Unit).OrderBy(one => one.Key, StringComparer.Ordinal))
            alarms.Add(new("W005", unit.Key, new($"{unit.Value} người không gặp được sau {ManyTries} lần. Thay bằng mẫu dự phòng theo thứ tự.", $"{unit.Value} people not reached in {ManyTries} tries. Replace them from the reserve in its order."), Severity.Warning));
        return [.. alarms.OrderByDescending(alarm => alarm.Severity)];
    }

    private static double? Median(List<Counted> forms)
    {
        int[] times = [.. forms.Where(form => form.Seconds is not null).SelectMany(form => Enumerable.Repeat(form.Seconds!.Value, form.Count)).Order()];
        return times.Length == 0 ? null : (times[(times.Length - 1) / 2] + times[times.Length / 2]) / 2.0;
    }

    private sealed record Counted(string Unit, DateOnly Day, string Collector, int? Seconds, int Count);
}
