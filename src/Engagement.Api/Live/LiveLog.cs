using System.Collections.Frozen;
using EventStore;
using Microsoft.Extensions.Logging;

namespace Engagement.Api.Live;

/// <summary>
/// What has changed lately, for all who follow anything on this node: one reader of the log, who begins when the first of them comes. Each follower is
/// only a place in it, so one who is slow costs no memory, and thousands who come back at once are told what they missed without another look at the
/// database.
/// </summary>
internal sealed partial class LiveLog : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly DocumentStore _store;
    private readonly FrozenSet<LiveTopic> _topics;
    private readonly LiveOrigins _origins;
    private readonly ILogger<LiveLog> _logger;
    private readonly Dictionary<(LiveTopic Topic, Guid Key), LiveChannel> _channels = [];
    private readonly CancellationTokenSource _stop = new();
    private Task? _work;
    private long _floor = long.MaxValue;
    private long _end;
    private long _turn;

    public LiveLog(DocumentStore store, IEnumerable<LiveTopic> topics, LiveOrigins origins, ILogger<LiveLog> logger)
    {
        (_store, _origins, _logger) = (store, origins, logger);
        _topics = topics.ToFrozenSet();
    }

    /// <summary>Rises with every event: what was looked up in an earlier turn may have changed since.</summary>
    public long Turn => Volatile.Read(ref _turn);

    /// <summary>Begins to follow after a position that <see cref="LivePosition"/> found good.</summary>
    public LiveFollower Join(LiveSubject subject, long after)
    {
        lock (_lock)
        {
            if (_work is null)
            {
                // Nobody who may come is further back than this.
                _floor = Math.Max(0, after - LiveLimits.PositionsBehind);
                _end = _floor;
                _work = Task.Run(() => ReadAsync(_floor, _stop.Token));
            }

            return new LiveFollower(this, subject, after);
        }
    }

    /// <summary>Lets a follower hear of these parts of its topic too.</summary>
    /// <returns>Whether any of them is new to it.</returns>
    public bool Attend(LiveFollower follower, IReadOnlyCollection<Guid> parts)
    {
        var isNew = false;
        lock (_lock)
        {
            foreach (var part in parts)
            {
                var channel = ChannelOf((follower.Subject.Topic, part));
                if (channel.Followers.Add(follower))
                {
                    follower.Channels.Add(channel);
                    isNew = true;
                }
            }
        }

        return isNew;
    }

    public void Leave(LiveFollower follower)
    {
        lock (_lock)
        {
            foreach (var channel in follower.Channels)
                channel.Followers.Remove(follower);
        }
    }

    /// <summary>The next changes after where a follower is, oldest first, and moves it on; none when it has them all.</summary>
    /// <returns>False when they are not remembered any more.</returns>
    public bool Take(LiveFollower follower, List<LiveEntry> page)
    {
        page.Clear();
        lock (_lock)
        {
            if (follower.Cursor < _floor)
                return false;
            foreach (var channel in follower.Channels)
                channel.Collect(follower.Cursor, follower.Seen, LiveLimits.Page, page);
            if (follower.Channels.Count > 1)
                page.Sort(static (one, other) => one.Position.CompareTo(other.Position));
            if (page.Count > LiveLimits.Page)
                page.RemoveRange(LiveLimits.Page, page.Count - LiveLimits.Page);

            // A position may have more than one change: they are taken together, or the last of them again.
            follower.Cursor = page.Count < LiveLimits.Page ? Math.Max(follower.Cursor, _end) : page[^1].Position;
            if (page.Count < LiveLimits.Page)
                follower.Seen = follower.Cursor;
            return true;
        }
    }

    /// <summary>Who may follow a subject. All who hear of the same change wait for one answer.</summary>
    public Task<LiveAccess> AccessAsync(LiveSubject subject)
    {
        lock (_lock)
        {
            var channel = ChannelOf((subject.Topic, subject.Key));
            if (channel.Access is { } known && known.Turn == _turn && !known.Access.IsFaulted && !known.Access.IsCanceled)
                return known.Access;

            // Not ended with whoever happened to ask first.
            var access = subject.Topic.AccessAsync(subject, _stop.Token).AsTask();
            channel.Access = (_turn, access);
            return access;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        if (_work is { } work)
            await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private LiveChannel ChannelOf((LiveTopic, Guid) key)
    {
        if (!_channels.TryGetValue(key, out var channel))
            _channels[key] = channel = new LiveChannel();
        return channel;
    }

    private async Task ReadAsync(long after, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                await foreach (var e in _store.Tail.ReadAsync(after, cancellation))
                {
                    await TellAsync(e, cancellation);
                    after = e.Sequence;
                }
            }
            catch (Exception) when (cancellation.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem)
            {
                LogTrouble(after, problem.GetType().Name);
                await Task.Delay(Pause, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task TellAsync(IEvent e, CancellationToken cancellation)
    {
        List<(LiveTopic Topic, LiveNote Note)>? notes = null;
        foreach (var topic in _topics)
        {
            foreach (var note in await topic.NotesOfAsync(e, _origins, cancellation))
                (notes ??= []).Add((topic, note));
        }

        HashSet<LiveFollower>? woken = null;
        lock (_lock)
        {
            _turn++;
            _end = e.Sequence;
            foreach (var (topic, note) in notes ?? [])
            {
                var channel = ChannelOf((topic, note.About));
                channel.Add(note, e.Sequence);
                (woken ??= []).UnionWith(channel.Followers);
            }

            // Not at every event: looking at each channel takes longer than what it frees is worth.
            if (_end - LiveLimits.PositionsBehind > _floor + (LiveLimits.PositionsBehind / 4))
                Forget(_end - LiveLimits.PositionsBehind);
        }

        foreach (var follower in woken ?? [])
            follower.Wake();
    }

    private void Forget(long floor)
    {
        _floor = floor;
        foreach (var (key, channel) in _channels)
        {
            channel.Forget(floor);
            if (channel.IsEmpty)
                _channels.Remove(key);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Live updates cannot be read on after log position {Position} ({Problem}); trying again")]
    private partial void LogTrouble(long position, string problem);
}
