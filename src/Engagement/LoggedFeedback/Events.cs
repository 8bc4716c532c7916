using Engagement.Participants;

namespace Engagement.LoggedFeedback;

/// <summary>Somebody told us something of their own accord. Their words are sealed.</summary>
public sealed record FeedbackLogged(FeedbackKind Kind, string Service, PersonalText Words, DateOnly ReceivedOn, string? District);

public sealed record FeedbackAcknowledged(DateOnly AcknowledgedOn);

public sealed record FeedbackReclassified(FeedbackKind Kind, string Reason, bool PersonAgreed);

/// <summary>What they were answered, sealed like what they said.</summary>
public sealed record FeedbackAnswered(PersonalText Answer, DateOnly AnsweredOn);

/// <summary>What is to be learnt, without anything that points to a person. It is a view: the complaint itself never is.</summary>
public sealed record LessonDrawn(Guid ViewId);
