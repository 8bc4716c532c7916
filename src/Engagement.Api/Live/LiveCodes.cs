using GraphQL;

namespace Engagement.Api.Live;

/// <summary>What live updates are refused with, on the hub and in subscriptions alike. A code never changes its meaning.</summary>
internal static class LiveCodes
{
    public const string TopicUnknown = "TOPIC_UNKNOWN";
    public const string TopicFollowed = "TOPIC_FOLLOWED";
    public const string TooManyTopics = "TOPICS_TOO_MANY";
    public const string PositionInvalid = "POSITION_INVALID";
    public const string PositionAhead = "POSITION_AHEAD";
    public const string PositionTooOld = "POSITION_TOO_OLD";
    public const string SlowClient = "SLOW_CLIENT";
    public const string Interrupted = "LIVE_INTERRUPTED";

    public static GraphQLException TooOld() => new(
        $"More than {LiveLimits.PositionsBehind} log positions have passed since. Read again what you show, and follow from the position you are given then.",
        PositionTooOld);
}
