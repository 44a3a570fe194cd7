namespace ParIndex.Core.Surveys;

/// <summary>Why a form does not count; the first reason in this order is the one given.</summary>
public enum FormReason
{
    /// <summary>It counts.</summary>
    Valid,

    /// <summary>No consent: its answers must not be kept.</summary>
    NoConsent,

    /// <summary>A valid form with the same token came first.</summary>
    DuplicateToken,

    /// <summary>No level at all, or too few of the asked items handled.</summary>
    TooFewAnswers,

    /// <summary>The survey is weighted and the form has no positive weight.</summary>
    NoWeight,
}

/// <summary>What was found of a form: validity, answers with a level, answers "not experienced", and a straight line, which is only flagged.</summary>
public readonly record struct FormCheck(FormReason Reason, int Levels, int NotExperienced, bool StraightLine)
{
    public bool Valid => Reason == FormReason.Valid;
}

/// <summary>Whether a form counts. docs/method.md, "Satisfaction".</summary>
public static class FormChecking
{
    /// <summary>Fewest items with the same level that are worth a flag.</summary>
    public const int StraightLineItems = 5;

    /// <summary>Checks one form.</summary>
    /// <param name="survey">The method.</param>
    /// <param name="form">The form, in the order of collection.</param>
    /// <param name="tokens">Tokens of the valid forms so far; the form's own is added when it is valid.</param>
    public static FormCheck Check(Survey survey, Form form, ISet<string> tokens)
    {
        var (levels, notExperienced, asked, straight, first) = (0, 0, 0, true, (byte)0);
        foreach (var answer in form.Answers)
        {
            if (answer.Kind == AnswerKind.NotAsked) continue;
            asked++;
            if (answer.Kind == AnswerKind.NotExperienced) notExperienced++;
            if (answer.Kind != AnswerKind.Level)
            {
                straight = false;
                continue;
            }

            if (levels++ == 0) first = answer.Level;
            straight &= answer.Level == first;
        }

        var reason = !form.Consent ? FormReason.NoConsent
            : form.Token is { } token && tokens.Contains(token) ? FormReason.DuplicateToken
            : levels == 0 || levels + notExperienced < survey.HandledShare * asked ? FormReason.TooFewAnswers
            : survey.Weighted && ScaledWeight(form) is null ? FormReason.NoWeight
            : FormReason.Valid;
        if (reason == FormReason.Valid && form.Token is { } own) tokens.Add(own);
        return new FormCheck(reason, levels, notExperienced, straight && levels >= StraightLineItems);
    }

    /// <summary>The form without its answers: what may be kept of one without consent.</summary>
    public static Form WithoutAnswers(Form form) => form with { Answers = [], Overall = default };

    /// <summary>The weight in whole millionths, so that sums of weights do not depend on their order; null: not a positive weight.</summary>
    internal static long? ScaledWeight(Form form) =>
        form.Weight is { } weight && weight >= 0.000001 && weight <= 1_000_000 ? (long)Rounding.HalfAwayFromZero((decimal)weight * 1_000_000, 0) : null;
}
