using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Storage;

namespace ParIndex.App.Heads;

/// <summary>A post as it is entered: who sees the classification is the account, by its id; no name is kept.</summary>
public sealed record HeadPost(string? PostVi, string? PostEn, DateOnly? From, DateOnly? To, string? Document, Guid? Account);

/// <summary>Keeps who heads a unit by period: a new post, or its dates and account. Nothing is removed, so that old classifications keep their heads.</summary>
public sealed class SaveHeadPost(IndexDb db, TimeProvider clock)
{
    /// <summary>Adds a post of the unit, or changes the one of <paramref name="code"/>; answers its code.</summary>
    public async Task<string> RunAsync(Person person, string unit, string? code, HeadPost request, CancellationToken cancel)
    {
        if (!person.Is(Role.Secretariat)) throw new RefusedException(Refusal.Forbidden);
        if (!await db.OrgUnits.AnyAsync(row => row.Code == unit, cancel)) throw new RefusedException(Refusal.NotFound);
        var vi = Visible.Checked(request.PostVi, "postVi", 200)?.Trim();
        if (string.IsNullOrEmpty(vi)) throw new RefusedException(Refusal.Invalid("postVi", new("Ghi chức vụ.", "Name the post.")));
        var en = Visible.Checked(request.PostEn, "postEn", 200)?.Trim();
        var document = Visible.Checked(request.Document, "document", 500)?.Trim();
        if (request.From is null) throw new RefusedException(Refusal.Invalid("from", new("Ghi ngày giữ chức vụ.", "Enter the first day in post.")));
        if (request.To < request.From) throw new RefusedException(Refusal.Invalid("to", new("Ngày thôi giữ chức vụ sớm hơn ngày nhận.", "The last day in post is before the first.")));
        if (string.IsNullOrEmpty(document)) throw new RefusedException(Refusal.Invalid("document", new("Ghi số, ngày của quyết định bổ nhiệm hoặc giao phụ trách.", "Enter number and date of the appointment.")));
        if (request.Account is { } account && !await db.Grants.AnyAsync(grant => grant.Account == account && grant.Unit == unit && grant.Role == Role.UnitHead, cancel))
            throw new RefusedException(Refusal.Invalid("account", new("Người này chưa từng có quyền thủ trưởng của đơn vị.", "This person never held the right of the unit's head.")));

        var posts = await db.HeadPosts.AsTracking().Where(row => row.Unit == unit).ToListAsync(cancel);
        var row = code is null ? null : posts.SingleOrDefault(one => one.Code == code) ?? throw new RefusedException(Refusal.NotFound);
        foreach (var other in posts.Where(other => other != row))
            if (!(other.To < request.From) && !(request.To < other.From))
                throw new RefusedException(Refusal.Invalid("from", new(
                    $"Trùng thời gian với “{other.Post.Vi}” (từ {Day(other.From, "không rõ")} đến {Day(other.To, "nay")}). Ghi ngày thôi giữ chức vụ đó trước.",
                    $"This overlaps “{other.Post.En}” (from {Day(other.From, "unknown")} to {Day(other.To, "now")}). End that one first.")));

        var before = row is null ? null : new { row.Post, row.From, row.To, row.Document, row.Account };
        if (row is null)
        {
            var number = posts.Count + 1;
            while (await db.HeadPosts.AnyAsync(one => one.Code == $"{unit}-{number}", cancel)) number++;
            row = new() { Code = $"{unit}-{number}", Unit = unit, Post = new(vi, vi) };
            db.Add(row);
        }

        row.Post = new(vi, string.IsNullOrEmpty(en) ? vi : en);
        (row.From, row.To, row.Document, row.Account) = (request.From, request.To, document, request.Account);
        db.Note(new(person.Account, JournalAct.Changed, JournalObject.HeadPost(row.Code), before is null ? "head.post_added" : "head.post_changed", clock.GetUtcNow(),
            before, new { row.Unit, row.Post, row.From, row.To, row.Document, row.Account }));
        await db.SaveChangesAsync(cancel);
        return row.Code;
    }

    private static string Day(DateOnly? day, string none) => day is { } known ? known.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture) : none;
}
