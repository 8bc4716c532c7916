namespace Engagement.Surveys.Version1;

/// <summary>When a response answered a consultation's standard survey, and nothing was known of who gave it.</summary>
internal sealed record ResponseSubmitted(
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
