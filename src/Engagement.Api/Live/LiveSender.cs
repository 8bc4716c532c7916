using System.Net.WebSockets;
using GraphQL;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Logging;

namespace Engagement.Api.Live;

/// <summary>Sends one connection what it follows of one subject, until either side ends it. Nothing waits for a client but what is on its way to it.</summary>
internal sealed partial class LiveSender(HubConnectionContext connection, LiveFeed feed, TimeSpan patience, ILogger logger)
{
    private static readonly TimeSpan Farewell = LiveLimits.Farewell;

    /// <summary>Ends by itself: with the connection, or when no more may be told.</summary>
    public async Task RunAsync(LiveFollower follower, CancellationToken stop)
    {
        var subject = follower.Subject;
        try
        {
            await foreach (var page in follower.ReadAsync(stop))
            {
                await feed.DemandAsync(subject, connection.User, stop);
                foreach (var entry in page)
                    await SendAsync(entry.MessageFor(subject), stop);
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
        try
        {
            await connection.WriteAsync(new InvocationMessage(name, [end]), CancellationToken.None).AsTask().WaitAsync(Farewell);
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
