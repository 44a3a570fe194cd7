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

    /// <summary>Number of the stratum and cluster.</summary>
    public int Place { get; private set; }

    /// <summary>Takes another form in place of the last.</summary>
    public void Set(CountedForms forms, int form)
    {
        (Weight, Place) = (forms.Weight(form), forms.Place(form));
        var levels = forms.Levels(form);
        var (valid, satisfied) = (0, 0);
        for (var item = 0; item <= items; item++)
        {
            if (levels[item] != 0)
            {
                valid++;
                if (levels[item] >= satisfiedFrom) satisfied++;
            }

            (Valid[item + 1], Satisfied[item + 1]) = (valid, satisfied);
        }
    }
}
