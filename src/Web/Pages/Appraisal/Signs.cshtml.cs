using ParIndex.App.Accounts;
using ParIndex.App.Appraisal;
using ParIndex.App.Cycles;
using ParIndex.Core;
using ParIndex.Core.Appraisal;
using ParIndex.Statistics;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Appraisal;

/// <summary>S5: what stands out in the scores, as lists for people to judge.</summary>
[MayOpen(Role.Secretariat, Role.CouncilChair, Role.Observer)]
public sealed class SignsModel(LoadCycle load, ReadScoreSigns read, Who who) : WorkPage(who)
{
    /// <summary>Lines of a list before the rest is left off, which the page says.</summary>
    public const int Most = 20;

    /// <summary>Fewer units than this on the better side of a threshold say nothing.</summary>
    private const int LeastOver = 3;

    public string Code { get; private set; } = "";

    public CycleAtWork Cycle { get; private set; } = null!;

    public ScoreSigns Signs { get; private set; } = null!;

    public IReadOnlyList<Bunch> Bunches { get; private set; } = [];

    public async Task OnGetAsync(string code)
    {
        Code = code;
        Cycle = await load.ByCodeAsync(code, Cancel);
        Signs = await read.RunAsync(Person, Cycle, Cancel);
        Title = new($"Dấu hiệu cần xem lại trong điểm chấm năm {Cycle.Cycle.Year}", $"Signs to look at in the scores of {Cycle.Cycle.Year}");
        Above = [(new("Việc của tôi", "My work"), "/noi-bo"), (new("Tiến độ kỳ đánh giá", "Progress of the cycle"), $"/noi-bo/ky/{code}")];
        Bunches = [.. Signs.Bunches.Where(bunch => bunch.Stands || (bunch.Better.Count >= LeastOver && bunch.Better.Count > bunch.Worse))];
    }

    /// <summary>A unit's name in full.</summary>
    public Text Name(UnitCode unit) => Cycle.Unit(unit.Value)?.Name ?? new(unit.Value, unit.Value);

    /// <summary>The leaf with its code, as the group's framework has it.</summary>
    public Text Leaf(string group, CriterionCode leaf)
    {
        var found = Cycle.FrameworkOf(group)?.Leaves.FirstOrDefault(one => one.Code == leaf)?.Name;
        return found is null ? new($"{leaf}", $"{leaf}") : new($"{leaf} {found.Vi}", $"{leaf} {found.En}");
    }

    public Text Group(string group) => Cycle.Cycle.Groups.FirstOrDefault(one => one.Code == group)?.Name ?? new(group, group);

    /// <summary>Where a text stands: "Sở Y tế (1.1.2), Sở Tài chính (1.1.2)".</summary>
    public string Places(TextGroup group) => string.Join(", ", group.Places.Select(place => $"{Name(place.Unit).In(Language)} ({place.Leaf})"));

    public string By(Guid who) => Signs.Names.GetValueOrDefault(who, "");

    /// <summary>Who wrote the reasons of a group.</summary>
    public string Writers(TextGroup group) => string.Join(", ", group.Places.Select(place => By(Guid.Parse(place.By))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    /// <summary>Why appraisers are not compared.</summary>
    public static Text WhyNot(Undefined why) => why switch
    {
        Undefined.NoAnswers => new("Chưa có điểm thẩm định.", "There are no appraised points yet."),
        Undefined.NoSolution => new("Chưa so sánh được: những người thẩm định chưa chấm chung đơn vị nào.", "No comparison yet: the appraisers have no units in common."),
        Undefined.NoSpread => new("Chưa so sánh được: mọi điểm giảm như nhau.", "No comparison yet: everywhere the same was taken off."),
        _ => new("Chưa so sánh được: còn quá ít điểm thẩm định.", "No comparison yet: too few points were given."),
    };
}
