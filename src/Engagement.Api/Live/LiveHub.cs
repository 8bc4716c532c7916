using System.Security.Claims;
using Engagement.Api.Authorization;
using GraphQL;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Engagement.Api.Live;

/// <summary>
/// Live updates for pages and other clients, at <c>/live</c>. A client follows a topic and is sent <c>changed</c> for each update,
/// in log order and at least once; naming the last position it saw, it gets everything since, however long it was away.
/// When updates cannot go on, it is sent <c>interrupted</c> with the topic's name, and may follow again. Whoever may not follow a topic any more is
/// sent <c>refused</c> with a <see cref="LiveRefusal"/> instead of the next update, and nothing after it.
/// </summary>
public sealed partial class LiveHub(
    LiveTopics topics, LivePosition position, IHubContext<LiveHub> hub, IServiceScopeFactory scopes, ILogger<LiveHub> logger) : Hub
{
    /// <summary>Follow a topic.</summary>
    /// <param name="topic">One of the topics there are.</param>
    /// <param name="after">
    /// The last position the client saw: 0 for everything there ever was, null for what happens from now on. One that is negative, or that
    /// the log has not reached, is refused.
    /// </param>
    /// <returns>The position after which updates are sent: what a client goes on from that was cut off before it heard of any.</returns>
    [AllowAnonymous] // Each topic has its own rule.
    public async Task<long> Follow(string? topic, long? after)
    {
        var followed = topics.Find(topic)
            ?? throw new HubException($"TOPIC_UNKNOWN: There is no such topic. Follow one of: {string.Join(", ", topics.Names)}.");
        if (await RefusalAsync(followed, Context.User, Context.ConnectionAborted) is { } refusal)
            throw new HubException($"{refusal.Code}: {refusal.Message}");
        if (Context.Items.ContainsKey(followed.Name))
            throw new HubException("TOPIC_FOLLOWED: This connection already follows this topic.");

        // Known before the call returns: what happens after that is heard.
        var begin = await BeginAsync(after);
        Context.Items.Add(followed.Name, null);

        // Not awaited: the call returns at once, and the end of the connection ends the pump.
        _ = PumpAsync(followed, begin, Context.User, hub.Clients.Client(Context.ConnectionId), Context.Items, Context.ConnectionAborted);
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
        LiveTopic topic, long after, ClaimsPrincipal? user, ISingleClientProxy client, IDictionary<object, object?> followed, CancellationToken gone)
    {
        try
        {
            await foreach (var update in topic.FollowAsync(after, gone))
            {
                var (mayHear, refusal) = await JudgeAsync(topic, user, update, gone);
                if (refusal is not null)
                {
                    followed.Remove(topic.Name);
                    await client.SendAsync("refused", refusal, gone);
                    return;
                }

                if (mayHear)
                    await client.SendAsync("changed", update, gone);
            }
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

    private async Task<LiveRefusal?> RefusalAsync(LiveTopic topic, ClaimsPrincipal? user, CancellationToken cancellation)
    {
        if (topic.Permission is null)
            return null;
        await using var scope = scopes.CreateAsyncScope();
        return RefusalOf(topic, await AskerAsync(scope.ServiceProvider, user, cancellation));
    }

    /// <summary>Whether the client may hear of an update, as they are now; and the end of it all when they may not follow any more.</summary>
    private async Task<(bool MayHear, LiveRefusal? Refusal)> JudgeAsync(
        LiveTopic topic, ClaimsPrincipal? user, LiveUpdate update, CancellationToken cancellation)
    {
        if (topic.Permission is null)
            return (true, null);
        await using var scope = scopes.CreateAsyncScope();
        var asker = await AskerAsync(scope.ServiceProvider, user, cancellation);
        if (RefusalOf(topic, asker) is { } refusal)
            return (false, refusal);
        return (topic.Reaches is null || await topic.Reaches(scope.ServiceProvider, asker, update, cancellation), null);
    }

    private static ValueTask<Asker> AskerAsync(IServiceProvider services, ClaimsPrincipal? user, CancellationToken cancellation) =>
        user is null ? new(Asker.Nobody) : services.GetRequiredService<CurrentAsker>().OfAsync(user, cancellation);

    private static LiveRefusal? RefusalOf(LiveTopic topic, Asker asker) =>
        topic.Allows(asker) ? null : new LiveRefusal(topic.Name, Refusals.CodeFor(asker), Refusals.MessageFor(asker));

    [LoggerMessage(Level = LogLevel.Error, Message = "Live updates of {Topic} stopped for a client")]
    private partial void LogInterrupted(Exception failure, string topic);
}
