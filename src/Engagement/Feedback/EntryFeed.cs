using System.Runtime.CompilerServices;
using EventStore;

namespace Engagement.Feedback;

/// <summary>Entries as they are published, for live updates.</summary>
public sealed class EntryFeed(DocumentStore store)
{
    /// <summary>All publications and corrections after a position in the log, without gap or end; from now on when there is no position.</summary>
    public async IAsyncEnumerable<EntryChange> ReadAsync(long? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var e in store.Tail.ReadAsync(after, cancellationToken))
        {
            if (e.Data is EntryPublished published)
                yield return new EntryChange(e.StreamId, published.Slug, e.Sequence);
            else if (e.Data is EntryCorrected corrected)
                yield return new EntryChange(e.StreamId, corrected.Slug, e.Sequence);
        }
    }
}
