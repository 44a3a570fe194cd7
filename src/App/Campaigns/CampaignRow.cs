using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using ParIndex.Core;

namespace ParIndex.App.Campaigns;

/// <summary>Đợt khảo sát: one questionnaire, one period, tokens and responses of its own.</summary>
[PrimaryKey(nameof(Code))]
public sealed class CampaignRow
{
    /// <summary>As in <c>sipas-2022</c>; it stands in the links.</summary>
    public required string Code { get; set; }

    /// <summary>The cycle that the result feeds.</summary>
    public required int Cycle { get; set; }
    public required int Year { get; set; }
    public required CampaignPurpose Purpose { get; set; }
    public required Text Title { get; set; }

    /// <summary>Who asks, as people read it on the first page.</summary>
    public required Text Asker { get; set; }

    /// <summary>The questionnaire's file; fixed once a response is in.</summary>
    public required byte[] Questionnaire { get; set; }
    public required string QuestionnaireSha256 { get; set; }

    /// <summary>Named with every value; nothing is compared across a change of it.</summary>
    public required string MethodVersion { get; set; }

    /// <summary>Fewest valid forms of a unit that may be shown.</summary>
    public required int MinimumBase { get; set; }

    /// <summary>Answers are taken from here …</summary>
    public required DateTimeOffset Opens { get; set; }

    /// <summary>… until just before here.</summary>
    public required DateTimeOffset Closes { get; set; }

    /// <summary>Hours after closing in which devices may still hand in what was answered in time.</summary>
    public required int GraceHours { get; set; }

    /// <summary>Day on which people find the results, told on the last page; null: not settled.</summary>
    public DateOnly? ResultsOn { get; set; }

    /// <summary>Tokens are stored under HMAC-SHA256 with this key.</summary>
    public required byte[] TokenKey { get; set; }

    /// <summary>Dossiers and persons of the frame are stored under HMAC-SHA256 with this key; destroyed with the link, and then nobody can test a guess.</summary>
    public byte[]? FrameKey { get; set; }

    /// <summary>SHA-256 of the seed, told before the draw.</summary>
    public string? SeedSha256 { get; set; }

    /// <summary>The seed: sealed by data protection until the draw, plain after it.</summary>
    public string? Seed { get; set; }

    /// <summary>SHA-256 of the frame that was drawn from.</summary>
    public string? FrameSha256 { get; set; }
    public DateTimeOffset? DrawnAt { get; set; }

    /// <summary>When contacts were parted from tokens for good; null: not yet.</summary>
    public DateTimeOffset? UnlinkedAt { get; set; }

    /// <summary>The council approved the result; from then on it is fixed.</summary>
    public DateTimeOffset? ApprovedAt { get; set; }
    public Guid? ApprovedBy { get; set; }

    /// <summary>Minutes or document of the approval.</summary>
    public string? ApprovalDocument { get; set; }

    /// <summary>Counts changes, for the check of two editors.</summary>
    [ConcurrencyCheck]
    public required int Version { get; set; }

    /// <summary>Whether an answer is taken at this moment.</summary>
    public bool IsOpen(DateTimeOffset now) => now >= Opens && now < Closes;

    /// <summary>Whether devices may still hand in forms at this moment.</summary>
    public bool TakesLate(DateTimeOffset now) => now >= Closes && now < Closes.AddHours(GraceHours);
}

/// <summary>What a campaign is for.</summary>
public enum CampaignPurpose
{
    /// <summary>Satisfaction of citizens, organisations and businesses (SIPAS).</summary>
    Satisfaction,

    /// <summary>Điều tra xã hội học: officials judge units.</summary>
    Officials,
}
