using ParIndex.Statistics.Distributions;

namespace ParIndex.Reference.Operations;

internal static class SpecialFunctions
{
    public static void Run(Case one, Answers answers)
    {
        var t = one.Table("points.csv");
        var (id, f, a, b, c) = (t.Text("id"), t.Text("f"), t.Numbers("a"), t.Numbers("b"), t.Numbers("c"));
        for (var i = 0; i < t.Rows; i++)
            answers.Add("value", $"id={id[i]}|f={f[i]}", "value", Value(f[i], a[i], b[i], c[i]));
    }

    private static double Value(string name, double a, double b, double c) => name switch
    {
        "pnorm" => Normal.Lower(a),
        "pnorm_upper" => Normal.Upper(a),
        "log_pnorm" => Normal.LogLower(a),
        "qnorm" => Normal.Quantile(a),
        "pt" => StudentT.Lower(a, b),
        "pt_upper" => StudentT.Upper(a, b),
        "qt" => StudentT.Quantile(a, b),
        "pchisq" => ChiSquare.Lower(a, b),
        "pchisq_upper" => ChiSquare.Upper(a, b),
        "qchisq" => ChiSquare.Quantile(a, b),
        "pf" => FisherF.Lower(a, b, c),
        "pf_upper" => FisherF.Upper(a, b, c),
        "qf" => FisherF.Quantile(a, b, c),
        "pbeta" => Beta.Lower(a, b, c),
        "pbeta_upper" => Beta.Upper(a, b, c),
        "qbeta" => Beta.Quantile(a, b, c),
        "pbinom" => Binomial.Lower(a, b, c),
        "pbinom_upper" => Binomial.AtLeast(a, b, c),
        "qbinom" => Binomial.Quantile(a, b, c),
        "pgamma" => Gamma.Lower(a, b),
        "pgamma_upper" => Gamma.Upper(a, b),
        "qgamma" => Gamma.Quantile(a, b),
        "lgamma" => LogGamma.Of(a),
        "lbeta" => LogGamma.Beta(a, b),
        "ptukey" => StudentizedRange.Lower(a, b, double.IsNaN(c) ? double.PositiveInfinity : c),
        "qtukey" => StudentizedRange.Quantile(a, b, double.IsNaN(c) ? double.PositiveInfinity : c),
        _ => throw new InvalidDataException($"Unknown function \"{name}\""),
    };
}
