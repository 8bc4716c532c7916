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
    Func<Type, Type?> madeAs,
    ILogger<MessagingService> logger) : IHostedService, IDisposable
{
    private static readonly TimeSpan PatienceToLeave = TimeSpan.FromSeconds(5);

    private readonly NodeAgent _agent = new(dataSource, new NodeStatements(options.Schema), statements, node, signals, options, clock, logger);
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _abandon = new();
    private readonly CancellationTokenSource _leave = new();
    private Task _working = Task.CompletedTask;
    private Task _attending = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // A process that only sends makes no handler.
        routes.AssertServices(registered, options.RunWorker ? madeAs : _ => null);
        // A process that only sends still tells the others. Handlers that are being finished do so too.
        var attending = new List<Task> { Run(() => new WakeNotifier(dataSource, signals.OtherProcesses, options.Schema, logger).RunAsync(_leave.Token)) };
        if (options.RunWorker)
        {
            // While there is anything in hand, the others must not take this node for dead.
            attending.Add(Run(() => _agent.RunAsync(_leave.Token)));
            var working = new List<Task>
            {
                Run(() => new WakeListener(dataSource, signals, options.Schema, logger).RunAsync(_stop.Token)),
                Run(() => new DeduplicationCleaner(dataSource, statements, clock, logger).RunAsync(_stop.Token)),
                Run(() => new DepthCounter(queues, telemetry, logger).RunAsync(_stop.Token)),
            };
            working.AddRange(options.Queues.Values.Select(queue => Run(
                () => new QueueWorker(queue, dataSource, statements, processor, node, signals, options, clock, telemetry, logger).RunAsync(_stop.Token, _abandon.Token))));
            _working = Task.WhenAll(working);
        }

        _attending = Task.WhenAll(attending);
        return Task.CompletedTask;

        static Task Run(Func<Task> loop) => Task.Run(loop, CancellationToken.None);
    }

    /// <summary>Gives back the messages that are not begun, and finishes the others; when the host can wait no longer, releases those too.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await using var outOfPatience = cancellationToken.Register(_abandon.Cancel);
        // A handler deaf to its token is left behind: its transaction dies with the process and the message is as it was.
        await Task.WhenAny(_working, WaitUntil(cancellationToken));
        await _leave.CancelAsync();
        if (options.RunWorker)
            await LeaveAsync();
    }

    public void Dispose()
    {
        _stop.Dispose();
        _abandon.Dispose();
        _leave.Dispose();
    }

    private async Task LeaveAsync()
    {
        try
        {
            using var patience = new CancellationTokenSource(PatienceToLeave);
            // A sign of life that came after it had left would bring it back.
            await _attending.WaitAsync(patience.Token);
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
