using System.Collections.Concurrent;
using Engagement.Api.Live.Topics;
using GraphQL;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging;

namespace Engagement.Api.Live;

/// <summary>
/// Live updates for pages and other clients, at <c>/live</c>. A client follows topics and is sent <c>changed</c> with a <see cref="LiveUpdate"/> for each
/// update: in log order, at least once, and of a thing that changed several times since the client was told, the last time. Naming the last position it saw, it
/// gets everything since. When updates cannot go on, it is sent <c>interrupted</c> with a <see cref="LiveEnd"/>, and may follow again. Whoever may not
/// follow any more is sent <c>refused</c> with one instead of the next update, and nothing after it.
/// </summary>
public sealed class LiveHub : Hub
{
    internal const string Changed = "changed";
    internal const string Refused = "refused";
    internal const string Interrupted = "interrupted";

    private readonly LiveTopics _topics;
    private readonly LiveFeed _feed;
    private readonly JourneyTopic _journeys;
    private readonly LiveSettings _settings;
    private readonly ILogger<LiveHub> _logger;

    internal LiveHub(LiveTopics topics, LiveFeed feed, JourneyTopic journeys, LiveSettings settings, ILogger<LiveHub> logger) =>
        (_topics, _feed, _journeys, _settings, _logger) = (topics, feed, journeys, settings, logger);

    private ConcurrentDictionary<string, CancellationTokenSource> Followed
    {
        get
        {
            lock (Context.Items)
            {
                return (ConcurrentDictionary<string, CancellationTokenSource>)(Context.Items.TryGetValue(typeof(LiveHub), out var followed)
                    ? followed!
                    : Context.Items[typeof(LiveHub)] = new ConcurrentDictionary<string, CancellationTokenSource>());
            }
        }
    }

    /// <summary>Follow a topic.</summary>
    /// <param name="topic">
    /// <c>entries</c>, <c>workbench</c>; or <c>consultation:</c>, <c>loops:</c> or <c>metrics:</c> and the id of a consultation, <c>topic:</c> and the id
    /// of a topic of a forum.
    /// </param>
    /// <param name="after">
    /// The last position the client saw: 0 for everything there ever was, null for what happens from now on. One that is negative, that the log has not reached
    /// or has left too far behind is refused.
    /// </param>
    /// <returns>The position after which updates are sent: what a client goes on from that was cut off before it heard of any.</returns>
    [AllowAnonymous] // Each topic has its own rule.
    public Task<long> Follow(string? topic, long? after) => AnswerAsync(() => FollowAsync(_topics.Find(topic), after));

    /// <summary>Follow what becomes of a response. Its updates name the topic <c>journey:</c> and the reference.</summary>
    /// <param name="reference">The reference on the receipt.</param>
    /// <param name="secret">The secret on the receipt.</param>
    /// <param name="after">As of <see cref="Follow"/>.</param>
    /// <returns>As of <see cref="Follow"/>.</returns>
    [AllowAnonymous] // Who holds the secret may.
    public Task<long> FollowJourney(string? reference, string? secret, long? after) =>
        AnswerAsync(async () => await FollowAsync(await _journeys.SubjectAsync(reference, secret, Context.ConnectionAborted), after));

    /// <summary>Hear no more of a topic.</summary>
    /// <param name="topic">The topic, as its updates name it.</param>
    /// <returns>Whether it was followed. An update may be on its way still.</returns>
    [AllowAnonymous]
    public bool Unfollow(string? topic)
    {
        if (topic is null || !Followed.TryRemove(topic, out var stop))
            return false;

        // Whoever takes it out ends it.
        stop.Cancel();
        stop.Dispose();
        return true;
    }

    private async Task<long> AnswerAsync(Func<Task<long>> call)
    {
        try
        {
            return await call();
        }
        catch (GraphQLException refused)
        {
            throw new HubException($"{refused.Code}: {refused.Message}");
        }
        catch (OperationCanceledException) when (Context.ConnectionAborted.IsCancellationRequested)
        {
            // Whoever asked has left: no trouble of ours, and nobody hears the answer.
            return 0;
        }
    }

    private async Task<long> FollowAsync(LiveSubject subject, long? after)
    {
        var followed = Followed;
        if (followed.Count >= LiveLimits.TopicsPerConnection)
            throw new GraphQLException($"A connection may follow {LiveLimits.TopicsPerConnection} topics.", LiveCodes.TooManyTopics);
        var stop = CancellationTokenSource.CreateLinkedTokenSource(Context.ConnectionAborted);
        if (!followed.TryAdd(subject.Name, stop))
        {
            stop.Dispose();
            throw new GraphQLException("This connection already follows this topic.", LiveCodes.TopicFollowed);
        }

        try
        {
            // Known before the call returns: what happens after that is heard.
            var token = stop.Token;
            var follower = await _feed.OpenAsync(subject, after, Context.User, token);
            var begin = follower.Cursor;

            // Not awaited: the call returns at once, and the end of the connection ends it.
            _ = SendAsync(follower, followed, stop, token);
            return begin;
        }
        catch
        {
            End(followed, subject, stop);
            throw;
        }
    }

    private async Task SendAsync(LiveFollower follower, ConcurrentDictionary<string, CancellationTokenSource> followed, CancellationTokenSource stop, CancellationToken token)
    {
        var sender = new LiveSender(LiveConnections.Of(Context), _feed, () => End(followed, follower.Subject, stop), _settings.Patience, _logger);
        using (follower)
            await sender.RunAsync(follower, token);
        End(followed, follower.Subject, stop);
    }

    private static void End(ConcurrentDictionary<string, CancellationTokenSource> followed, LiveSubject subject, CancellationTokenSource stop)
    {
        if (followed.TryRemove(new KeyValuePair<string, CancellationTokenSource>(subject.Name, stop)))
            stop.Dispose();
    }
}
