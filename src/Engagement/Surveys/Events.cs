namespace Engagement.Surveys;

public sealed record InstrumentDrafted(string Title);

/// <summary>A statement answered on the agreement scale.</summary>
public sealed record StatementAdded(string Key, string Text, string? Hint, bool Optional);

public sealed record QuestionAdded(
    string Key, QuestionKind Kind, string Text, string? Hint, bool Optional, IReadOnlyList<QuestionOption> Options);

public sealed record InstrumentVersionPublished(int InstrumentVersion);

public sealed record WaveOpened(Guid ConsultationId, Guid InstrumentId, int InstrumentVersion, DateOnly OpensOn, DateOnly ClosesOn);

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
    IReadOnlyList<Answer> Answers,
    DateTimeOffset SubmittedAt);
