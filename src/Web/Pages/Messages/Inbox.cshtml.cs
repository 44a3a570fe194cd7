using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Messages;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Messages;

/// <summary>One's own messages, newest first.</summary>
[MayOpen]
public sealed class InboxModel(IndexDb db, ReadInbox read, Who who) : WorkPage(who)
{
    private const int Most = 100;

    public IReadOnlyList<NoticeRow> Notices { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Title = new("Thông báo", "Messages");
        Notices = await db.Notices.Where(notice => notice.Account == Person.Account).OrderByDescending(notice => notice.At).ThenByDescending(notice => notice.Id).Take(Most).ToListAsync(Cancel);
    }

    /// <param name="notice">One message; null: all.</param>
    public Task<IActionResult> OnPostAsync(Guid? notice) => TryAsync(
        async () =>
        {
            await read.RunAsync(Person, notice, Cancel);
            return Then("/noi-bo/thong-bao", notice is null ? new Text("Đã đánh dấu tất cả là đã đọc.", "All marked as read.") : new Text("Đã đánh dấu là đã đọc.", "Marked as read."));
        },
        OnGetAsync);
}
