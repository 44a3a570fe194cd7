using System.Collections.Specialized;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ParIndex.App.Audit;
using Quartz;
using Quartz.Impl;
using Quartz.Spi;

namespace ParIndex.App.Work;

/// <summary>Runs the jobs by the clock inside the serving process, and looks at the journal before anything is served.</summary>
public static class BackgroundWork
{
    public static IServiceCollection AddBackgroundWork(this IServiceCollection services)
    {
        services.AddHostedService<LookAtStart>();
        return services.AddHostedService<Clockwork>();
    }

    /// <summary>The scheduler of one site: with a name of its own, so that several sites in one process stay apart.</summary>
    private sealed class Clockwork(IServiceProvider services, ILogger<ByTheClock> log) : IHostedService, IAsyncDisposable
    {
        private IScheduler? scheduler;

        public async Task StartAsync(CancellationToken cancellationToken)
        {
            scheduler = await new StdSchedulerFactory(new NameValueCollection
            {
                ["quartz.scheduler.instanceName"] = Guid.NewGuid().ToString("n"),
                ["quartz.threadPool.maxConcurrency"] = "2",
            }).GetScheduler(cancellationToken);
            scheduler.JobFactory = new Making(services, log);
            var zone = TimeZoneInfo.CreateCustomTimeZone("Vietnam", Vietnam.Offset, "Vietnam", "Vietnam");
            foreach (var job in Job.All)
            {
                await scheduler.ScheduleJob(
                    JobBuilder.Create<ByTheClock>().WithIdentity(job.Name).Build(),
                    TriggerBuilder.Create().WithCronSchedule(job.Schedule, cron => cron.InTimeZone(zone).WithMisfireHandlingInstructionFireAndProceed()).Build(), cancellationToken);
            }

            await scheduler.Start(cancellationToken);
        }

        public Task StopAsync(CancellationToken cancellationToken) => scheduler?.Shutdown(waitForJobsToComplete: true, cancellationToken) ?? Task.CompletedTask;

        /// <summary>A site that is disposed without being stopped starts no job any more: what jobs need goes with it.</summary>
        public async ValueTask DisposeAsync()
        {
            if (scheduler is { IsShutdown: false }) await scheduler.Shutdown(waitForJobsToComplete: true);
        }
    }

    private sealed class Making(IServiceProvider services, ILogger<ByTheClock> log) : IJobFactory
    {
        public IJob NewJob(TriggerFiredBundle bundle, IScheduler scheduler) => new ByTheClock(services, log);

        public void ReturnJob(IJob job)
        {
            // Nothing is held.
        }
    }

    /// <summary>One job, one run at a time; a failure is logged and tried again at its next time.</summary>
    [DisallowConcurrentExecution]
    private sealed class ByTheClock(IServiceProvider services, ILogger<ByTheClock> log) : IJob
    {
        public async Task Execute(IJobExecutionContext context)
        {
            var name = context.JobDetail.Key.Name;
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
