using Messaging.Diagnostics;
using Messaging.Handling;
using Messaging.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Messaging.Runtime;

/// <summary>Starts everything that runs in the background, and stops it without leaving a message half done.</summary>
internal sealed class MessagingService(
    NpgsqlDataSource dataSource,
    EnvelopeStatements statements,
    MessageRoutes routes,
    MessageProcessor processor,
    MessageQueues queues,
    ThisNode node,
    WakeSignals signals,
    MessagingOptions options,
    MessagingClock clock,
    MessagingTelemetry telemetry,
    IServiceProviderIsService registered,
    ILogger<MessagingService> logger) : IHostedService, IDisposable
{
    private static readonly TimeSpan PatienceToLeave = TimeSpan.FromSeconds(5);

    private readonly NodeAgent _agent = new(dataSource, new NodeStatements(options.Schema), statements, node, signals, options, clock, logger);
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _abandon = new();
    private Task _running = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        routes.AssertServices(registered);
        // A process that only sends still tells the others.
        var loops = new List<Task> { Task.Run(() => new WakeNotifier(dataSource, signals.OtherProcesses, options.Schema, logger).RunAsync(_stop.Token), CancellationToken.None) };
        if (options.RunWorker)
        {
            loops.Add(Task.Run(() => new WakeListener(dataSource, signals, options.Schema, logger).RunAsync(_stop.Token), CancellationToken.None));
            loops.Add(Task.Run(() => new DeduplicationCleaner(dataSource, statements, clock, logger).RunAsync(_stop.Token), CancellationToken.None));
            loops.Add(Task.Run(() => new DepthCounter(queues, telemetry, logger).RunAsync(_stop.Token), CancellationToken.None));
            loops.Add(Task.Run(() => _agent.RunAsync(_stop.Token), CancellationToken.None));
            loops.AddRange(options.Queues.Values.Select(queue => Task.Run(
                () => new QueueWorker(queue, dataSource, statements, processor, node, signals.Queue(queue.Name), options, clock, telemetry, logger).RunAsync(_stop.Token, _abandon.Token),
                CancellationToken.None)));
        }

        _running = Task.WhenAll(loops);
        return Task.CompletedTask;
    }

    /// <summary>Finishes the messages that are begun, and gives back the others; when the host can wait no longer, releases those too.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await using var outOfPatience = cancellationToken.Register(_abandon.Cancel);
        // A handler deaf to its token is left behind: its transaction dies with the process and the message is as it was.
        await Task.WhenAny(_running, WaitUntil(cancellationToken));
        if (options.RunWorker)
            await LeaveAsync();
    }

    public void Dispose()
    {
        _stop.Dispose();
        _abandon.Dispose();
    }

    private async Task LeaveAsync()
    {
        try
        {
            using var patience = new CancellationTokenSource(PatienceToLeave);
            await _agent.LeaveAsync(patience.Token);
        }
        catch (Exception failure)
        {
            logger.LogWarning("The messages in hand could not be given back ({Exception}); other nodes take them over in {Timeout}", failure.GetType().Name, options.NodeTimeout);
        }
    }

    private static async Task WaitUntil(CancellationToken cancelled)
    {
        // A moment more, so that a handler that heeds its token can still end in order.
        await Task.Delay(Timeout.InfiniteTimeSpan, cancelled).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None);
    }
}
