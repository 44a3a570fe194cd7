namespace ParIndex.Core.Computation;

/// <summary>The whole year, purely: inputs in, results out; the same on every machine.</summary>
public static class Computing
{
    /// <summary>Computes a year.</summary>
    /// <param name="input">What was read.</param>
    /// <param name="engine">Version of the engine, written into the results.</param>
    public static CycleResult Compute(CycleInput input, string engine) => throw new NotSupportedException();
}

/// <summary>Renders on request why a leaf has its points.</summary>
public static class LeafWorking
{
    /// <summary>The working of a leaf of a unit of <paramref name="result"/>: stages, rule, inputs, reasons.</summary>
    public static Scoring.Working Of(CycleResult result, UnitResult unit, int leaf) => throw new NotSupportedException();
}
