using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.Campaigns;

/// <summary>A device at a counter, or the QR code of an office: an open channel, reported apart from the index.</summary>
[PrimaryKey(nameof(Campaign), nameof(Device))]
public sealed class DeviceRow
{
    public required string Campaign { get; set; }
    public required string Device { get; set; }
    public required string Unit { get; set; }
    public required Channel Channel { get; set; }

    /// <summary>Where it stands, as people say it.</summary>
    public required string Place { get; set; }

    /// <summary>First 16 bytes of HMAC-SHA256 of the device's secret.</summary>
    public required byte[] SecretHash { get; set; }

    /// <summary>HMAC-SHA256 of the PIN with which staff leave the form.</summary>
    public required byte[] PinHash { get; set; }

    /// <summary>Fewest seconds between two answers.</summary>
    public required int Gap { get; set; }
    public required bool Revoked { get; set; }
}

/// <summary>A form of an open channel that is stored already, so that a device may send it again; it has no token to spend.</summary>
[PrimaryKey(nameof(Campaign), nameof(Mark))]
public sealed class OpenMarkRow
{
    public required string Campaign { get; set; }

    /// <summary>First 16 bytes of HMAC-SHA256 of the form's own key under the device's secret.</summary>
    public required byte[] Mark { get; set; }

    /// <summary>The same with the answers.</summary>
    public required byte[] BodyMark { get; set; }
}

/// <summary>A paper form typed once; a second person types it again before it counts.</summary>
[PrimaryKey(nameof(Campaign), nameof(Batch), nameof(Number))]
public sealed class PaperFormRow
{
    public required string Campaign { get; set; }

    /// <summary>Number on the cover of the bundle.</summary>
    public required string Batch { get; set; }
    public required int Number { get; set; }
    public required string Unit { get; set; }

    /// <summary>The first typing; erased when the form is stored as a response.</summary>
    public byte[]? First { get; set; }
    public required Guid FirstBy { get; set; }
    public byte[]? Second { get; set; }
    public Guid? SecondBy { get; set; }
    public required PaperState State { get; set; }

    /// <summary>Codes of the questions that the two typed differently.</summary>
    public required List<string> Differences { get; set; }
}

/// <summary>Where a paper form stands.</summary>
public enum PaperState
{
    TypedOnce,
    Differs,
    Stored,
}

/// <summary>A person's request about personal data, with its clock: two working days to answer.</summary>
[PrimaryKey(nameof(Campaign), nameof(Number))]
public sealed class PrivacyRequestRow
{
    public required string Campaign { get; set; }
    public required int Number { get; set; }
    public required string Kind { get; set; }
    public required string Words { get; set; }
    public required DateTimeOffset Received { get; set; }
    public required DateTimeOffset Due { get; set; }
    public DateTimeOffset? Answered { get; set; }
    public string? Answer { get; set; }
    public Guid? By { get; set; }
}
