using Engagement.Common;
using Messaging;

namespace Engagement.Operations;

/// <summary>What the platform has yet to do, and what it could not.</summary>
public sealed class MessageReads(DeadLetters letters, MessageQueues queues, TimeProvider clock)
{
    /// <summary>Every queue, by its name.</summary>
    public async Task<IReadOnlyList<MessageQueue>> QueuesAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return
        [
            .. (await queues.ListQueuesAsync(cancellationToken)).Select(queue => new MessageQueue(
                queue.Name, (int)queue.Due, (int)queue.InHand, (int)queue.Scheduled, (int)queue.DeadLetters, now - queue.OldestDue)),
        ];
    }

    /// <summary>The types of what could not be handled, by their names.</summary>
    public async Task<IReadOnlyList<DeadLetterType>> TypesAsync(CancellationToken cancellationToken) =>
    [
        .. (await letters.CountTypesAsync(cancellationToken)).OrderBy(type => type.Key, StringComparer.Ordinal).Select(type => new DeadLetterType(type.Key, (int)type.Value)),
    ];

    /// <summary>What could not be handled, the one that failed last first.</summary>
    public async Task<Slice<DeadLetter>> ListAsync(DeadLetterAsked which, TimePosition? after, int limit, CancellationToken cancellationToken)
    {
        var found = await letters.ListAsync(which.Filter(), limit + 1, after is { } place ? (place.At, place.Id) : null, cancellationToken);
        return found.Select(Read).ToArray().SliceOf(limit);
    }

    public static TimePosition PositionOf(DeadLetter letter) => new(letter.FailedAt, letter.Id);

    public async Task<int> CountAsync(DeadLetterAsked which, CancellationToken cancellationToken) => (int)await letters.CountAsync(which.Filter(), cancellationToken);

    /// <summary>One message that could not be handled; null when it is none any more.</summary>
    public async Task<DeadLetter?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await letters.FindAsync(id, cancellationToken) is { } letter ? Read(letter) : null;

    private static DeadLetter Read(Messaging.DeadLetter letter) => new(
        letter.Id,
        letter.Queue,
        letter.MessageType,
        letter.Body,
        letter.Attempts,
        letter.SentAt,
        letter.FailedAt,
        letter.CorrelationId,
        letter.CausationId,
        letter.PartitionKey,
        letter.ExceptionType,
        letter.ExceptionMessage,
        letter.ExceptionDetail);
}
