using System.Diagnostics.Metrics;

namespace ParIndex.App.Work;

/// <summary>What is counted while the program runs, for whoever watches it. No label names a unit, a person or a score.</summary>
public static class Meters
{
    /// <summary>The name under which a collector finds them.</summary>
    public const string Name = "index";

    private static readonly Meter Meter = new(Name);

    public static Counter<long> MailsSent { get; } = Meter.CreateCounter<long>("index_mails_sent", description: "E-mails sent");

    public static Counter<long> MailsFailed { get; } = Meter.CreateCounter<long>("index_mails_failed", description: "Attempts to send an e-mail that failed");

    public static Counter<long> Checkpoints { get; } = Meter.CreateCounter<long>("index_checkpoints", description: "Checkpoints signed");

    public static Counter<long> Alarms { get; } = Meter.CreateCounter<long>("index_integrity_alarms", description: "Integrity alarms raised");

    public static Counter<long> Lines { get; } = Meter.CreateCounter<long>("index_journal_lines", description: "Lines written to the journal");

    public static Histogram<double> Jobs { get; } = Meter.CreateHistogram<double>("index_job_seconds", "s", "Duration of background work");

    public static Counter<long> JobFailures { get; } = Meter.CreateCounter<long>("index_job_failures", description: "Background work that failed");
}
