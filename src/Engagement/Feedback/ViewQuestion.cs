namespace Engagement.Feedback;

/// <summary>The question that a view answers, in the version in which it was asked.</summary>
public sealed record ViewQuestion(Guid WaveId, Guid InstrumentId, int InstrumentVersion, string Key);
