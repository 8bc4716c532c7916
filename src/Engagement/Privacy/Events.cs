using Engagement.Participants;

namespace Engagement.Privacy;

/// <summary>Somebody asked for what they told us to be erased.</summary>
/// <param name="SubjectId">Whose key seals what they said.</param>
/// <param name="Kind">Who they are to us.</param>
/// <param name="SourceId">What the receipt is of, which they asked with; null for who has an account.</param>
/// <param name="ReceivedOn">The day it was asked.</param>
/// <param name="AnswerBy">The last day of the calendar month in which it is to be answered.</param>
public sealed record ErasureRequested(Guid SubjectId, SubjectKind Kind, Guid? SourceId, DateOnly ReceivedOn, DateOnly AnswerBy);

public sealed record ErasureDecided(ErasureOutcome Outcome, ErasureGround Ground, Guid By);

/// <summary>The key of a subject is gone for ever, and with it the words that it sealed.</summary>
/// <param name="SubjectId">The subject.</param>
/// <param name="Proof">SHA-256 of the key, in hexadecimal.</param>
/// <param name="By">Who destroyed it; null when a retention rule or the ledger did.</param>
public sealed record SubjectKeyDestroyed(Guid SubjectId, string Proof, Guid? By);

/// <summary>What is kept of a subject has been kept for as long as its rule says.</summary>
/// <param name="SubjectId">The subject.</param>
/// <param name="RecordClass">The class of record.</param>
/// <param name="PolicyVersion">The version of the rules.</param>
/// <param name="KeptUntil">The day it was kept until.</param>
public sealed record RetentionExpired(Guid SubjectId, string RecordClass, int PolicyVersion, DateOnly KeptUntil);

/// <summary>The safeguarding lead needs the record: nothing of it is erased.</summary>
/// <param name="SubjectId">The subject.</param>
/// <param name="ReviewOn">The day the lead looks at it again.</param>
/// <param name="Reason">Why, sealed with the subject's own key.</param>
/// <param name="By">The safeguarding lead.</param>
public sealed record SafeguardingHoldSet(Guid SubjectId, DateOnly ReviewOn, PersonalText Reason, Guid By);

public sealed record SafeguardingHoldLifted(Guid By);

/// <summary>Records that belong to no subject, such as answers that were never sent, were deleted by their rule.</summary>
/// <param name="RecordClass">The class of record.</param>
/// <param name="PolicyVersion">The version of the rules.</param>
/// <param name="KeptUntil">The day they were kept until.</param>
/// <param name="Count">How many.</param>
public sealed record RecordsExpired(string RecordClass, int PolicyVersion, DateOnly KeptUntil, int Count);
