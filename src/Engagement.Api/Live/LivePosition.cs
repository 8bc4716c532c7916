using EventStore;
using GraphQL;

namespace Engagement.Api.Live;

/// <summary>The log position from which a client follows, however it came by it.</summary>
public sealed class LivePosition(DocumentStore store)
{
    /// <summary>Where the log stands. Whatever is read after this shows everything up to here.</summary>
    public Task<long> NowAsync(CancellationToken cancellation) => store.Tail.PositionAsync(cancellation);

    /// <summary>The position to begin after: the one a client names when it can be followed from, or now when it names none.</summary>
    /// <exception cref="GraphQLException">There is no such position, or it is too far back.</exception>
    public async Task<long> BeginAsync(long? after, CancellationToken cancellation)
    {
        var now = await NowAsync(cancellation);
        if (after is not { } position)
            return now;
        if (position < 0)
            throw new GraphQLException("A position is 0, for everything, or one that you were given.", LiveCodes.PositionInvalid);

        // Waiting for the log to get there would leave out, without a word, whatever happens until then.
        if (!await store.Tail.HasReachedAsync(position, cancellation))
        {
            throw new GraphQLException(
                "The log has not reached this position. Read again what you show, and follow from the position you are given then.", LiveCodes.PositionAhead);
        }

        return position >= now - LiveLimits.PositionsBehind ? position : throw LiveCodes.TooOld();
    }
}
