using Messaging;

namespace Engagement.Surveys;

/// <summary>The message that a consultation has ended, at its last midnight or because it was withdrawn, and its waves with it.</summary>
[MessageIdentity("close_waves_of_consultation")]
public sealed record CloseWavesOfConsultation(Guid ConsultationId, DateTimeOffset At);
