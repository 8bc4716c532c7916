using System.Runtime.CompilerServices;

namespace Engagement.Api.Live;

/// <summary>Somebody who follows a subject: how far they are in the log, and no more.</summary>
internal sealed class LiveFollower(LiveLog log, LiveSubject subject, long after) : IDisposable
{
    private readonly SemaphoreSlim _woken = new(0);
    private int _isAwake;

    public LiveSubject Subject => subject;

    /// <summary>Up to where changes have been taken. Only <see cref="LiveLog"/> moves it.</summary>
    public long Cursor { get; set; } = after;

    /// <summary>Up to where all changes have been taken, however often those were overtaken.</summary>
    public long Seen { get; set; } = after;

    /// <summary>Where its changes come from. Only used within the log's lock.</summary>
    public List<LiveChannel> Channels { get; } = new(1);

    /// <summary>The changes as they come, some at a time and never none, until cancelled. Each list is good until the next is asked for.</summary>
    /// <exception cref="GraphQL.GraphQLException">They are not remembered any more.</exception>
    public async IAsyncEnumerable<IReadOnlyList<LiveEntry>> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var page = new List<LiveEntry>();
        log.Attend(this, await subject.Topic.PartsAsync(subject, cancellation));
        while (true)
        {
            if (!log.Take(this, page))
                throw LiveCodes.TooOld();
            if (page.Count > 0)
            {
                yield return page;

                // What it is made of may have changed with it.
                log.Attend(this, await subject.Topic.PartsAsync(subject, cancellation));
                continue;
            }

            await _woken.WaitAsync(cancellation);
            Interlocked.Exchange(ref _isAwake, 0);
            if (subject.Topic.GatheredFor is { Ticks: > 0 } time)
                await Task.Delay(time, cancellation);
        }
    }

    public void Wake()
    {
        if (Interlocked.Exchange(ref _isAwake, 1) == 0)
            _woken.Release();
    }

    public void Dispose()
    {
        log.Leave(this);
        _woken.Dispose();
    }
}
