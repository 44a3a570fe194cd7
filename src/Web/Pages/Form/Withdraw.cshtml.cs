using Microsoft.AspNetCore.Mvc;
using ParIndex.App;
using ParIndex.App.Campaigns;
using ParIndex.App.Sampling;
using ParIndex.Web.Access;
using ParIndex.Web.Forms;

namespace ParIndex.Web.Pages.Form;

/// <summary>A person takes back a form, by the letter's code and the receipt, until it is sealed.</summary>
public sealed class WithdrawModel(CampaignBook book, WithdrawForm withdraw, WrongLinks wrong) : FormPage
{
    [BindProperty(Name = "ma")]
    public string? Token { get; set; }

    [BindProperty(SupportsGet = true, Name = "so")]
    public string? Receipt { get; set; }

    public bool Withdrawn { get; private set; }

    public Refusal? Trouble { get; private set; }

    public async Task<IActionResult> OnGetAsync(string campaign)
    {
        Campaign = await book.FindAsync(campaign, Cancel);
        if (Campaign is null) return Say(CampaignRefusals.NoSuchLink);
        Title = FormText.Withdraw;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string campaign)
    {
        Campaign = await book.FindAsync(campaign, Cancel);
        if (Campaign is null) return Say(CampaignRefusals.NoSuchLink);
        Title = FormText.Withdraw;
        try
        {
            wrong.Require(HttpContext);
            await withdraw.RunAsync(campaign, Token, Receipt, Cancel);
            Withdrawn = true;
        }
        catch (RefusedException refused)
        {
            if (refused.Refusal == SamplingRefusals.NoWithdrawal) wrong.Count(HttpContext);
            Trouble = refused.Refusal;
            Response.StatusCode = Refusals.Status(refused.Refusal.Kind);
        }

        return Page();
    }
}
