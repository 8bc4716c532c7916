using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Messaging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Engagement.Bench.Benchmarks;

/// <summary>
/// A node in a process of its own: this program, started by itself. It works until its standard input ends, and says when each message was handled, its commit
/// included, by the clock that all processes of a machine have in common.
/// </summary>
internal sealed class MessagingNode : IAsyncDisposable
{
    private const string Argument = "messaging-node";
    private const string Schema = "messaging";

    private readonly Process _process;
    private readonly Task _listening;

    private MessagingNode(Process process, Action<Guid, long> handled)
    {
        _process = process;
        _listening = ListenAsync(handled);
    }

    public double PeakMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64 / 1024.0 / 1024.0;
        }
    }

    /// <param name="connectionString">The database, which has messaging's tables.</param>
    /// <param name="parallelism">How many it handles at a time.</param>
    /// <param name="handled">Told of each message that was handled, and when; absent where nobody needs to know. Only a node that handles one at a time can say so.</param>
    public static MessagingNode Start(string connectionString, int parallelism, Action<Guid, long>? handled = null)
    {
        var process = Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(MessagingNode).Assembly.Location, Argument, connectionString, $"{parallelism}", handled is null ? "silent" : "telling"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        return new MessagingNode(process, handled ?? ((_, _) => { }));
    }

    /// <summary>What the node's process does.</summary>
    /// <returns>False when the arguments are meant for another.</returns>
    public static async Task<bool> RunAsync(string[] arguments)
    {
        if (arguments is not [Argument, var connectionString, var parallelism, var mode])
            return false;

        using var listener = new MeterListener();
        if (mode == "telling")
            TellOfEach(listener);
        using var host = Build(connectionString, options => options.DefaultQueue.Parallelism = int.Parse(parallelism, CultureInfo.InvariantCulture));
        await host.StartAsync();
        await Console.In.ReadToEndAsync();
        await host.StopAsync();
        return true;
    }

    /// <summary>A host that knows the message, with a pool of its own.</summary>
    public static IHost Build(string connectionString, Action<MessagingOptions> configure)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.ClearProviders();
        builder.Services.AddMessaging(options =>
        {
            options.Connection(connectionString);
            options.Schema = Schema;
            options.Handlers.Add<NothingHandler>();
            configure(options);
        });
        return builder.Build();
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        await _listening;
        _process.Dispose();
    }

    /// <summary>Its duration is measured when a message is committed, before the next is called where one is handled at a time.</summary>
    private static void TellOfEach(MeterListener listener)
    {
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Meter.Name == MessagingDiagnostics.Name && instrument.Name == "messaging.process.duration")
                listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((_, _, _, _) => Console.WriteLine($"{NothingHandler.Last} {Stopwatch.GetTimestamp()}"));
        listener.Start();
    }

    private async Task ListenAsync(Action<Guid, long> handled)
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            var words = line.Split(' ');
            handled(Guid.Parse(words[0]), long.Parse(words[1], CultureInfo.InvariantCulture));
        }
    }

    public sealed record Nothing(Guid Id);

    public sealed class NothingHandler
    {
        public static Guid Last { get; private set; }

        public static void Handle(Nothing message) => Last = message.Id;
    }
}
