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
    WakeSignals signals,
    MessagingOptions options,
    TimeProvider clock,
    IServiceProviderIsService registered,
    ILogger<MessagingService> logger) : IHostedService, IDisposable
{
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
            loops.AddRange(options.Queues.Select(queue => Task.Run(
                () => new QueueWorker(queue, processor, signals.Queue(queue), options, clock, logger).RunAsync(_stop.Token, _abandon.Token), CancellationToken.None)));
        }

        _running = Task.WhenAll(loops);
        return Task.CompletedTask;
    }

    /// <summary>Finishes the messages in hand; when the host can wait no longer, releases them for another worker.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await using var outOfPatience = cancellationToken.Register(_abandon.Cancel);
        // A handler deaf to its token is left behind: its transaction dies with the process and the message is as it was.
        await Task.WhenAny(_running, WaitUntil(cancellationToken));
    }

    public void Dispose()
    {
        _stop.Dispose();
        _abandon.Dispose();
    }

    private static async Task WaitUntil(CancellationToken cancelled)
    {
        // A moment more, so that a handler that heeds its token can still end in order.
        await Task.Delay(Timeout.InfiniteTimeSpan, cancelled).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None);
    }
}
