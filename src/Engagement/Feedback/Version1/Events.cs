using Engagement.Participants;

namespace Engagement.Feedback.Version1;

/// <summary>When every view was an answer to a survey of a consultation.</summary>
internal sealed record ViewCaptured(
    Guid ConsultationId,
    Guid WaveId,
    Guid ResponseId,
    Guid InstrumentId,
    int InstrumentVersion,
    string QuestionKey,
    PersonalText Words,
    DateTimeOffset SaidAt);

internal sealed record ViewCoded(Guid ThemeId, Guid ResponseId, Guid ConsultationId);

internal sealed record ThemeOpened(Guid ConsultationId, string Title, string Summary);

internal sealed record LoopOpened(Guid ThemeId, Guid ConsultationId);
