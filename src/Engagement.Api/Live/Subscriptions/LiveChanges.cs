using GraphQL;

namespace Engagement.Api.Live.Subscriptions;

/// <summary>That a consultation or its survey has changed.</summary>
/// <param name="Position">Where in the log; give it as "after" to go on from here.</param>
/// <param name="Kind">What changed: consultation, or wave.</param>
/// <param name="ChangedId">The global id of what changed.</param>
/// <param name="ConsultationId">The consultation.</param>
public sealed record ConsultationChanged(long Position, string Kind, string ChangedId, Guid ConsultationId);

/// <summary>That a topic of a forum has changed, or something that is shown in it.</summary>
/// <param name="Position">Where in the log; give it as "after" to go on from here.</param>
/// <param name="Kind">What changed: topic, contribution, or contributionRemoved for one that is not shown any more.</param>
/// <param name="ChangedId">The global id of what changed.</param>
[GraphQLName("TopicChanged")]
public sealed record ForumTopicChanged(long Position, string Kind, string ChangedId);

/// <summary>That a feedback loop has changed.</summary>
/// <param name="Position">Where in the log; give it as "after" to go on from here.</param>
/// <param name="LoopId">The loop.</param>
public sealed record LoopBoardChanged(long Position, Guid LoopId);

/// <summary>That something has become of a response.</summary>
/// <param name="Position">Where in the log; give it as "after" to go on from here.</param>
/// <param name="Reference">The reference of the receipt.</param>
/// <param name="Secret">The secret of the receipt.</param>
public sealed record JourneyChanged(long Position, string Reference, string Secret);

/// <summary>That something that officers work on has changed.</summary>
/// <param name="Position">Where in the log; give it as "after" to go on from here.</param>
public sealed record WorkbenchChanged(long Position);

/// <summary>That figures of a consultation have changed.</summary>
/// <param name="Position">Where in the log; give it as "after" to go on from here.</param>
/// <param name="ConsultationId">The consultation.</param>
public sealed record MetricsChanged(long Position, Guid ConsultationId);
