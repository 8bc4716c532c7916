using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging;

namespace Engagement.Api.Live;

/// <summary>
/// Live updates for pages and other clients, at <c>/live</c>. A client follows a topic and is sent <c>changed</c> for each update,
/// in log order and at least once; naming the last position it saw, it gets everything since, however long it was away.
/// When updates cannot go on, it is sent <c>interrupted</c> with the topic's name, and may follow again.
/// </summary>
public sealed partial class LiveHub(LiveTopics topics, LivePosition position, IHubContext<LiveHub> hub, ILogger<LiveHub> logger) : Hub
{
    /// <summary>Follow a topic.</summary>
    /// <param name="topic">One of the topics there are.</param>
    /// <param name="after">
    /// The last position the client saw: 0 for everything there ever was, null for what happens from now on. One that is negative, or that
    /// the log has not reached, is refused.
    /// </param>
    /// <returns>The position after which updates are sent: what a client goes on from that was cut off before it heard of any.</returns>
    public async Task<long> Follow(string? topic, long? after)
    {
        var followed = topics.Find(topic)
            ?? throw new HubException($"TOPIC_UNKNOWN: There is no such topic. Follow one of: {string.Join(", ", topics.Names)}.");
        if (!followed.Allows(Context.User))
            throw new HubException("AUTH_NOT_AUTHORIZED: You may not follow this topic.");
        if (Context.Items.ContainsKey(followed.Name))
            throw new HubException("TOPIC_FOLLOWED: This connection already follows this topic.");

        // Known before the call returns: what happens after that is heard.
        var begin = await BeginAsync(after);
        Context.Items.Add(followed.Name, null);

        // Not awaited: the call returns at once, and the end of the connection ends the pump.
        _ = PumpAsync(followed, begin, hub.Clients.Client(Context.ConnectionId), Context.Items, Context.ConnectionAborted);
        return begin;
    }

    private async Task<long> BeginAsync(long? after)
    {
        try
        {
            return await position.BeginAsync(after, Context.ConnectionAborted);
        }
        catch (LivePositionRefusedException refused)
        {
            throw new HubException($"{refused.Code}: {refused.Message}");
        }
    }

    private async Task PumpAsync(
        LiveTopic topic, long after, ISingleClientProxy client, IDictionary<object, object?> followed, CancellationToken gone)
    {
        try
        {
            await foreach (var update in topic.FollowAsync(after, gone))
                await client.SendAsync("changed", update, gone);
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // The client left.
        }
        catch (Exception failure)
        {
            LogInterrupted(failure, topic.Name);
            followed.Remove(topic.Name);
            await client.SendAsync("interrupted", topic.Name, CancellationToken.None);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Live updates of {Topic} stopped for a client")]
    private partial void LogInterrupted(Exception failure, string topic);
}
