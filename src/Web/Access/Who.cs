using ParIndex.App.Accounts;

namespace ParIndex.Web.Access;

/// <summary>Who asks in this request.</summary>
public sealed class Who
{
    private Person? person;

    /// <summary>Set before an inside page runs; throws where nobody is signed in.</summary>
    public Person Person
    {
        get => person ?? throw new InvalidOperationException("Nobody is signed in.");
        internal set => person = value;
    }

    public bool SignedIn => person is not null;

    /// <summary>True when this session was opened with a passkey, or a password and a second factor.</summary>
    public bool SecondFactor { get; internal set; }

    /// <summary>True when this session was opened with a passkey.</summary>
    public bool Passkey { get; internal set; }

    /// <summary>The session of this request; null: none.</summary>
    public Guid? Session { get; internal set; }

    /// <summary>When this request arrived, before the rest of it was read: what counts for a deadline.</summary>
    public DateTimeOffset Arrived { get; internal set; }

    /// <summary>When the last factor was given in this session.</summary>
    public DateTimeOffset? ConfirmedAt { get; internal set; }
}
