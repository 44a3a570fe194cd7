using ParIndex.Core.Cycles;
using ParIndex.Core.Surveys;

namespace ParIndex.SampleCity;

/// <summary>
/// Forms of one unit whose satisfaction comes close to what is aimed at. People differ, items differ, and some cells hold no level:
/// the contentment at which the share of satisfied answers fits is sought with the real computation.
/// </summary>
public sealed class Answers(UnitPlan plan, Unit unit, Survey survey)
{
    private const string InPerson = "Trực tiếp", Online = "Trực tuyến", ByPost = "Bưu chính";

    // Items on which people are harder to please, in ten-thousandths: equipment, first-time guidance, feedback.
    private static readonly Dictionary<string, int> Harder = new()
    {
        ["S1.2"] = 160,
        ["S1.3"] = 420,
        ["S2.4"] = 260,
        ["S3.2"] = 340,
        ["S4.1"] = 380,
        ["S5.1"] = 240,
        ["S5.2"] = 300,
        ["S5.3"] = 460,
        ["S2.3"] = -260,
        ["S3.1"] = -120,
        ["S4.2"] = -220,
    };

    /// <summary>The forms, and the satisfaction they give.</summary>
    public (IReadOnlyList<Form> Forms, decimal Published) Fit()
    {
        var (low, high) = (0, 12_000);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (Published(Forms(middle)) < plan.Satisfaction) low = middle;
            else high = middle;
        }

        var forms = Forms(Math.Abs(Published(Forms(low)) - plan.Satisfaction) <= Math.Abs(Published(Forms(high)) - plan.Satisfaction) ? low : high);
        return (forms, Published(forms));
    }

    private decimal Published(IReadOnlyList<Form> forms) => SatisfactionComputing.Compute(survey, forms, [unit])[0].Overall.Published!.Value;

    private List<Form> Forms(int contentment)
    {
        var forms = new List<Form>(plan.Forms);
        for (var number = 1; number <= plan.Forms; number++) forms.Add(Form(number, contentment, forms));
        return forms;
    }

    private Form Form(int number, int contentment, List<Form> before)
    {
        var draw = new Seeded(Seed.Value, plan.Code, "form", number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var fate = draw.Between(0, 999);
        var (stratum, cluster) = Place(ref draw);
        // Most people are at ease with an office, a few are not, whatever it does.
        var person = draw.Chance(86) ? draw.Between(-700, 900) : draw.Between(-4_800, -1_600);
        var token = Token(ref draw);
        var consent = fate >= 14;
        var few = fate is >= 14 and < 28;
        var again = fate is >= 28 and < 38 && before.Count > 4;
        var answers = survey.Items.Select(item => Answer(item.Code, contentment, person, few, stratum, ref draw)).ToArray();
        var overall = Level(contentment + person + 200, ref draw);
        return new Form
        {
            Id = $"{plan.Code}-{number:000}",
            Unit = unit.Code,
            Token = again ? before[^draw.Between(1, 4)].Token : token,
            Consent = consent,
            Answers = consent ? answers : [.. answers.Select(_ => new Answer(AnswerKind.Blank))],
            Overall = consent && !few ? overall : new Answer(AnswerKind.Blank),
            Stratum = stratum,
            Cluster = cluster,
        };
    }

    // Departments by way of filing; districts by level, and within it by the commune's one-stop shop.
    private (string Stratum, string? Cluster) Place(ref Seeded draw)
    {
        var chance = draw.Between(0, 99);
        var which = draw.Between(1, 6);
        if (plan.IsDepartment) return (chance < 58 ? InPerson : chance < 90 ? Online : ByPost, null);
        if (plan.Sizes["counters"] == 1 || chance < 40) return ("Cấp huyện", null);
        return ("Cấp xã", $"Một cửa cấp xã {which:00}");
    }

    private static Answer Answer(string item, int contentment, int person, bool few, string stratum, ref Seeded draw)
    {
        var fate = draw.Between(0, 999);
        var level = Level(contentment + person - Harder.GetValueOrDefault(item), ref draw);
        var unseen = draw.Between(0, 999);
        // Who filed on the network or by post saw no waiting room.
        if ((item is "S1.1" or "S1.2") && (stratum is Online or ByPost)) return new(AnswerKind.NotAsked);
        if (few && fate < 760) return new(AnswerKind.Blank);
        var unknown = item.StartsWith("S5.", StringComparison.Ordinal) ? 430 : item == "S2.3" ? 120 : item == "S1.3" ? 60 : 8;
        if (unseen < unknown) return new(AnswerKind.NotExperienced);
        return fate switch
        {
            < 12 => new(AnswerKind.Blank),
            < 15 => new(AnswerKind.Refused),
            < 17 => new(AnswerKind.DoubleMark),
            < 18 => new(AnswerKind.Unreadable),
            _ => level,
        };
    }

    private static Answer Level(int satisfied, ref Seeded draw)
    {
        var mood = draw.TenThousandth();
        var shade = draw.Between(0, 99);
        return ParIndex.Core.Surveys.Answer.At(mood < satisfied ? shade < 36 ? 5 : 4 : shade < 79 ? 3 : shade < 95 ? 2 : 1);
    }

    private static string Token(ref Seeded draw)
    {
        const string letters = "abcdefghjkmnpqrstuvwxyz23456789";
        var token = new char[10];
        for (var i = 0; i < token.Length; i++) token[i] = letters[draw.Between(0, letters.Length - 1)];
        return new string(token);
    }
}
