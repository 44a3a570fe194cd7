using ParIndex.Core;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Accounts;

/// <summary>The own account: who one is here, which rights are in force, how one signs in.</summary>
[MayOpen, BeforeSecondFactor]
public sealed class MineModel(Who who) : WorkPage(who)
{
    /// <summary>Each right with the place it holds in.</summary>
    public IEnumerable<(Text Role, string Where)> Rights => Person.Rights.Select(right => (
        WorkText.Name(right.Role), string.Join(", ", new[] { right.Unit, right.Department }.OfType<string>())));

    public void OnGet() => Title = AccountsText.Mine;
}
