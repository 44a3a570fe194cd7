using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.App.Campaigns;
using ParIndex.App.Sampling;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Core.Sampling;
using ParIndex.Web.Access;

namespace ParIndex.Web.Pages.Surveys;

/// <summary>V3: frame, plan, seed, draw, and what is printed for those drawn.</summary>
[MayOpen(Role.SurveyManager, Role.Secretariat, Role.Observer)]
[RequestSizeLimit(Largest), RequestFormLimits(MultipartBodyLengthLimit = Largest)]
public sealed class SampleModel(
    IndexDb db, ReadSample read, SetFrame set, PlanSample planning, CommitSeed commit, DrawSample draw, RedoDraw redo, IssueLinks issue, InviteOfficials officials, SamplePapers papers, Who who, SiteSettings settings) : SurveyPage(db, who, settings)
{
    private const int Largest = 120 * 1024 * 1024;
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public override string Door => "/mau";

    public SamplePlanRow? Plan { get; private set; }

    public IReadOnlyList<FramedUnit> Frame { get; private set; } = [];

    public int Agents { get; private set; }

    public IReadOnlyList<UnitLedger> Ledger { get; private set; } = [];

    public int Linked { get; private set; }

    /// <summary>Active cases without a token.</summary>
    public int Unlinked { get; private set; }

    public IReadOnlyList<SheetFault> Faults { get; private set; } = [];

    public int FaultCount { get; private set; }

    /// <summary>Groups of officials and whom they judge.</summary>
    public IReadOnlyList<Core.Questionnaires.RespondentGroup> Groups { get; private set; } = [];

    public (bool Same, string SampleSha256)? Redone { get; private set; }

    public string? Sent { get; private set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Lot { get; set; }

    /// <summary>The form of the plan: as typed where it was refused, else as stored.</summary>
    public PlanForm Shown { get; private set; } = null!;

    public IReadOnlyList<(string Field, Text Words)> Fields => PlanForm.Fields;

    public IReadOnlyList<(string Key, Text Words)> StrataChoices { get; } =
    [
        (nameof(StratumRule.Unit), new("Không chia: cả đơn vị là một tầng", "None: the unit is one stratum")), (nameof(StratumRule.Filed), new("Theo kênh nộp", "By channel")),
        (nameof(StratumRule.Procedure), new("Theo thủ tục", "By procedure")),
    ];

    public IReadOnlyList<(string Key, Text Words)> AllocationChoices { get; } =
    [
        (nameof(AllocationRule.Proportional), new("Theo số người", "By persons")), (nameof(AllocationRule.Power), new("Theo căn bậc hai: tầng nhỏ được nhiều hơn", "By the root: small strata get more")),
        (nameof(AllocationRule.Equal), new("Bằng nhau", "Equal")),
    ];

    public async Task OnGetAsync()
    {
        await ReadCampaignAsync(SurveysWords.Sample);
        if (Campaign.Purpose == CampaignPurpose.Officials) Groups = CampaignBook.Read(Campaign).Respondents;
        Plan = await Db.SamplePlans.SingleOrDefaultAsync(one => one.Campaign == Code, Cancel);
        Shown ??= PlanForm.Of(Plan);
        if (Campaign.FrameSha256 is not null) (Frame, Agents) = await read.FrameAsync(Code, Plan is null ? new() : PlanSample.Of(Plan), Cancel);
        if (Campaign.DrawnAt is null) return;
        Ledger = await read.LedgerAsync(Code, Cancel);
        Linked = await Db.TokenLinks.CountAsync(one => one.Campaign == Code, Cancel);
        Unlinked = (await Db.SampleCases.Where(one => one.Campaign == Code && !Db.TokenLinks.Any(link => link.Campaign == Code && link.Unit == one.Unit && link.Number == one.Number)).ToListAsync(Cancel)).Count(one => one.Active);
    }

    public async Task<IActionResult> OnGetTemplateAsync()
    {
        await ReadCampaignAsync(SurveysWords.Sample);
        var target = new MemoryStream();
        FrameSheet.WriteEmpty(target);
        return File(target.ToArray(), Workbook, "dan-mau.xlsx");
    }

    /// <summary>Hashes only, and never for somebody who is measured: who opens this page is not.</summary>
    public async Task<IActionResult> OnGetFrameAsync()
    {
        await ReadCampaignAsync(SurveysWords.Sample);
        return File(Encoding.UTF8.GetBytes(await redo.FrameAsync(Code, Cancel)), "text/csv; charset=utf-8", $"{Code}-dan-mau.csv");
    }

    public async Task<IActionResult> OnGetSampleAsync()
    {
        await ReadCampaignAsync(SurveysWords.Sample);
        return File(Encoding.UTF8.GetBytes(await redo.SampleAsync(Code, Cancel)), "text/csv; charset=utf-8", $"{Code}-mau.csv");
    }

    public async Task<IActionResult> OnGetPlanAsync()
    {
        await ReadCampaignAsync(SurveysWords.Sample);
        var plan = await Db.SamplePlans.SingleOrDefaultAsync(one => one.Campaign == Code, Cancel) ?? throw new RefusedException(Refusal.NotFound);
        return File(SamplePlanJson.Write(PlanSample.Of(plan)), "application/json", $"{Code}-cach-chon.json");
    }

    public Task<IActionResult> OnPostFrameAsync(IFormFile? file) => TryAsync(
        async () =>
        {
            await ReadCampaignAsync(SurveysWords.Sample);
            if (file is null) throw new RefusedException(Refusal.NotASheet);
            await using var content = file.OpenReadStream();
            var taken = await set.RunAsync(Person, Code, content, Cancel);
            if (taken.FaultCount == 0) return Then($"{Here}/mau", SurveysWords.FrameTaken(taken.Lines.Count));
            (Faults, FaultCount) = (taken.Faults, taken.FaultCount);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            await OnGetAsync();
            return Page();
        },
        OnGetAsync);

    public Task<IActionResult> OnPostRemoveAsync() => ActAsync("remove", async () =>
    {
        await set.RemoveAsync(Person, Code, Reason, Cancel);
        return SurveysWords.FrameRemoved;
    });

    public Task<IActionResult> OnPostPlanAsync(int? planVersion)
    {
        Shown = PlanForm.Sent(Request.Form);
        return ActAsync("plan", async () =>
        {
            await planning.RunAsync(Person, Code, planVersion, Shown.Read(), Cancel);
            return SurveysWords.Saved;
        });
    }

    public Task<IActionResult> OnPostCommitAsync() => ActAsync("commit", async () =>
    {
        await commit.RunAsync(Person, Code, Cancel);
        return SurveysWords.Committed;
    });

    public Task<IActionResult> OnPostDrawAsync() => ActAsync("draw", async () => SurveysWords.Drawn(await draw.RunAsync(Person, Code, Lot, Cancel)));

    public Task<IActionResult> OnPostRedoAsync() => TryAsync(
        async () =>
        {
            await ReadCampaignAsync(SurveysWords.Sample);
            Redone = await redo.RunAsync(Code, Cancel);
            await OnGetAsync();
            return Page();
        },
        OnGetAsync);

    public Task<IActionResult> OnPostIssueAsync() => ActAsync("issue", async () => SurveysWords.Issued(await issue.RunAsync(Person, Code, Cancel)));

    public Task<IActionResult> OnPostPrintAsync(string? unit, string? what) => TryAsync(
        async () =>
        {
            await ReadCampaignAsync(SurveysWords.Sample);
            var (content, type, name) = await papers.MakeAsync(Person, Campaign, unit is { Length: > 0 } ? unit : null, what ?? "", UnitName, $"{Request.Scheme}://{Request.Host}", Cancel);
            return File(content, type, name);
        },
        OnGetAsync);

    public async Task<IActionResult> OnGetOfficialsAsync()
    {
        await ReadCampaignAsync(SurveysWords.Sample);
        var target = new MemoryStream();
        InviteOfficials.WriteEmpty(Campaign, target);
        return File(target.ToArray(), Workbook, "nguoi-duoc-hoi.xlsx");
    }

    public Task<IActionResult> OnPostOfficialsAsync(IFormFile? file) => TryAsync(
        async () =>
        {
            await ReadCampaignAsync(SurveysWords.Sample);
            if (file is null) throw new RefusedException(Refusal.NotASheet);
            await using var content = file.OpenReadStream();
            var (links, faults) = await officials.RunAsync(Person, Code, FilledSheet.Read(content, InviteOfficials.Columns), Cancel);
            if (faults.Count == 0) return File(papers.Links(Campaign, links, UnitName, $"{Request.Scheme}://{Request.Host}"), Workbook, $"{Code}-duong-dan.xlsx");
            (Faults, FaultCount) = (faults, faults.Count);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            await OnGetAsync();
            return Page();
        },
        OnGetAsync);

    private Task<IActionResult> ActAsync(string form, Func<Task<Text>> act)
    {
        Sent = form;
        return TryAsync(
            async () =>
            {
                await ReadCampaignAsync(SurveysWords.Sample);
                return Then($"{Here}/mau", await act());
            },
            OnGetAsync);
    }
}

/// <summary>The form of a plan, as texts.</summary>
public sealed class PlanForm
{
    private readonly Dictionary<string, string> typed = new(StringComparer.Ordinal);

    public static IReadOnlyList<(string Field, Text Words)> Fields { get; } =
    [
        ("Margin", new("Sai số mong muốn e, điểm phần trăm", "Wanted margin e, points")), ("DesignEffect", new("Hệ số thiết kế nhân vào cỡ mẫu", "Design effect the size is multiplied by")),
        ("Response", new("Tỷ lệ trả lời dự kiến, %", "Expected response, %")), ("TakeAllBelow", new("Hỏi toàn bộ nếu đơn vị có dưới (người)", "Ask everybody below (persons)")),
        ("LeastPerStratum", new("Mỗi tầng ít nhất (người)", "Least of a stratum (persons)")), ("ClusterTake", new("Số người mỗi cụm; 0 là không chia cụm", "Persons of a cluster; 0: no clusters")),
        ("ClusterAlike", new("Độ giống nhau trong cụm (ICC) để tính sai số thật", "Likeness within clusters (ICC), for the real precision")), ("Reserve", new("Mẫu dự phòng, % của mẫu", "Reserve, % of the sample")),
    ];

    public string this[string field] => typed.GetValueOrDefault(field, "");

    public string Formula => this["Formula"];

    public string Strata => this["Strata"];

    public string Allocation => this["Allocation"];

    public string Mode => this["Mode"];

    public static PlanForm Of(SamplePlanRow? row)
    {
        var (form, plan) = (new PlanForm(), row is null ? new() : PlanSample.Of(row));
        void Set(string field, FormattableString value) => form.typed[field] = value.ToString(CultureInfo.InvariantCulture);
        Set("Formula", $"{plan.Formula}");
        Set("Margin", $"{plan.Margin * 100:0.##}");
        Set("DesignEffect", $"{plan.DesignEffect:0.##}");
        Set("Response", $"{plan.Response * 100:0.##}");
        Set("TakeAllBelow", $"{plan.TakeAllBelow}");
        Set("LeastPerStratum", $"{plan.LeastPerStratum}");
        Set("ClusterTake", $"{plan.ClusterTake}");
        Set("ClusterAlike", $"{plan.ClusterAlike:0.####}");
        Set("Reserve", $"{plan.Reserve * 100:0}");
        Set("Strata", $"{plan.Strata}");
        Set("Allocation", $"{plan.Allocation}");
        Set("Mode", $"{row?.Mode ?? Channel.Web}");
        return form;
    }

    public static PlanForm Sent(IFormCollection sent)
    {
        var form = new PlanForm();
        foreach (var field in (string[])["Formula", "Strata", "Allocation", "Mode", .. Fields.Select(one => one.Field)]) form.typed[field] = sent[field].ToString();
        return form;
    }

    /// <summary>The plan, or which field is no number.</summary>
    public WantedPlan Read() => new(
        new()
        {
            Formula = Of<SizeFormula>("Formula"),
            Margin = Number("Margin") / 100,
            DesignEffect = Number("DesignEffect"),
            Response = Number("Response") / 100,
            TakeAllBelow = Whole("TakeAllBelow"),
            LeastPerStratum = Whole("LeastPerStratum"),
            ClusterTake = Whole("ClusterTake"),
            ClusterAlike = Number("ClusterAlike"),
            Reserve = Whole("Reserve") / 100m,
            Strata = Of<StratumRule>("Strata"),
            Allocation = Of<AllocationRule>("Allocation"),
        },
        Of<Channel>("Mode"));

    private decimal Number(string field) => decimal.TryParse(this[field].Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && decimal.Round(number, 4, MidpointRounding.AwayFromZero) == number ? number
        : throw new RefusedException(Refusal.Invalid(field, new($"“{this[field]}” không phải số (nhiều nhất bốn chữ số thập phân).", $"“{this[field]}” is no number (at most four decimals).")));

    private int Whole(string field) => int.TryParse(this[field].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new RefusedException(Refusal.Invalid(field, new($"“{this[field]}” không phải số nguyên.", $"“{this[field]}” is no whole number.")));

    private T Of<T>(string field)
        where T : struct, Enum => Enum.TryParse<T>(this[field], out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(this[field][0]) ? value
        : throw new RefusedException(Refusal.Invalid(field, new("Chọn một mục trong danh sách.", "Choose one of the list.")));
}
