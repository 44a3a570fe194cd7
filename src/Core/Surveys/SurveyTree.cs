namespace ParIndex.Core.Surveys;

/// <summary>A content, factor or item, or the whole, as a run of items [First, End).</summary>
internal sealed class Node(SatisfactionLevel level, string code, int first, int end, IReadOnlyList<Node> children)
{
    public SatisfactionLevel Level => level;
    public string Code => code;
    public int First => first;
    public int End => end;
    public IReadOnlyList<Node> Children => children;

    public IEnumerable<Node> Below(SatisfactionLevel wanted) =>
        Level == wanted ? [this] : Children.SelectMany(child => child.Below(wanted));

    public IEnumerable<Node> SelfAndBelow => Children.SelectMany(child => child.SelfAndBelow).Prepend(this);

    /// <summary>The questionnaire as a tree.</summary>
    public static Node Root(Survey survey)
    {
        var next = 0;
        Node Leaf(Item item) => new(SatisfactionLevel.Item, item.Code, next, ++next, []);
        Node Branch<T>(SatisfactionLevel level, string code, IEnumerable<T> below, Func<T, Node> child)
        {
            var first = next;
            Node[] children = [.. below.Select(child)];
            return new Node(level, code, first, next, children);
        }

        return Branch(SatisfactionLevel.Overall, "all", survey.Contents, content =>
            Branch(SatisfactionLevel.Content, content.Code, content.Factors, factor =>
                Branch(SatisfactionLevel.Factor, factor.Code, factor.Items, Leaf)));
    }

    /// <summary>What a mode combines: groups of items whose pooled shares are averaged; one group is the pooled share itself.</summary>
    public IReadOnlyList<Node> Groups(AggregationMode mode) => mode switch
    {
        AggregationMode.MeanOfItems => [.. Below(SatisfactionLevel.Item)],
        AggregationMode.MeanOfFactors when Level <= SatisfactionLevel.Content => [.. Below(SatisfactionLevel.Factor)],
        AggregationMode.MeanOfContents when Level == SatisfactionLevel.Overall => [.. Below(SatisfactionLevel.Content)],
        _ => [this],
    };
}
