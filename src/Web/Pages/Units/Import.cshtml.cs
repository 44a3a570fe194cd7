using Microsoft.AspNetCore.Mvc;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.App.Units;
using ParIndex.Core;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Units;

/// <summary>Units from a workbook.</summary>
[MayOpen(Role.Secretariat)]
public sealed class ImportModel(ImportUnits import, Who who) : SheetPage(who)
{
    public override IReadOnlyList<SheetColumn> Columns => ImportUnits.Columns;

    protected override Task ShowAsync()
    {
        Title = new Text("Nhập đơn vị từ Excel", "Units from Excel");
        Above = [(new("Việc của tôi", "My work"), "/noi-bo"), (UnitsWords.Units, "/noi-bo/don-vi")];
        return Task.CompletedTask;
    }

    protected override Task<IReadOnlyList<SheetFault>> CheckAsync(FilledSheet sheet) => import.CheckAsync(Person, sheet, Cancel);

    protected override Task<IReadOnlyList<SheetFault>> AcceptAsync(FilledSheet sheet) => import.RunAsync(Person, sheet, Cancel);

    protected override Task WriteAsync(Stream output)
    {
        ImportUnits.WriteEmpty(output);
        return Task.CompletedTask;
    }

    protected override IActionResult After(int rows) => Then("/noi-bo/don-vi", UnitsWords.Imported(rows));
}
