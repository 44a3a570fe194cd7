using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using ParIndex.App.Audit;
using ParIndex.App.Cycles;
using ParIndex.App.Library;
using ParIndex.App.Messages;
using ParIndex.App.SelfAssessment;
using ParIndex.App.Storage;
using ParIndex.App.Work;
using ParIndex.Core;

namespace ParIndex.Cli.Verbs;

/// <summary><c>work NAME</c>: does once, now, what the serving process does by the clock.</summary>
internal static class Work
{
    public static Command Verb()
    {
        var verb = new Command("work", WorkVerbText.Verb.Both());
        foreach (var job in Job.All)
        {
            var source = new DatabaseOptions();
            var mail = new MailOptions();
            var one = new Command(job.Name, job.Words.Both());
            source.AddTo(one);
            if (job.Name == "mail") mail.AddTo(one);
            if (job.Name is "scan" or "files") source.AddFilesTo(one);
            one.SetAction(async (call, cancel) =>
            {
                var services = new ServiceCollection();
                services.AddScoped(_ => source.Open(call));
                services.AddSingleton(source.Audit(call));
                services.AddSingleton(TimeProvider.System);
                services.AddScoped(_ => source.Store(call));
                services.AddScoped(_ => source.Scanner(call));
                if (mail.Server(call) is { } server) services.AddSingleton(server);
                services.AddScoped<WriteCheckpoint>().AddScoped<CheckIntegrity>().AddScoped<SendMails>().AddScoped<PhaseGate>().AddScoped<WriteDigests>().AddScoped<ExpireUploads>().AddScoped<ScanFiles>().AddScoped<CheckFiles>();
                await using var provider = services.BuildServiceProvider();
                await using (var scope = provider.CreateAsyncScope()) await PrepareDatabase.RunAsync(scope.ServiceProvider.GetRequiredService<IndexDb>(), cancel);
                var said = await job.OnceAsync(provider, cancel);
                await call.InvocationConfiguration.Output.WriteLineAsync($"{job.Words.Both()}: {said}");
                return said.StartsWith("ALARM", StringComparison.Ordinal) ? ExitCode.Findings : ExitCode.Good;
            });
            verb.Subcommands.Add(one);
        }

        return verb;
    }
}

/// <summary>Words of <c>work</c>.</summary>
internal static class WorkVerbText
{
    public static Text Verb { get; } = new(
        "Làm ngay một việc mà hệ thống vẫn tự làm theo giờ.", "Does once, now, what the serving process does by the clock.");
}
