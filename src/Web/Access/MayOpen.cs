using ParIndex.App.Accounts;

namespace ParIndex.Web.Access;

/// <summary>Who may open an inside page or endpoint: people with one of the roles; none named: everybody signed in.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class MayOpenAttribute(params Role[] roles) : Attribute
{
    public IReadOnlyList<Role> Roles { get; } = roles;
}

/// <summary>An inside page that needs no sign-in: the sign-in itself, an invitation.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class BeforeSignInAttribute : Attribute;

/// <summary>A page where a person without a second factor sets one up; everything else waits for that.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class BeforeSecondFactorAttribute : Attribute;
