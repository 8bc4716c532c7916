using System.Runtime.CompilerServices;
using EventStore;

namespace Engagement.Feedback;

/// <summary>Entries as they are published, for live updates.</summary>
public sealed class EntryFeed(DocumentStore store)
{
    /// <summary>All publications after a position in the log, without gap or end; from now on when there is no position.</summary>
    public async IAsyncEnumerable<EntryChange> ReadAsync(long? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var e in store.Tail.ReadAsync(after, cancellationToken))
        {
            if (e.Data is EntryPublished entry)
                yield return new EntryChange(e.StreamId, entry.Slug, e.Sequence);
        }
    }
}
