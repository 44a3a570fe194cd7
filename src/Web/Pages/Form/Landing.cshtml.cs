using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App;
using ParIndex.App.Campaigns;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Web.Forms;

namespace ParIndex.Web.Pages.Form;

/// <summary>R1, first page: who asks, about which office, why, how long, what happens with the answers. Looking costs nothing.</summary>
public sealed class LandingModel(TakeForm take, ReadLink link, WrongLinks wrong, IndexDb db, IDataProtectionProvider protection) : FormPage
{
    public string Token { get; private set; } = "";
    public Text Unit { get; private set; } = new("", "");
    public bool Begun { get; private set; }

    public async Task<IActionResult> OnGetAsync(string campaign, string token)
    {
        try
        {
            wrong.Require(HttpContext);
            if (!SurveyToken.TryRead(token, out var read)) throw wrong.Counted(HttpContext);
            Campaign = await take.OpenAsync(campaign, Cancel);
            var row = await link.RunAsync(Campaign.Row, read, Cancel) ?? throw wrong.Counted(HttpContext);
            Token = token;
            Unit = await NameAsync(db, Campaign.Row.Cycle, row.Unit, Cancel);
            Begun = Draft.Read(Request, protection, Campaign, token) is not null;
            Title = Campaign.Questionnaire.Title;
            return Page();
        }
        catch (RefusedException refused)
        {
            return Say(refused.Refusal);
        }
    }

    /// <summary>A unit as people call it.</summary>
    internal static async Task<Text> NameAsync(IndexDb db, int cycle, string unit, CancellationToken cancel) =>
        await db.CycleUnits.Where(row => row.Cycle == cycle && row.Unit == unit).Select(row => row.Name).FirstOrDefaultAsync(cancel) ?? new(unit, unit);
}
