using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Sampling;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Core.Questionnaires;

namespace ParIndex.App.Campaigns;

/// <summary>What a campaign is planned as.</summary>
public sealed record PlannedCampaign(int Cycle, string Code, int Year, CampaignPurpose Purpose, Text Title, Text Asker, byte[] Questionnaire, DateTimeOffset Opens, DateTimeOffset Closes)
{
    public int GraceHours { get; init; } = 24;
    public int MinimumBase { get; init; } = 30;
    public DateOnly? ResultsOn { get; init; }
    public string MethodVersion { get; init; } = "sipas-2024-2026";
}

/// <summary>Plans a campaign: a questionnaire without faults, a period, a minimum of forms.</summary>
public sealed class CreateCampaign(IndexDb db, TimeProvider clock)
{
    public async Task<CampaignRow> RunAsync(Person? person, PlannedCampaign plan, CancellationToken cancel)
    {
        person?.Need(plan.Cycle, Role.SurveyManager);
        if (!UnitCode.TryParse(plan.Code, out _) || plan.Code.Any(char.IsUpper) || plan.Code == "phieu")
            throw new RefusedException(Refusal.Invalid("code", new("Mã chỉ gồm chữ thường không dấu, số, dấu gạch nối.", "A code has plain small letters, digits and dashes.")));
        CheckPeriod(new(plan.Opens, plan.Closes, plan.GraceHours, plan.ResultsOn));
        if (plan.MinimumBase < 10) throw new RefusedException(Refusal.Invalid("minimum", new("Số phiếu tối thiểu từ 10.", "The minimum is at least 10 forms.")));
        if (await db.Campaigns.AnyAsync(row => row.Code == plan.Code, cancel))
            throw new RefusedException(Refusal.Invalid("code", new($"Đã có đợt khảo sát mã “{plan.Code}”. Dùng mã khác.", $"There is a campaign “{plan.Code}” already. Use another code.")));
        var read = QuestionnaireJson.Read(plan.Questionnaire, "questionnaire");
        var findings = read.Value is null ? read.Findings : [.. QuestionnaireChecking.Check(read.Value).Where(finding => finding.Severity == Severity.Error)];
        if (findings.Count > 0) throw new RefusedException(Refusal.Findings("questionnaire", "questionnaire", findings));
        var now = clock.GetUtcNow();
        var row = new CampaignRow
        {
            Code = plan.Code,
            Cycle = plan.Cycle,
            Year = plan.Year,
            Purpose = plan.Purpose,
            Title = plan.Title,
            Asker = plan.Asker,
            Questionnaire = plan.Questionnaire,
            QuestionnaireSha256 = Convert.ToHexStringLower(SHA256.HashData(plan.Questionnaire)),
            MethodVersion = plan.MethodVersion,
            MinimumBase = plan.MinimumBase,
            Opens = plan.Opens,
            Closes = plan.Closes,
            GraceHours = plan.GraceHours,
            ResultsOn = plan.ResultsOn,
            TokenKey = RandomNumberGenerator.GetBytes(32),
            FrameKey = RandomNumberGenerator.GetBytes(32),
            Version = 1,
        };
        db.Add(row);
        db.AddRange(EraseExpired.Usual.Select(usual => new RetentionRow { Campaign = row.Code, Kind = usual.Kind, Days = usual.Days }));
        db.Note(new(person?.Account, JournalAct.Moved, JournalObject.Campaign(row.Code), "campaign.created", now,
            After: new { row.Cycle, row.Purpose, row.QuestionnaireSha256, row.MethodVersion, row.MinimumBase, row.Opens, row.Closes, row.GraceHours }));
        await db.SaveChangesAsync(cancel);
        return row;
    }

    /// <summary>A period that can be.</summary>
    internal static void CheckPeriod(CampaignPeriod period)
    {
        if (period.Closes <= period.Opens)
            throw new RefusedException(Refusal.Invalid("closes", new("Thời điểm đóng phải sau thời điểm mở.", "The closing must come after the opening.")));
        if (period.GraceHours is < 0 or > 240)
            throw new RefusedException(Refusal.Invalid("grace", new("Thời gian chờ thiết bị từ 0 đến 240 giờ.", "The grace of devices is 0 to 240 hours.")));
    }
}
