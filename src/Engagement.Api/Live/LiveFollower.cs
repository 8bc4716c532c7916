using System.Runtime.CompilerServices;

namespace Engagement.Api.Live;

/// <summary>Somebody who follows a subject: how far they are in the log, and no more.</summary>
internal sealed class LiveFollower(LiveLog log, LiveSubject subject, long after) : IDisposable
{
    private TaskCompletionSource _woken = NewSignal();

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

            await _woken.Task.WaitAsync(cancellation);
            if (subject.Topic.GatheredFor is { Ticks: > 0 } time)
                await Task.Delay(time, cancellation);

            // Before the changes are taken: what comes after that wakes it again.
            Volatile.Write(ref _woken, NewSignal());
        }
    }

    /// <summary>There is more to take. Also when it has left meanwhile.</summary>
    public void Wake() => Volatile.Read(ref _woken).TrySetResult();

    public void Dispose() => log.Leave(this);

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
