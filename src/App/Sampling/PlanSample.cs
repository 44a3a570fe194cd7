using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Campaigns;
using ParIndex.App.Storage;
using ParIndex.Core.Sampling;

namespace ParIndex.App.Sampling;

/// <summary>A plan as the page sends it, with how people are approached.</summary>
public sealed record WantedPlan(SamplePlan Plan, Channel Mode);

/// <summary>Settles how many are drawn and how; open until the seed is committed.</summary>
public sealed class PlanSample(IndexDb db, TimeProvider clock)
{
    public async Task RunAsync(Person person, string campaign, int? version, WantedPlan wanted, CancellationToken cancel)
    {
        var row = await CampaignAct.BeginAsync(db, person, campaign, cancel);
        if (row.SeedSha256 is not null) throw new RefusedException(SamplingRefusals.SeedCommitted);
        Check(wanted);
        var stored = await db.SamplePlans.AsTracking().SingleOrDefaultAsync(one => one.Campaign == campaign, cancel);
        Versions.Check(version, stored?.Version ?? 0);
        var before = stored is null ? null : Of(stored);
        if (stored is null) db.Add(stored = Row(campaign, wanted));
        else db.Entry(stored).CurrentValues.SetValues(Row(campaign, wanted, stored.Version + 1));
        db.Note(new(person.Account, JournalAct.Changed, JournalObject.Campaign(campaign), "sample.planned", clock.GetUtcNow(), before, wanted));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RefusedException(Refusal.Stale(stored.Version));
        }
    }

    /// <summary>The plan of a row.</summary>
    public static SamplePlan Of(SamplePlanRow row) => new()
    {
        Formula = row.Formula,
        Margin = row.Margin / 100,
        DesignEffect = row.DesignEffect,
        Response = row.ResponsePercent / 100,
        TakeAllBelow = row.TakeAllBelow,
        Strata = row.Strata,
        Allocation = row.Allocation,
        LeastPerStratum = row.LeastPerStratum,
        ClusterTake = row.ClusterTake,
        ClusterAlike = row.ClusterAlike,
        Reserve = row.ReservePercent / 100m,
    };

    private static void Check(WantedPlan wanted)
    {
        var plan = wanted.Plan;
        Need(plan.Margin is >= 0.01m and <= 0.2m, "Margin", "Sai số từ 1 đến 20 điểm phần trăm.", "The margin is 1 to 20 points.");
        Need(plan.DesignEffect is >= 1 and <= 5, "DesignEffect", "Hệ số thiết kế từ 1 đến 5.", "The design effect is 1 to 5.");
        Need(plan.Response is >= 0.1m and <= 1, "Response", "Tỷ lệ trả lời dự kiến từ 10 đến 100 %.", "The expected response is 10 to 100 %.");
        Need(plan.TakeAllBelow is >= 0 and <= 1000, "TakeAllBelow", "Ngưỡng hỏi toàn bộ từ 0 đến 1.000 người.", "Everybody is asked below 0 to 1,000 persons.");
        Need(plan.LeastPerStratum is >= 1 and <= 500, "LeastPerStratum", "Số người tối thiểu của tầng từ 1 đến 500.", "A stratum's least is 1 to 500 persons.");
        Need(plan.ClusterTake == 0 || plan.ClusterTake is >= 10 and <= 200, "ClusterTake",
            "Mỗi cụm từ 10 đến 200 người (ít hơn 10 thì lộ người trả lời); không chia cụm thì ghi 0.", "A cluster has 10 to 200 persons (fewer would give them away); 0: no clusters.");
        Need(plan.ClusterAlike is >= 0 and <= 1, "ClusterAlike", "Hệ số tương quan trong cụm từ 0 đến 1.", "The correlation in clusters is 0 to 1.");
        Need(plan.Reserve is >= 0 and <= 3, "Reserve", "Mẫu dự phòng từ 0 đến 300 % của mẫu.", "The reserve is 0 to 300 % of the sample.");
        Need(!Reconcile.IsOpen(wanted.Mode), "Mode", "Mẫu rút ra được hỏi qua thư mời, phỏng vấn, điện thoại hoặc phiếu giấy.", "People drawn are asked by letter, interview, telephone or paper.");
        static void Need(bool good, string field, string vi, string en)
        {
            if (!good) throw new RefusedException(Refusal.Invalid(field, new(vi, en)));
        }
    }

    private static SamplePlanRow Row(string campaign, WantedPlan wanted, int version = 1) => new()
    {
        Campaign = campaign,
        Formula = wanted.Plan.Formula,
        Margin = wanted.Plan.Margin * 100,
        DesignEffect = wanted.Plan.DesignEffect,
        ResponsePercent = wanted.Plan.Response * 100,
        TakeAllBelow = wanted.Plan.TakeAllBelow,
        Strata = wanted.Plan.Strata,
        Allocation = wanted.Plan.Allocation,
        LeastPerStratum = wanted.Plan.LeastPerStratum,
        ClusterTake = wanted.Plan.ClusterTake,
        ClusterAlike = wanted.Plan.ClusterAlike,
        ReservePercent = (int)(wanted.Plan.Reserve * 100),
        Mode = wanted.Mode,
        Version = version,
    };
}
