using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Campaigns;
using ParIndex.App.Questionnaires;
using ParIndex.App.Storage;
using ParIndex.Core.Sampling;

namespace ParIndex.App.Sampling;

/// <summary>A survey at work for the demonstration: approved questionnaires, a frame of invented dossiers, a drawn sample with tokens. All of it is illustrative.</summary>
public sealed class MakeDemoSurvey(IndexDb db, EditQuestionnaire edit, CreateCampaign create, SetFrame set, PlanSample plan, CommitSeed commit, DrawSample draw, IssueLinks issue, TimeProvider clock)
{
    public const string Code = "sipas-trinh-dien";

    /// <summary>Makes it in the cycle of this code.</summary>
    public async Task RunAsync(string cycle, CancellationToken cancel)
    {
        var row = await db.Cycles.SingleAsync(one => one.Code == cycle, cancel);
        var account = await db.Grants.Where(grant => grant.Role == Role.SurveyManager).Select(grant => grant.Account).FirstAsync(cancel);
        var manager = new Person(account, "Quản lý khảo sát", null, [new(Role.SurveyManager)], []);
        byte[]? citizens = null;
        foreach (var name in ShippedQuestionnaires.Names)
        {
            var draft = await edit.TakeAsync(manager, ShippedQuestionnaires.Read(name)!, name, cancel);
            db.ChangeTracker.Clear();
            await edit.ApproveAsync(manager, draft.Code, draft.Number, draft.Version, cancel);
            db.ChangeTracker.Clear();
            if (name == "citizen-service.json") citizens = draft.Json;
        }

        var now = clock.GetUtcNow();
        await create.RunAsync(manager, new(row.Id, Code, row.Year, CampaignPurpose.Satisfaction, new($"Đo lường sự hài lòng năm {row.Year} (minh họa)", $"Satisfaction survey {row.Year} (illustrative)"),
            new("Sở Nội vụ", "Department of Home Affairs"), citizens!, now.AddDays(-1), now.AddDays(20)), cancel);
        db.ChangeTracker.Clear();
        var units = await db.CycleUnits.Where(one => one.Cycle == row.Id && one.SatisfactionMeasured).OrderBy(one => one.Order).Select(one => one.Unit).Take(4).ToListAsync(cancel);
        using (var frame = new MemoryStream(Encoding.UTF8.GetBytes(Frame(units, row.Year)))) await set.RunAsync(manager, Code, frame, cancel);
        db.ChangeTracker.Clear();
        await plan.RunAsync(manager, Code, 0, new(new() { Strata = StratumRule.Filed, ClusterTake = 20, Response = 0.8m }, Channel.Web), cancel);
        db.ChangeTracker.Clear();
        await commit.RunAsync(manager, Code, cancel);
        db.ChangeTracker.Clear();
        await draw.RunAsync(manager, Code, null, cancel);
        db.ChangeTracker.Clear();
        await issue.RunAsync(manager, Code, cancel);
        db.ChangeTracker.Clear();
    }

    /// <summary>Dossiers that nobody filed, by persons that are numbers.</summary>
    private static string Frame(List<string> units, int year)
    {
        var text = new StringBuilder("Mã hồ sơ,Mã đơn vị,Mã thủ tục,Ngày trả kết quả,Kênh nộp,Cụm,Số định danh,Họ tên,Điện thoại,Địa chỉ\n");
        for (var u = 0; u < units.Count; u++)
        {
            var count = 240 + (180 * u);
            for (var i = 0; i < count; i++)
            {
                var person = i % 9 == 0 ? i / 2 : i;
                text.Append(CultureInfo.InvariantCulture,
                    $"{units[u]}-{year}-{i:00000},{units[u]},1.0{i % 6}.000,{1 + (i % 28)}/{1 + (i % 12)}/{year},{(i % 5 < 2 ? "Trực tuyến" : i % 17 == 0 ? "Bưu chính" : "Trực tiếp")},Điểm {1 + (i % 8)},,Người minh họa {u}.{person},09{u:00}{person:000000},Số {1 + (person % 200)} phố Minh Họa\n");
            }
        }

        return text.ToString();
    }
}
