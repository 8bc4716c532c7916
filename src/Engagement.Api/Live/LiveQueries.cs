using GraphQL;

namespace Engagement.Api.Live;

[QueryType]
public static partial class LiveQueries
{
    /// <summary>
    /// Where the log stands: whatever you read after this shows everything up to here. Ask for it first, then read, then follow from it, and
    /// nothing falls between the two.
    /// </summary>
    [AllowAnonymous]
    public static Task<long> GetLivePositionAsync(LivePosition position, CancellationToken cancellation) => position.NowAsync(cancellation);
}
