using System.Diagnostics;
using ParIndex.Core;

namespace ParIndex.Cli;

/// <summary>Says on standard error what is going on, once the work has taken longer than two seconds.</summary>
internal sealed class Progress : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Lock gate = new();
    private readonly TextWriter error;
    private readonly Timer timer;
    private Text? step;

    public Progress(TextWriter error)
    {
        this.error = error;
        timer = new(_ => Say(), null, Quiet, Quiet);
    }

    /// <summary>The step that begins.</summary>
    public void Now(Text words)
    {
        lock (gate) step = words;
        if (clock.Elapsed > Quiet) Say();
    }

    /// <inheritdoc />
    public void Dispose() => timer.Dispose();

    private void Say()
    {
        lock (gate)
            if (step is not null) error.WriteLine($"… {step.Both()} ({clock.Elapsed.TotalSeconds:0} s)");
    }
}
