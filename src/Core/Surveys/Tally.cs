namespace ParIndex.Core.Surveys;

/// <summary>Counts of one unit's valid forms, item by item, in one pass; the general question stands last.</summary>
internal sealed class Tally(Survey survey, int items)
{
    private const int Width = 11;
    private readonly int[] cells = new int[(items + 1) * Width];
    private readonly long[] weights = new long[(items + 1) * Width];

    public CountedForms Forms { get; } = new(items + 1);
    public int Collected { get; private set; }
    public int StraightLine { get; private set; }
    private readonly int[] reasons = new int[5];

    public FormCounts Counts()
    {
        var missing = Missing(0, items);
        return new FormCounts(
            Collected, reasons[(int)FormReason.Valid], reasons[(int)FormReason.NoConsent], reasons[(int)FormReason.DuplicateToken],
            reasons[(int)FormReason.TooFewAnswers], StraightLine)
        {
            NoWeight = reasons[(int)FormReason.NoWeight],
            Blank = missing.Blank,
            NotExperienced = missing.NotExperienced,
            Refused = missing.Refused,
            DoubleMark = missing.DoubleMark,
            Unreadable = missing.Unreadable,
            NotAsked = missing.NotAsked,
        };
    }

    public void Add(Form form, FormCheck check)
    {
        Collected++;
        reasons[(int)check.Reason]++;
        if (!check.Valid) return;
        if (check.StraightLine) StraightLine++;
        var weight = Weight(form);
        Forms.Add(form, weight);
        for (var item = 0; item < items; item++) Add(item, form.Answers[item], weight);
        Add(items, form.Overall, weight);
    }

    /// <summary>Takes in the forms of another unit, already checked.</summary>
    public void Take(Tally other)
    {
        Collected += other.Collected;
        StraightLine += other.StraightLine;
        Forms.Add(other.Forms);
        for (var i = 0; i < reasons.Length; i++) reasons[i] += other.reasons[i];
        for (var i = 0; i < cells.Length; i++) (cells[i], weights[i]) = (cells[i] + other.cells[i], weights[i] + other.weights[i]);
    }

    /// <summary>Millionths where weighted, else 1.</summary>
    private long Weight(Form form) => survey.Weighted ? FormChecking.ScaledWeight(form)!.Value : 1;

    private void Add(int item, Answer answer, long weight)
    {
        var cell = (item * Width) + (answer.Kind == AnswerKind.Level ? 5 + answer.Level : (int)answer.Kind);
        cells[cell]++;
        weights[cell] += weight;
    }

    public int Answers(int first, int end) => Levels(first, end, 1, 5);

    public int Levels(int first, int end, int from, int to)
    {
        var sum = 0;
        for (var item = first; item < end; item++)
            for (var level = Math.Max(1, from); level <= to; level++) sum += cells[(item * Width) + 5 + level];
        return sum;
    }

    /// <summary>Weighted answers at or above the level; the share of a group is this from the satisfied level over this from 1.</summary>
    public long Weighted(int first, int end, int from)
    {
        var sum = 0L;
        for (var item = first; item < end; item++)
            for (var level = from; level <= 5; level++) sum += weights[(item * Width) + 5 + level];
        return sum;
    }

    public long WeightedLevelSum(int first, int end)
    {
        var sum = 0L;
        for (var item = first; item < end; item++)
            for (var level = 1; level <= 5; level++) sum += level * weights[(item * Width) + 5 + level];
        return sum;
    }

    public MissingAnswers Missing(int first, int end)
    {
        int Of(AnswerKind kind)
        {
            var sum = 0;
            for (var item = first; item < end; item++) sum += cells[(item * Width) + (int)kind];
            return sum;
        }

        return new MissingAnswers(Of(AnswerKind.NotAsked), Of(AnswerKind.Blank), Of(AnswerKind.NotExperienced),
            Of(AnswerKind.Refused), Of(AnswerKind.DoubleMark), Of(AnswerKind.Unreadable));
    }
}
