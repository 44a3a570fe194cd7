using System.Runtime.InteropServices;

namespace ParIndex.Statistics.Estimation;

/// <summary>
/// A survey of any size in one pass: for every primary unit of the draw, every domain and every item only sums are kept (of weights by level, of
/// squared weights), so that memory depends on units × domains × items and not on the number of forms. <see cref="SurveyShares"/> makes
/// shares, errors and design effects of them.
/// </summary>
/// <param name="items">Items of a form.</param>
/// <param name="highest">Highest level of the scale; 0 is no answer.</param>
/// <param name="satisfiedFrom">Lowest level that counts as satisfied.</param>
public sealed class SurveySums(int items, int highest, int satisfiedFrom)
{
    /// <summary>Sums of all items together, as a ratio over the answers of a form.</summary>
    internal const int Whole = 9;
    private readonly Dictionary<(int Unit, int Domain), int> cells = [];
    private readonly List<double[]> sums = [];
    private readonly List<PrimaryUnit> units = [];

    public int Items => items;

    public int Highest => highest;

    public int SatisfiedFrom => satisfiedFrom;

    /// <summary>Forms taken in.</summary>
    public long Forms { get; private set; }

    /// <summary>Sum of their weights.</summary>
    public double Weight { get; private set; }

    internal IReadOnlyList<PrimaryUnit> Units => units;

    /// <summary>Forms of a primary unit.</summary>
    public int FormsOf(int unit) => units[unit].Forms;

    /// <summary>Opens a primary unit: a cluster, or, where forms were drawn directly, a stratum of forms.</summary>
    /// <param name="stratum">Its stratum.</param>
    /// <param name="ofForms">True: each form in it is a primary unit of its own.</param>
    /// <param name="clusters">Clusters there are in the stratum; infinity: no correction.</param>
    /// <param name="forms">People there are in the cluster (or stratum of forms); infinity: no correction.</param>
    public int AddUnit(int stratum, bool ofForms, double clusters = double.PositiveInfinity, double forms = double.PositiveInfinity)
    {
        units.Add(new(stratum, ofForms, clusters, forms));
        return units.Count - 1;
    }

    /// <summary>Adds a form to its primary unit and to each of its domains.</summary>
    public void Add(int unit, ReadOnlySpan<int> domains, double weight, ReadOnlySpan<byte> answers)
    {
        if (!(weight > 0) || double.IsInfinity(weight)) throw new BadInputException("weight", $"form {Forms + 1}", "A weight is missing, not above 0 or infinite");
        foreach (var answer in answers)
            if (answer > highest) throw new BadInputException("answer-outside-scale", $"form {Forms + 1}", "An answer lies outside the scale");
        Forms++;
        Weight += weight;
        units[unit].Forms++;
        var square = weight * weight;
        foreach (var domain in domains)
        {
            ref var at = ref CollectionsMarshal.GetValueRefOrAddDefault(cells, (unit, domain), out var known);
            if (!known)
            {
                at = sums.Count;
                sums.Add(new double[Whole + (items * Stride)]);
            }

            var row = sums[at];
            var (given, satisfied) = (0, 0);
            for (var q = 0; q < answers.Length; q++)
            {
                var answer = answers[q];
                if (answer == 0) continue;
                var cell = row.AsSpan(Whole + (q * Stride), Stride);
                cell[answer - 1] += weight;
                cell[highest] += square;
                cell[highest + 2]++;
                given++;
                if (answer < satisfiedFrom) continue;
                cell[highest + 1] += square;
                satisfied++;
            }

            if (given == 0) continue;
            row[0] += weight;
            row[1] += weight * satisfied;
            row[2] += weight * given;
            row[3] += weight * satisfied * satisfied;
            row[4] += weight * satisfied * given;
            row[5] += weight * given * given;
            // Squares of the weighted sums of a form, for the variance between forms.
            row[6] += square * satisfied * satisfied;
            row[7] += square * satisfied * given;
            row[8] += square * given * given;
            units[unit].Answering(domain);
        }
    }

    /// <summary>Levels, then squared weights of all and of the satisfied, then the number.</summary>
    internal int Stride => highest + 3;

    /// <summary>The sums of a domain in a primary unit; null: no form of the domain there.</summary>
    internal double[]? Of(int unit, int domain) => cells.TryGetValue((unit, domain), out var at) ? sums[at] : null;

    internal sealed class PrimaryUnit(int stratum, bool ofForms, double clusters, double people)
    {
        private readonly Dictionary<int, int> answering = [];

        public int Stratum => stratum;

        public bool OfForms => ofForms;

        public double Clusters => clusters;

        public double People => people;

        public int Forms { get; set; }

        public void Answering(int domain) => CollectionsMarshal.GetValueRefOrAddDefault(answering, domain, out _)++;

        public int AnsweringIn(int domain) => answering.GetValueOrDefault(domain);
    }
}
