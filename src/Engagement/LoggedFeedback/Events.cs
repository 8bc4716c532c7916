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

/// <summary>The log of some days was read as a whole, beside who took part: a fall may be silence.</summary>
/// <param name="From">The first day that was looked at.</param>
/// <param name="To">The last such day.</param>
/// <param name="Found">What was seen.</param>
/// <param name="Next">What is done about it.</param>
public sealed record LogReviewed(DateOnly From, DateOnly To, string Found, string Next);
