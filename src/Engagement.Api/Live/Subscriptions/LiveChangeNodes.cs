using Engagement.Api.Authorization;
using Engagement.Api.Consultations;
using Engagement.Consultations;
using Engagement.Feedback;
using Engagement.Journeys;
using Engagement.Metrics;
using GraphQL;

namespace Engagement.Api.Live.Subscriptions;

/// <summary>That a consultation or its survey has changed.</summary>
[ObjectType<ConsultationChanged>, GraphQLIgnore(nameof(ConsultationChanged.ConsultationId), nameof(ConsultationChanged.ChangedId)), AllowAnonymous]
internal static partial class ConsultationChangedNode
{
    /// <summary>The consultation as it is now.</summary>
    public static Task<ConsultationPage?> GetConsultationAsync(
        [Parent] ConsultationChanged change, IConsultationByIdDataLoader consultations, CancellationToken cancellation) =>
        consultations.LoadAsync(change.ConsultationId, cancellation);
}

/// <summary>That a topic of a forum has changed, or something that is shown in it.</summary>
[ObjectType<ForumTopicChanged>, GraphQLIgnore(nameof(ForumTopicChanged.ChangedId)), AllowAnonymous]
internal static partial class ForumTopicChangedNode;

/// <summary>That a feedback loop has changed.</summary>
[ObjectType<LoopBoardChanged>, GraphQLIgnore(nameof(LoopBoardChanged.LoopId)), AllowAnonymous]
internal static partial class LoopBoardChangedNode
{
    /// <summary>The loop as it is now.</summary>
    [Authorize(Permissions.ReadLoops)]
    public static Task<LoopCard?> GetLoopAsync([Parent] LoopBoardChanged change, FeedbackReads reads, CancellationToken cancellation) =>
        reads.FindLoopAsync(change.LoopId, cancellation);
}

/// <summary>That something has become of a response.</summary>
[ObjectType<JourneyChanged>, GraphQLIgnore(nameof(JourneyChanged.Secret)), AllowAnonymous]
internal static partial class JourneyChangedNode
{
    /// <summary>The journey as it is now.</summary>
    public static Task<Journey?> GetJourneyAsync([Parent] JourneyChanged change, JourneyReads reads, CancellationToken cancellation) =>
        reads.FindAsync(change.Reference, change.Secret, cancellation);
}

/// <summary>That figures of a consultation have changed.</summary>
[ObjectType<MetricsChanged>, GraphQLIgnore(nameof(MetricsChanged.ConsultationId)), AllowAnonymous]
internal static partial class MetricsChangedNode
{
    /// <summary>The figures as they are now. They may be a moment behind: asAtPosition says how far they go.</summary>
    [Authorize(Permissions.ReadMetrics)]
    public static Task<EngagementMetrics> GetMetricsAsync([Parent] MetricsChanged change, MetricsReads reads, CancellationToken cancellation) =>
        reads.ForConsultationAsync(change.ConsultationId, asAt: null, cancellation);
}
