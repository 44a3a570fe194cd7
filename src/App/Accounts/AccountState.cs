namespace ParIndex.App.Accounts;

/// <summary>How an account stands.</summary>
public enum AccountState
{
    /// <summary>Invited; has not set up a sign-in yet.</summary>
    Invited,

    /// <summary>Invited, and the invitation has run out.</summary>
    InvitationExpired,

    /// <summary>In use.</summary>
    Active,

    /// <summary>Locked for a while after wrong tries.</summary>
    Locked,

    /// <summary>Closed: may do nothing any more.</summary>
    Closed,
}
