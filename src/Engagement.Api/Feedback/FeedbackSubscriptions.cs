using System.Runtime.CompilerServices;
using System.Security.Claims;
using Engagement.Api.Live;
using Engagement.Api.Live.Topics;
using Engagement.Feedback;
using GraphQL;

namespace Engagement.Api.Feedback;

[SubscriptionType]
internal static partial class FeedbackSubscriptions
{
    /// <summary>
    /// Entries as they are published and corrected. In log order, each at least once; of an entry that changed several times since you were told, the last.
    /// </summary>
    /// <param name="after">
    /// The position of the last update you saw, or livePosition; everything since comes first. 0 is everything there ever was. From now on when left out.
    /// </param>
    [AllowAnonymous]
    public static async IAsyncEnumerable<EntryPublishedUpdate> OnEntryPublishedAsync(
        long? after, EntriesTopic topic, LiveFeed feed, EntryReads reads, ClaimsPrincipal user, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var update in feed.FollowAsync(topic.All, after, user, cancellation))
        {
            if (await reads.BySlugAsync(update.Id, cancellation) is { } entry)
                yield return new EntryPublishedUpdate(update.Position, entry);
        }
    }
}
