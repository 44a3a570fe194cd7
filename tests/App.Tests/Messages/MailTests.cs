using Microsoft.EntityFrameworkCore;
using MimeKit;
using ParIndex.App.Accounts;
using ParIndex.App.Appraisal;
using ParIndex.App.Cycles;
using ParIndex.App.Messages;
using ParIndex.App.Storage;
using ParIndex.Testing;

namespace ParIndex.App.Tests.Messages;

/// <summary>Messages, read as a real mail server took them.</summary>
public sealed class MailTests
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    [Theory, BothEngines]
    public async Task A_message_is_in_the_inbox_and_arrives_by_mail_in_both_languages_once(Engine engine)
    {
        using var database = new Database(engine);
        using var mail = new LocalMail();
        var clock = new StandingClock(Morning);
        await using var db = database.Open();
        var (officer, closed) = (Account(db, "dau-moi@example.vn"), Account(db, "closed@example.vn", disabled: true));
        await db.SaveChangesAsync();
        await db.TellAsync([officer, closed, officer], MailText.ExplanationAsked("1.1.2", Morning.AddDays(5), "/noi-bo/x"), Morning, default);
        await db.SaveChangesAsync();
        var server = new MailServer("127.0.0.1", mail.Port, "par@example.vn", Plain: true, PublicAddress: "https://par.example.vn");
        Assert.Equal((1, 0), await new SendMails(db, clock, server).RunAsync(default));
        Assert.Equal((0, 0), await new SendMails(db, clock, server).RunAsync(default));

        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Assert.Single(mail.Messages)));
        var message = await MimeMessage.LoadAsync(stream);
        Assert.Equal("Đề nghị giải trình tiêu chí 1.1.2", message.Subject);
        Assert.Equal("dau-moi@example.vn", message.To.Mailboxes.Single().Address);
        Assert.Contains("trước 07/03/2026 08:00:00", message.TextBody, StringComparison.Ordinal);
        Assert.Contains("Explanation asked for criterion 1.1.2", message.TextBody, StringComparison.Ordinal);
        Assert.Contains("https://par.example.vn/noi-bo/x", message.TextBody, StringComparison.Ordinal);
        var notice = Assert.Single(await db.Notices.ToListAsync());
        Assert.Equal((officer, "explanation.asked", null), (notice.Account, notice.Kind, notice.ReadAt));
        Assert.Equal(clock.Now, (await db.Mails.SingleAsync()).SentAt);
    }

    [Theory, BothEngines]
    public async Task A_mail_that_fails_is_tried_later_its_error_kept_and_given_up_at_last_while_others_go_out(Engine engine)
    {
        using var database = new Database(engine);
        using var mail = new LocalMail();
        var clock = new StandingClock(Morning);
        await using var db = database.Open();
        var (bad, good) = (Account(db, "refused@example.vn"), Account(db, "good@example.vn"));
        await db.SaveChangesAsync();
        await db.TellAsync([bad, good], MailText.GrantToConfirm("/noi-bo"), Morning, default);
        await db.SaveChangesAsync();
        var server = new MailServer("127.0.0.1", mail.Port, "par@example.vn", Plain: true);
        Assert.Equal((1, 1), await new SendMails(db, clock, server).RunAsync(default));
        Assert.Equal((0, 0), await new SendMails(db, clock, server).RunAsync(default));
        clock.Now = Morning.AddMinutes(3);
        Assert.Equal((0, 1), await new SendMails(db, clock, server).RunAsync(default));
        for (var i = 0; i < 10; i++)
        {
            clock.Now = clock.Now.AddDays(1);
            await new SendMails(db, clock, server).RunAsync(default);
        }

        var given = await db.Mails.AsNoTracking().SingleAsync(row => row.To == "refused@example.vn");
        Assert.Equal((SendMails.Attempts, null), (given.Attempts, given.SentAt));
        Assert.Contains("no such mailbox", given.Error, StringComparison.Ordinal);
        Assert.Single(mail.Messages);
    }

    [Theory, BothEngines]
    public async Task A_message_whose_change_is_not_saved_is_never_sent(Engine engine)
    {
        using var database = new Database(engine);
        using var mail = new LocalMail();
        await using (var db = database.Open())
        {
            var account = Account(db, "a@example.vn");
            await db.SaveChangesAsync();
            await db.TellAsync([account], MailText.GrantToConfirm("/noi-bo"), Morning, default);
            db.Add(new InstanceRow { Name = "journal-key", Value = "taken" });
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
        }

        await using var later = database.Open();
        await new SendMails(later, new StandingClock(Morning.AddDays(1)), new("127.0.0.1", mail.Port, "par@example.vn", Plain: true)).RunAsync(default);
        Assert.Empty(mail.Messages);
        Assert.Empty(await later.Notices.ToListAsync());
    }

    [Theory, BothEngines]
    public async Task The_digest_tells_each_person_once_a_day_what_is_due(Engine engine)
    {
        using var database = new Database(engine);
        var clock = new StandingClock(Morning);
        await using var db = database.Open();
        var (officer, other) = (Account(db, "nq@example.vn"), Account(db, "lc@example.vn"));
        db.Add(new CycleRow { Id = 1, Code = "c", Year = 2026, State = CycleState.Open, Settings = "{}", Version = 1 });
        foreach (var (unit, account) in new[] { ("NQ", officer), ("LC", other) })
        {
            db.Add(new CycleUnitRow { Cycle = 1, Unit = unit, Group = "g", Order = 1, Name = new(unit, unit), ShortName = new(unit, unit), Slug = unit, SatisfactionMeasured = false, Predecessors = [] });
            db.Add(new GrantRow { Id = Guid.NewGuid(), Account = account, Role = Role.UnitOfficer, Unit = unit, ProposedBy = account, ProposedAt = Morning, Reason = "thử", ConfirmedBy = other, ConfirmedAt = Morning });
        }

        db.Add(new PhaseRow { Cycle = 1, Phase = Phase.SelfAssessment, Opens = Morning.AddDays(-20), Closes = Morning.AddDays(3) });
        db.Add(new ExplanationRow { Cycle = 1, Unit = "NQ", Leaf = "2.1.1", Id = Guid.NewGuid(), Question = "?", AskedBy = other, AskedAt = Morning, Due = Morning.AddDays(2) });
        db.Note(new(null, App.Audit.JournalAct.Changed, "test", "test", Morning));
        await db.SaveChangesAsync();

        var digests = new WriteDigests(db, new PhaseGate(db, clock), clock);
        Assert.Equal(2, await digests.RunAsync(default));
        Assert.Equal(0, await digests.RunAsync(default));
        var notice = await db.Notices.AsNoTracking().SingleAsync(row => row.Account == officer);
        Assert.Contains("chưa nộp", notice.Words.Vi, StringComparison.Ordinal);
        Assert.Contains("Giải trình tiêu chí 2.1.1 trước 04/03/2026 08:00:00", notice.Words.Vi, StringComparison.Ordinal);
        Assert.DoesNotContain("2.1.1", (await db.Notices.AsNoTracking().SingleAsync(row => row.Account == other)).Words.Vi, StringComparison.Ordinal);
        clock.Now = Morning.AddDays(1);
        Assert.Equal(2, await digests.RunAsync(default));
    }

    private static Guid Account(IndexDb db, string email, bool disabled = false)
    {
        var id = Guid.NewGuid();
        db.Add(new AccountRow
        {
            Id = id,
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            FullName = email,
            CreatedAt = Morning,
            DisabledAt = disabled ? Morning : null,
        });
        return id;
    }
}
