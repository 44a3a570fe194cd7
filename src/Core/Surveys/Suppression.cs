namespace ParIndex.Core.Surveys;

/// <summary>
/// Withholds small cells, and as many neighbours as it takes that no subtraction reveals one: below a published whole, never a single
/// cell is withheld, nor several with together fewer answers than the minimum base. docs/method.md, "Satisfaction".
/// </summary>
internal static class Suppression
{
    /// <summary>Codes of what is withheld, out of the forms behind each node; a node without answers needs no hiding.</summary>
    /// <param name="root">The questionnaire.</param>
    /// <param name="forms">Forms with a valid answer, by node.</param>
    /// <param name="minimum">The minimum base.</param>
    /// <param name="revealed">Nodes that must be withheld for another reason.</param>
    public static HashSet<Node> Of(Node root, Func<Node, int> forms, int minimum, IReadOnlySet<Node>? revealed = null)
    {
        var withheld = new HashSet<Node>();
        foreach (var node in root.SelfAndBelow)
            if (forms(node) is var count and > 0 && (count < minimum || revealed?.Contains(node) == true)) withheld.Add(node);

        // Withholding a factor may in turn leave one content uncovered: until nothing changes.
        while (Cover(root)) { }
        return withheld;

        bool Cover(Node parent)
        {
            var changed = !withheld.Contains(parent) && CoverChildren(parent);
            foreach (var child in parent.Children) changed |= Cover(child);
            return changed;
        }

        bool CoverChildren(Node parent)
        {
            var open = parent.Children.Where(child => forms(child) > 0 && !withheld.Contains(child)).OrderBy(forms).ThenBy(child => child.First).ToList();
            var hidden = parent.Children.Where(withheld.Contains).ToList();
            if (hidden.Count == 0) return false;
            var (changed, sum, number) = (false, hidden.Sum(forms), hidden.Count);
            while (number == 1 || sum < minimum)
            {
                // No neighbour left: the whole itself would say what is withheld.
                var next = open.Count > 0 ? open[0] : parent;
                if (!withheld.Add(next)) break;
                changed = true;
                if (next == parent) break;
                open.RemoveAt(0);
                (sum, number) = (sum + forms(next), number + 1);
            }

            return changed;
        }
    }

    /// <summary>
    /// Parts of a published whole that must be withheld besides those that are: never one alone, nor several with together fewer forms than
    /// the minimum base. The smallest go first.
    /// </summary>
    /// <param name="forms">Forms of each part.</param>
    /// <param name="hidden">Parts that are withheld already.</param>
    /// <param name="minimum">The minimum base.</param>
    public static IReadOnlyList<int> Among(IReadOnlyList<int> forms, IReadOnlyList<bool> hidden, int minimum)
    {
        var (number, sum) = (hidden.Count(one => one), forms.Where((_, i) => hidden[i]).Sum());
        if (number == 0) return [];
        var more = new List<int>();
        foreach (var next in Enumerable.Range(0, forms.Count).Where(i => !hidden[i] && forms[i] > 0).OrderBy(i => forms[i]).ThenBy(i => i))
        {
            if (number > 1 && sum >= minimum) break;
            more.Add(next);
            (number, sum) = (number + 1, sum + forms[next]);
        }

        return more;
    }
}
