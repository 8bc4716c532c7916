using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Messaging.Tests;

/// <summary>A node as a program of its own, so that it can be killed.</summary>
public static class NodeProgram
{
    /// <summary>After how long the nodes of the tests that kill one take it for dead.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(500);

    public sealed record Job(string Note);

    /// <summary>Ends the process that handles it, every time.</summary>
    public sealed record Poison;

    internal sealed class WorkHandler
    {
        public static Task Handle(Job job, MessageContext context) => context.WriteAsync(job.Note);

        public static void Handle(Poison _) => Process.GetCurrentProcess().Kill();
    }

    public static void Configure(MessagingOptions options)
    {
        options.Handlers.Add<WorkHandler>();
        options.PollingInterval = TimeSpan.FromMilliseconds(50);
        options.NodeTimeout = Timeout;
        // At once, so that a test need not wait: 3 losses are the end.
        options.Policies.OnNodeLost().ScheduleRetry(TimeSpan.Zero, TimeSpan.Zero);
    }

    private static async Task<int> Main(string[] arguments)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.ClearProviders();
        builder.Services.AddMessaging(options =>
        {
            Configure(options);
            options.Connection(arguments[0]);
        });
        using var host = builder.Build();
        await Console.Out.WriteLineAsync("ready");
        await Console.In.ReadLineAsync();
        await host.StartAsync();
        await host.WaitForShutdownAsync();
        return 0;
    }
}
