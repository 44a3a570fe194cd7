using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ParIndex.App.Audit;
using Quartz;

namespace ParIndex.App.Work;

/// <summary>Runs the jobs by the clock inside the serving process, and looks at the journal before anything is served.</summary>
public static class BackgroundWork
{
    public static IServiceCollection AddBackgroundWork(this IServiceCollection services)
    {
        services.AddHostedService<LookAtStart>();
        services.AddQuartz(quartz =>
        {
            foreach (var job in Job.All)
            {
                quartz.ScheduleJob<ByTheClock>(
                    trigger => trigger.WithCronSchedule(job.Schedule, cron => cron.InTimeZone(TimeZoneInfo.CreateCustomTimeZone("Vietnam", Vietnam.Offset, "Vietnam", "Vietnam"))
                        .WithMisfireHandlingInstructionFireAndProceed()),
                    detail => detail.WithIdentity(job.Name).UsingJobData("job", job.Name));
            }
        });
        return services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    /// <summary>One job, one run at a time; a failure is logged and tried again at its next time.</summary>
    [DisallowConcurrentExecution]
    private sealed class ByTheClock(IServiceProvider services, ILogger<ByTheClock> log) : IJob
    {
        public async Task Execute(IJobExecutionContext context)
        {
            var name = context.MergedJobDataMap.GetString("job");
            try
            {
                await Job.All.Single(job => job.Name == name).OnceAsync(services, context.CancellationToken);
            }
#pragma warning disable CA1031 // Whatever a job stumbles over, the others go on.
            catch (Exception trouble) when (trouble is not OperationCanceledException)
#pragma warning restore CA1031
            {
                log.LogError(trouble, "Background work {Job} failed", name);
            }
        }
    }

    /// <summary>The quick look holds the start for a moment; the whole look follows behind it.</summary>
    private sealed class LookAtStart(IServiceProvider services, ILogger<LookAtStart> log) : BackgroundService
    {
        public override async Task StartAsync(CancellationToken cancellationToken)
        {
            await using (var scope = services.CreateAsyncScope())
            {
                var alarm = await scope.ServiceProvider.GetRequiredService<CheckIntegrity>().QuickAsync(cancellationToken);
                if (alarm is not null) log.LogError("Integrity alarm: {Finding}", alarm.Findings[0].Message.En);
                else await scope.ServiceProvider.GetRequiredService<WriteCheckpoint>().RunAsync(CheckpointOccasion.Start, cancellationToken);
            }

            await base.StartAsync(cancellationToken);
        }

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await Task.Yield();
            var said = await Job.All.Single(job => job.Name == "integrity").OnceAsync(services, stoppingToken);
            if (said.StartsWith("ALARM", StringComparison.Ordinal)) log.LogError("{Said}", said);
        }
    }
}
