namespace ParIndex.Core.Surveys;

/// <summary>
/// One form counted once: answers and satisfied answers before each item, so that any run of items [first, end) is a difference of two.
/// The general question stands last.
/// </summary>
internal sealed class FormSums(int items, int satisfiedFrom)
{
    public int[] Valid { get; } = new int[items + 2];
    public int[] Satisfied { get; } = new int[items + 2];
    public long Weight { get; private set; }
    public string Stratum { get; private set; } = "";
    public string? Cluster { get; private set; }

    /// <summary>Takes another form in place of the last.</summary>
    public void Set(Form form, long weight)
    {
        (Weight, Stratum, Cluster) = (weight, form.Stratum ?? "", form.Cluster);
        var (valid, satisfied) = (0, 0);
        for (var item = 0; item <= items; item++)
        {
            var answer = item < items ? form.Answers[item] : form.Overall;
            if (answer.Kind == AnswerKind.Level)
            {
                valid++;
                if (answer.Level >= satisfiedFrom) satisfied++;
            }

            (Valid[item + 1], Satisfied[item + 1]) = (valid, satisfied);
        }
    }
}
