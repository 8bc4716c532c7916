using Engagement.Common;

namespace Engagement.Surveys;

public sealed record InstrumentDrafted(string Title);

/// <summary>A statement answered on the agreement scale.</summary>
[EventVersion(2)]
public sealed record StatementAdded(Question Question);

[EventVersion(2)]
public sealed record QuestionAdded(Question Question);

public sealed record InstrumentVersionPublished(int InstrumentVersion);

/// <summary>From now on it asks this version, from its first day to its last. <paramref name="DenominatorSetId"/>: whom it could have reached.</summary>
[EventVersion(2)]
public sealed record WaveOpened(
    Guid? ConsultationId, Guid InstrumentId, int InstrumentVersion, DateOnly OpensOn, DateOnly ClosesOn, Guid? DenominatorSetId);

public sealed record WaveClosed(DateOnly ClosedOn);

/// <summary>One person's answers. What they wrote in their own words is not here: each such answer is a view, named by its id.</summary>
public sealed record ResponseSubmitted(
    Guid WaveId,
    Guid ConsultationId,
    Guid InstrumentId,
    int InstrumentVersion,
    Guid SubjectId,
    string Reference,
    string SecretHash,
    Channel Channel,
    bool Proxy,
    IReadOnlyList<Version1.Answer> Answers,
    DateTimeOffset SubmittedAt);
