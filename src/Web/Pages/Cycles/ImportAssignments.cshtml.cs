using Microsoft.AspNetCore.Mvc;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.App.Cycles;
using ParIndex.Core;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Cycles;

/// <summary>Assignments from a workbook.</summary>
[MayOpen(Role.Secretariat, Role.AppraisalLead)]
public sealed class ImportAssignmentsModel(ImportAssignments import, LoadCycle load, Who who) : SheetPage(who)
{
    [FromRoute(Name = "code")]
    public string CycleCode { get; set; } = "";

    public override IReadOnlyList<SheetColumn> Columns => ImportAssignments.Columns;

    private CycleAtWork Cycle { get; set; } = null!;

    private string Back => $"/noi-bo/ky/{CycleCode}/phan-cong";

    protected override async Task ShowAsync()
    {
        Cycle = await load.ByCodeAsync(CycleCode, Cancel);
        Person.Need(Cycle.Id, Role.Secretariat, Role.AppraisalLead);
        Title = new Text($"Nhập phân công từ Excel: kỳ {Cycle.Cycle.Year}", $"Assignment from Excel: cycle of {Cycle.Cycle.Year}");
        Above = [(new("Việc của tôi", "My work"), "/noi-bo"), (CyclesWords.Assign, Back)];
    }

    protected override async Task<IReadOnlyList<SheetFault>> CheckAsync(FilledSheet sheet) => (await import.CheckAsync(Person, Cycle.Id, sheet, Cancel)).Faults;

    protected override async Task<IReadOnlyList<SheetFault>> AcceptAsync(FilledSheet sheet) => (await import.RunAsync(Person, Cycle.Id, sheet, Cancel)).Faults;

    protected override Task WriteAsync(Stream output) => import.WriteAsync(Person, Cycle.Id, output, Cancel);

    protected override IActionResult After(int rows) => Then(Back, CyclesWords.Assigned(rows));
}
