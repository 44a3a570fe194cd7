using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Campaigns;
using ParIndex.App.Storage;
using ParIndex.Core;

namespace ParIndex.App.Sampling;

/// <summary>What somebody asks about the own data.</summary>
public enum RequestKind
{
    Access,
    Correction,
    Erasure,

    /// <summary>No more contact, consent withdrawn.</summary>
    Objection,
    Other,
}

/// <summary>The register of requests about personal data (NĐ 356/2025/NĐ-CP): received, due in two working days, answered.</summary>
public sealed class PrivacyRequests(IndexDb db, SurveySeals seals, TimeProvider clock)
{
    /// <summary>Working days to answer in.</summary>
    public const int Days = 2;

    /// <summary>Takes down a request; its words are sealed.</summary>
    public async Task<int> ReceiveAsync(Person person, string campaign, RequestKind kind, string? words, CancellationToken cancel)
    {
        var row = await CampaignAct.BeginAsync(db, person, campaign, cancel);
        var said = Visible.Checked(words, "words", 4000)?.Trim() ?? "";
        if (said.Length == 0) throw new RefusedException(Refusal.Invalid("words", new("Ghi nội dung yêu cầu.", "Write down what is asked.")));
        var now = clock.GetUtcNow();
        var number = (await db.PrivacyRequests.Where(one => one.Campaign == campaign).MaxAsync(one => (int?)one.Number, cancel) ?? 0) + 1;
        db.Add(new PrivacyRequestRow { Campaign = campaign, Number = number, Kind = kind.ToString(), Words = seals.SealWords(campaign, said), Received = now, Due = DueOf(now) });
        db.Note(new(person.Account, JournalAct.Submitted, JournalObject.Campaign(campaign), "request.received", now, After: new { number, kind, Due = DueOf(now) }));
        await CampaignAct.SaveAsync(db, row, cancel);
        return number;
    }

    /// <summary>Answers a request; the words of what was asked go, the fact stays.</summary>
    public async Task AnswerAsync(Person person, string campaign, int number, string? answer, CancellationToken cancel)
    {
        var row = await CampaignAct.BeginAsync(db, person, campaign, cancel);
        var found = await db.PrivacyRequests.AsTracking().SingleOrDefaultAsync(one => one.Campaign == campaign && one.Number == number, cancel) ?? throw new RefusedException(Refusal.NotFound);
        if (found.Answered is not null) throw new RefusedException(SamplingRefusals.RequestAnswered);
        var said = Reasons.Required(answer, "answer");
        (found.Answered, found.Answer, found.By) = (clock.GetUtcNow(), seals.SealWords(campaign, said), person.Account);
        db.Note(new(person.Account, JournalAct.Submitted, JournalObject.Campaign(campaign), "request.answered", found.Answered.Value, After: new { number, InTime = found.Answered <= found.Due }));
        await CampaignAct.SaveAsync(db, row, cancel);
    }

    /// <summary>
    /// Erases a person, found by dossier number, identity or telephone: contacts and links go, unused tokens are revoked, and requests that were answered lose their words.
    /// A form that was sealed nobody can find any more. How many dossiers were the person's.
    /// </summary>
    public async Task<int> EraseAsync(Person person, string campaign, string? known, int? request, string? reason, CancellationToken cancel)
    {
        var row = await CampaignAct.BeginAsync(db, person, campaign, cancel);
        if (row.FrameKey is not { } key) throw new RefusedException(SamplingRefusals.Unlinked);
        var why = Reasons.Required(reason);
        var typed = Visible.Checked(known, "known", 100)?.Trim() ?? "";
        var (dossier, named) = (SurveySeals.Hash(key, "dossier", typed), SurveySeals.Hash(key, "person", typed));
        var persons = await db.FrameEntries.Where(one => one.Campaign == campaign && (one.Dossier == dossier || one.Person == named)).Select(one => one.Person).Distinct().ToListAsync(cancel);
        var dossiers = await db.FrameEntries.Where(one => one.Campaign == campaign && persons.Contains(one.Person)).Select(one => one.Dossier).ToListAsync(cancel);
        if (dossiers.Count == 0) throw new RefusedException(Refusal.Invalid("known", new("Không có hồ sơ, số định danh hay số điện thoại này trong dàn mẫu.", "No such dossier, identity or telephone in the frame.")));
        db.RemoveAll(db.Contacts.Where(one => one.Campaign == campaign && dossiers.Contains(one.Dossier)));
        foreach (var drawn in await db.SampleCases.AsTracking().Where(one => one.Campaign == campaign && dossiers.Contains(one.Dossier)).ToListAsync(cancel))
        {
            await RevokeAsync(row, drawn, cancel);
            if (drawn.State != CaseState.Done) (drawn.State, drawn.Outcome) = (CaseState.Refused, "");
        }

        if (request is { } number && await db.PrivacyRequests.AsTracking().SingleOrDefaultAsync(one => one.Campaign == campaign && one.Number == number, cancel) is { } found)
            found.Words = seals.SealWords(campaign, "—");
        db.Note(new(person.Account, JournalAct.Changed, JournalObject.Campaign(campaign), "person.erased", clock.GetUtcNow(), After: new { dossiers.Count, request }, Reason: why));
        await CampaignAct.SaveAsync(db, row, cancel);
        await db.SweepAsync(cancel);
        return dossiers.Count;
    }

    /// <summary>The end of the second working day after it came in.</summary>
    public static DateTimeOffset DueOf(DateTimeOffset received)
    {
        var day = Vietnam.Day(received);
        for (var left = Days; left > 0;)
        {
            day = day.AddDays(1);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) left--;
        }

        return new(day.AddDays(1), TimeOnly.MinValue, Vietnam.Offset);
    }

    private async Task RevokeAsync(CampaignRow row, SampleCaseRow drawn, CancellationToken cancel)
    {
        var link = await db.TokenLinks.AsTracking().SingleOrDefaultAsync(one => one.Campaign == row.Code && one.Unit == drawn.Unit && one.Number == drawn.Number, cancel);
        if (link is null) return;
        if (SurveyToken.TryRead(seals.Token(link), out var token))
        {
            var hash = SurveyToken.Hash(row.TokenKey, token);
            var found = await db.SurveyTokens.AsTracking().SingleOrDefaultAsync(one => one.Campaign == row.Code && one.Hash == hash, cancel);
            if (found is { State: TokenState.Unused }) found.State = TokenState.Revoked;
        }

        db.Remove(link);
    }
}

/// <summary>Requests in words.</summary>
public static class RequestText
{
    public static Text Of(RequestKind kind) => kind switch
    {
        RequestKind.Access => new("Xem dữ liệu của mình", "See the own data"),
        RequestKind.Correction => new("Sửa dữ liệu", "Correct the data"),
        RequestKind.Erasure => new("Xóa dữ liệu", "Erase the data"),
        RequestKind.Objection => new("Rút đồng ý, không liên hệ nữa", "Consent withdrawn, no more contact"),
        _ => new("Khác", "Other"),
    };
}
