using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.App.Storage;

namespace ParIndex.Web.Pages.Portal;

/// <summary>A page that is not there, or a request that makes no sense: friendly, and in both languages.</summary>
[ResponseCache(NoStore = true)]
public sealed class ErrorModel(IndexDb db) : PortalPage(db)
{
    public bool Missing { get; private set; }

    public PageResult OnGet(int status)
    {
        Missing = status == StatusCodes.Status404NotFound;
        Title = Missing ? new("Không có trang này", "This page does not exist") : new("Yêu cầu không hợp lệ", "This request makes no sense");
        return Page();
    }

    /// <summary>Other methods are refused with the same page.</summary>
    public PageResult OnPost(int status) => OnGet(status);
}
