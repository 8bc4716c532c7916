using System.Runtime.CompilerServices;
using Engagement.Feedback;
using GraphQL;

namespace Engagement.Api.Feedback;

[SubscriptionType]
public static partial class FeedbackSubscriptions
{
    /// <summary>Entries as they are published. In log order, none left out, each at least once.</summary>
    /// <param name="after">The position of the last update you saw; everything since comes first. From now on when left out.</param>
    [AllowAnonymous]
    public static async IAsyncEnumerable<EntryPublishedUpdate> OnEntryPublishedAsync(
        long? after, EntryFeed feed, EntryReads reads, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var change in feed.ReadAsync(after, cancellation))
            if (await reads.FindAsync(change.EntryId, cancellation) is { } entry)
                yield return new EntryPublishedUpdate(change.Position, entry);
    }
}
