using ParIndex.App.Accounts;
using ParIndex.App.SelfAssessment;
using ParIndex.App.Tests.Cycles;
using ParIndex.Testing;

namespace ParIndex.App.Tests.SelfAssessment;

/// <summary>The people of SNV at work in the small cycle, on a clock that stands inside the self-assessment.</summary>
internal sealed class Officers(Database database, int cycle)
{
    public StandingClock Clock { get; } = new(PreparedCycle.Opens.AddDays(3));

    public int Cycle => cycle;

    public Person Officer { get; } = Of(Role.UnitOfficer, "SNV");

    public Person Head { get; } = Of(Role.UnitHead, "SNV");

    public static async Task<Officers> AtWorkAsync(Database database) =>
        new(database, await PreparedCycle.AddAsync(database, TestContext.Current.CancellationToken));

    public static Person Of(Role role, string unit) => new(Guid.NewGuid(), "Người thử", null, [new(role, Unit: unit)], []);

    public async Task<SavedEntry> SaveAsync(
        string leaf, int? version, string? claimed = null, string? level = null, string? reason = null, string? explanation = null, bool ready = false, Person? by = null)
    {
        await using var db = database.Open();
        var inputs = new Dictionary<string, string?>();
        if (level is not null) inputs["level"] = level;
        return await new SaveEntry(db, Clock).RunAsync(
            by ?? Officer, new(cycle, "SNV", leaf, version, inputs) { Claimed = claimed, Reason = reason, Explanation = explanation, Ready = ready },
            TestContext.Current.CancellationToken);
    }

    public async Task<SubmissionReceipt> SubmitAsync(Person? by = null, bool secondFactor = true)
    {
        await using var db = database.Open();
        return await new SubmitSelfAssessment(db, Clock).RunAsync(by ?? Head, cycle, "SNV", secondFactor, TestContext.Current.CancellationToken);
    }

    public async Task WithdrawAsync(string? reason = "Cần sửa số liệu nhập nhầm")
    {
        await using var db = database.Open();
        await new WithdrawSubmission(db, Clock).RunAsync(Head, cycle, "SNV", reason, true, TestContext.Current.CancellationToken);
    }

    /// <summary>Both leaves of SNV entered and ready.</summary>
    public async Task EnterAllAsync()
    {
        await SaveAsync("1.1.1", 0, level: "late", explanation: "Kế hoạch đăng trên cổng thông tin", ready: true);
        await SaveAsync("1.2.1", 0, claimed: "2,75", explanation: "Kết luận lưu tại văn thư", ready: true);
    }

    public static async Task<string> RefusedAsync(Func<Task> act) => (await Assert.ThrowsAsync<RefusedException>(act)).Refusal.Code;
}
