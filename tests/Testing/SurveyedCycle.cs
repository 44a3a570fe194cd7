using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ParIndex.App.Campaigns;
using ParIndex.App.Storage;
using ParIndex.Core.Questionnaires;

namespace ParIndex.Testing;

/// <summary>The small cycle with two survey leaves: 2.1.1 by satisfaction (4 points), 1.2.1 by the officials' questionnaire (3 points).</summary>
public static partial class SurveyedCycle
{
    public const string Citizens = "sipas-2021";

    public const string Officials = "xhh-2021";

    /// <summary>The folder; the caller disposes of it.</summary>
    public static SmallCycle Folder()
    {
        var cycle = new SmallCycle();
        var framework = SmallCycle.Files["framework.json"]
            .Replace("\"max\": 4, \"scoredBy\": \"computed\"", "\"max\": 4, \"scoredBy\": \"survey\", \"surveyMeasure\": \"sipas\"", StringComparison.Ordinal)
            .Replace("\"max\": 3, \"step\": 0.25, \"scoredBy\": \"appraisal\"", "\"max\": 3, \"scoredBy\": \"survey\", \"surveyMeasure\": \"officials:1.2.1\"", StringComparison.Ordinal)
            .Replace("{ \"$type\": \"manual\" }", "{ \"$type\": \"survey_mean\", \"scaleMin\": 0, \"scaleMax\": 100 }", StringComparison.Ordinal);
        cycle.Write("framework.json", LinearRule().Replace(framework, "\"rule\": { \"$type\": \"sipas\" }"));
        foreach (var (name, leaf) in new[] { ("inputs.csv", ",2.1.1,"), ("acts.csv", ",1.2.1,"), ("evidence.csv", ",1.2.1,"), ("applicability.csv", ",1.2.1,") })
            cycle.Write(name, string.Join('\n', SmallCycle.Files[name].Split('\n').Where(line => !line.Contains(leaf, StringComparison.Ordinal))));
        return cycle;
    }

    /// <summary>A shipped questionnaire.</summary>
    public static (Questionnaire Form, byte[] File) Questionnaire(string name)
    {
        var file = File.ReadAllBytes(Repository.Path("questionnaires", name + ".json"));
        return (QuestionnaireJson.Read(file, name).Value!, file);
    }

    /// <summary>Plans the campaign of satisfaction, or of officials, open from <paramref name="opens"/> on for ten days, without grace.</summary>
    public static Task<CampaignRow> PlanAsync(IndexDb db, TimeProvider clock, int cycle, DateTimeOffset opens, bool officials = false, string? code = null, int year = 2021) =>
        new CreateCampaign(db, clock).RunAsync(null, new(cycle, code ?? (officials ? Officials : Citizens), year, officials ? CampaignPurpose.Officials : CampaignPurpose.Satisfaction,
            new("Khảo sát thử", "Test survey"), new("Sở Nội vụ", "Home Affairs"), Questionnaire(officials ? "officials" : "citizen-service").File, opens, opens.AddDays(10))
        {
            GraceHours = 0,
            MinimumBase = officials ? 15 : 30,
        }, default);

    /// <summary>A whole form with one rating everywhere; questions in <paramref name="other"/> are answered otherwise.</summary>
    public static byte[] Answers(Questionnaire form, int rating, params IReadOnlyList<(string Code, int Level)> other)
    {
        var parts = form.Questions.OfType<ScaleQuestion>().Where(one => one.Factor is not null || one.Code == form.OverallItem)
            .Select(one => $"\"{one.Code}\":{(other.FirstOrDefault(given => given.Code == one.Code) is { Code: not null } given ? given.Level : rating)}");
        var (read, refused) = FormReading.Read(form, Encoding.UTF8.GetBytes($"{{\"answers\":{{\"C1\":true,{string.Join(',', parts)}}}}}"));
        return Packed.Write(form, read ?? throw new ArgumentException(refused[0].Why.En));
    }

    /// <summary>Puts sealed forms into the database, each with its spent token, so that the books balance.</summary>
    public static IReadOnlyList<byte[]> Seal(IndexDb db, string campaign, string unit, int forms, byte[] answers, Channel channel = Channel.Web, string stratum = "",
        string cluster = "", long? weight = null, bool late = false, string collector = "", int? seconds = null, DateOnly? day = null)
    {
        var found = new List<byte[]>();
        for (var i = 0; i < forms; i++)
        {
            var salt = RandomNumberGenerator.GetBytes(16);
            var commitment = SurveyToken.Commitment(salt, answers);
            found.Add(commitment);
            db.Add(new ResponseRow
            {
                Campaign = campaign,
                Unit = unit,
                Commitment = commitment,
                Batch = 1,
                Channel = channel,
                Day = day ?? new DateOnly(2021, 11, 3),
                Late = late,
                Stratum = stratum,
                Cluster = cluster,
                Weight = weight,
                Collector = collector,
                Seconds = seconds,
                Salt = salt,
                Answers = answers,
            });
            if (!Reconcile.IsOpen(channel)) Token(db, campaign, unit, TokenState.Used, stratum, weight, cluster);
        }

        return found;
    }

    /// <summary>Tokens that nobody spent.</summary>
    public static void Unanswered(IndexDb db, string campaign, string unit, int tokens, string stratum = "", long? weight = null)
    {
        for (var i = 0; i < tokens; i++) Token(db, campaign, unit, TokenState.Unused, stratum, weight, "");
    }

    private static void Token(IndexDb db, string campaign, string unit, TokenState state, string stratum, long? weight, string cluster) => db.Add(new TokenRow
    {
        Campaign = campaign,
        Hash = RandomNumberGenerator.GetBytes(16),
        Unit = unit,
        State = state,
        Stratum = stratum,
        Cluster = cluster,
        Weight = weight,
    });

    [GeneratedRegex("\"rule\": \\{ \"\\$type\": \"linear\", \"target\": 100,.*?\\} \\} \\}", RegexOptions.Singleline)]
    private static partial Regex LinearRule();
}
