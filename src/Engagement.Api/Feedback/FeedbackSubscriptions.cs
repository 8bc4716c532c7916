using System.Runtime.CompilerServices;
using Engagement.Api.Live;
using Engagement.Feedback;
using GraphQL;

namespace Engagement.Api.Feedback;

[SubscriptionType]
public static partial class FeedbackSubscriptions
{
    /// <summary>Entries as they are published. In log order, none left out, each at least once.</summary>
    /// <param name="after">
    /// The position of the last update you saw, or livePosition; everything since comes first. 0 is everything there ever was. From now on when left out.
    /// </param>
    [AllowAnonymous]
    public static async IAsyncEnumerable<EntryPublishedUpdate> OnEntryPublishedAsync(
        long? after, LivePosition position, EntryFeed feed, EntryReads reads, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var begin = await BeginAsync(position, after, cancellation);
        await foreach (var change in feed.ReadAsync(begin, cancellation))
            if (await reads.FindAsync(change.EntryId, cancellation) is { } entry)
                yield return new EntryPublishedUpdate(change.Position, entry);
    }

    private static async Task<long> BeginAsync(LivePosition position, long? after, CancellationToken cancellation)
    {
        try
        {
            return await position.BeginAsync(after, cancellation);
        }
        catch (LivePositionRefusedException refused)
        {
            throw new GraphQLException(refused.Message, refused.Code);
        }
    }
}
