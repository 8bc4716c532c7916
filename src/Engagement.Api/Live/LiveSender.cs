using System.Buffers;
using System.Net.WebSockets;
using GraphQL;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Logging;

namespace Engagement.Api.Live;

/// <summary>Sends one connection what it follows of one subject, until either side ends it. Nothing waits for a client but what is on its way to it.</summary>
internal sealed partial class LiveSender(HubConnectionContext connection, LiveFeed feed, Action ended, TimeSpan patience, ILogger logger)
{
    private const int Together = 50;

    /// <summary>Ends by itself: with the connection, or when no more may be told.</summary>
    public async Task RunAsync(LiveFollower follower, CancellationToken stop)
    {
        var subject = follower.Subject;
        try
        {
            await foreach (var page in follower.ReadAsync(stop))
            {
                await feed.DemandAsync(subject, connection.User, stop);
                for (var next = 0; next < page.Count; next += Together)
                    await SendAsync(MessageOf(page, next, subject), stop);
            }
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            // The client left, or wants to hear no more.
        }
        catch (TimeoutException)
        {
            await LetGoAsync(subject);
        }
        catch (GraphQLException refused)
        {
            await EndAsync(LiveHub.Refused, new LiveEnd(subject.Name, refused.Code, refused.Message));
        }
        catch (Exception failure)
        {
            LogInterrupted(failure, subject.Topic.Name);
            await EndAsync(LiveHub.Interrupted, new LiveEnd(subject.Name, LiveCodes.Interrupted, "The server could not go on. Follow again from the last position you saw."));
        }
    }

    /// <summary>What somebody missed goes out some at a time: a message on the wire may hold several, each with its own end.</summary>
    private SerializedHubMessage MessageOf(IReadOnlyList<LiveEntry> page, int first, LiveSubject subject)
    {
        if (page.Count - first == 1)
            return page[first].MessageFor(subject);
        var together = new ArrayBufferWriter<byte>();
        for (var i = first; i < Math.Min(first + Together, page.Count); i++)
            together.Write(page[i].MessageFor(subject).GetSerializedMessage(connection.Protocol).Span);
        return new SerializedHubMessage([new SerializedMessage(connection.Protocol.Name, together.WrittenMemory)]);
    }

    private async ValueTask SendAsync(SerializedHubMessage message, CancellationToken stop)
    {
        var sent = connection.WriteAsync(message, stop);
        if (!sent.IsCompletedSuccessfully)
            await sent.AsTask().WaitAsync(patience, stop);
    }

    /// <summary>A client that leaves unread what it is sent is told, in case it reads on, and its connection is ended: it can come back and say how far it was.</summary>
    private async Task LetGoAsync(LiveSubject subject)
    {
        LogSlow(subject.Topic.Name);
        var end = new LiveEnd(subject.Name, LiveCodes.SlowClient, "You read more slowly than you are told. Connect again, and follow from the last position you saw.");
        await EndAsync(LiveHub.Interrupted, end);
        connection.Abort();
    }

    private async Task EndAsync(string name, LiveEnd end)
    {
        // Whoever hears it may follow again at once.
        ended();
        try
        {
            await connection.WriteAsync(new InvocationMessage(name, [end]), CancellationToken.None).AsTask().WaitAsync(LiveLimits.Farewell);
        }
        catch (Exception gone) when (gone is TimeoutException or OperationCanceledException or IOException or WebSocketException)
        {
            // It will not hear it.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Live updates of {Topic} stopped for a client")]
    private partial void LogInterrupted(Exception failure, string topic);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A client that left live updates of {Topic} unread was let go")]
    private partial void LogSlow(string topic);
}
