using Microsoft.AspNetCore.Mvc;
using ParIndex.App.Campaigns;

namespace ParIndex.Web.Pages.Form;

/// <summary>After sending: the receipt, and when and where the result is told.</summary>
public sealed class ReceivedModel(CampaignBook book) : FormPage
{
    [BindProperty(SupportsGet = true, Name = "so")]
    public string? Receipt { get; set; }

    public async Task<IActionResult> OnGetAsync(string campaign)
    {
        Campaign = await book.FindAsync(campaign, Cancel);
        if (Campaign is null || !FindReceipt.Reads(Receipt)) return Say(CampaignRefusals.NoSuchLink);
        Title = FormText.Received;
        return Page();
    }
}

/// <summary>What became of a form, by its receipt.</summary>
public sealed class ReceiptModel(CampaignBook book, FindReceipt find) : FormPage
{
    [BindProperty(SupportsGet = true, Name = "so")]
    public string? Receipt { get; set; }

    public FoundReceipt? Found { get; private set; }

    public async Task<IActionResult> OnGetAsync(string campaign)
    {
        Campaign = await book.FindAsync(campaign, Cancel);
        if (Campaign is null) return Say(CampaignRefusals.NoSuchLink);
        Title = FormText.Receipt;
        if (Receipt is not null) Found = await find.RunAsync(campaign, Receipt, Cancel);
        return Page();
    }
}
