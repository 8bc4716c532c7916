using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Messaging.Tests;

/// <summary>A node as a program of its own, so that it can be killed.</summary>
public static class NodeProgram
{
    /// <summary>After how long the nodes of the tests that kill one take it for dead.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(500);

    /// <summary>Has the program send a message in one transaction with an effect, instead of taking part.</summary>
    public const string Sends = "sends";

    /// <summary>What it says when that is committed.</summary>
    public const string Sent = "sent";

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
            options.RunWorker = arguments is not [_, Sends];
        });
        using var host = builder.Build();
        await Console.Out.WriteLineAsync("ready");
        await Console.In.ReadLineAsync();
        await host.StartAsync();
        if (arguments is [_, Sends])
            await SendAsync(arguments[0], host.Services.GetRequiredService<MessageOutbox>());
        await host.WaitForShutdownAsync();
        return 0;
    }

    private static async Task SendAsync(string connectionString, MessageOutbox outbox)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var work = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands = { new NpgsqlBatchCommand("INSERT INTO effects VALUES ('of the sender')"), outbox.Send(new Job("of the message")) },
        };
        await work.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
        outbox.Wake();
        await Console.Out.WriteLineAsync(Sent);
    }
}
