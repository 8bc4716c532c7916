namespace Engagement.SurveyResults;

/// <summary>All that one voice answered in a wave, as officers see it.</summary>
public sealed record ShownVoice(Voice Voice, int Responses, IReadOnlyList<ShownQuestion> Questions);
