using System.Runtime.CompilerServices;
using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Live.Topics;
using Engagement.Consultations;
using GraphQL;
using GraphQL.Data;

namespace Engagement.Api.Live.Subscriptions;

/// <summary>
/// The topics of the hub as subscriptions. Each is in log order, and of a thing that changed several times since its client was told, tells the last. What a
/// subscription itself shows is read when it is told, and authorized there.
/// </summary>
[SubscriptionType]
internal static partial class LiveSubscriptions
{
    /// <summary>A consultation or its survey has changed, for whoever may read it.</summary>
    /// <param name="id">The consultation.</param>
    /// <param name="after">The position of the last update you saw, or livePosition. From now on when left out.</param>
    [AllowAnonymous] // Who may follow is asked of the consultation, before and at each update.
    public static IAsyncEnumerable<ConsultationChanged> OnConsultationChangedAsync(
        [ID<ConsultationPage>] Guid id, long? after, ConsultationTopic topic, LiveFeed feed, ClaimsPrincipal user, CancellationToken cancellation) =>
        feed.FollowAsync(topic.Subject(id), after, user, cancellation).Select(update => new ConsultationChanged(update.Position, update.Kind, update.Id, id));

    /// <summary>A topic of a forum has changed, or something that is shown in it, or was.</summary>
    /// <param name="id">The topic's global id.</param>
    /// <param name="after">The position of the last update you saw, or livePosition. From now on when left out.</param>
    [AllowAnonymous] // As above.
    public static IAsyncEnumerable<ForumTopicChanged> OnTopicChangedAsync(
        [ID] Guid id, long? after, ForumTopicTopic topic, LiveFeed feed, ClaimsPrincipal user, CancellationToken cancellation) =>
        feed.FollowAsync(topic.Subject(id), after, user, cancellation).Select(update => new ForumTopicChanged(update.Position, update.Kind, update.Id));

    /// <summary>A feedback loop of a consultation has changed.</summary>
    /// <param name="consultationId">The consultation.</param>
    /// <param name="after">The position of the last update you saw, or livePosition. From now on when left out.</param>
    [Authorize(Permissions.ReadLoops)]
    public static IAsyncEnumerable<LoopBoardChanged> OnLoopBoardChangedAsync(
        [ID<ConsultationPage>] Guid consultationId, long? after, LoopsTopic topic, LiveFeed feed, ClaimsPrincipal user, CancellationToken cancellation) =>
        feed.FollowAsync(topic.Subject(consultationId), after, user, cancellation)
            .Select(update => new LoopBoardChanged(update.Position, NodeId.Decode<Guid>(update.Id)));

    /// <summary>Something has become of a response, for whoever holds its receipt.</summary>
    /// <param name="reference">The reference on the receipt. Case, spaces and dashes do not matter.</param>
    /// <param name="secret">The secret on the receipt. Case, spaces and dashes do not matter.</param>
    /// <param name="after">The position of the last update you saw, or livePosition. From now on when left out.</param>
    [AllowAnonymous]
    public static async IAsyncEnumerable<JourneyChanged> OnJourneyChangedAsync(
        string reference,
        string secret,
        long? after,
        JourneyTopic topic,
        LiveFeed feed,
        ClaimsPrincipal user,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var subject = await topic.SubjectAsync(reference, secret, cancellation);
        await foreach (var update in feed.FollowAsync(subject, after, user, cancellation))
            yield return new JourneyChanged(update.Position, reference, secret);
    }

    /// <summary>Something that officers work on has changed. Changes within 2 seconds are one update.</summary>
    /// <param name="after">The position of the last update you saw, or livePosition. From now on when left out.</param>
    [Authorize(Permissions.ReadWorkbench)]
    public static IAsyncEnumerable<WorkbenchChanged> OnWorkbenchChangedAsync(
        long? after, WorkbenchTopic topic, LiveFeed feed, ClaimsPrincipal user, CancellationToken cancellation) =>
        feed.FollowAsync(topic.All, after, user, cancellation).Select(update => new WorkbenchChanged(update.Position));

    /// <summary>
    /// Figures of a consultation have changed. Changes within 5 seconds are one update. Exact figures, so for staff only: public figures come from releases and
    /// do not move.
    /// </summary>
    /// <param name="consultationId">The consultation.</param>
    /// <param name="after">The position of the last update you saw, or livePosition. From now on when left out.</param>
    [Authorize(Permissions.ReadMetrics)]
    public static IAsyncEnumerable<MetricsChanged> OnMetricsChangedAsync(
        [ID<ConsultationPage>] Guid consultationId, long? after, MetricsTopic topic, LiveFeed feed, ClaimsPrincipal user, CancellationToken cancellation) =>
        feed.FollowAsync(topic.Subject(consultationId), after, user, cancellation).Select(update => new MetricsChanged(update.Position, consultationId));
}
