namespace Engagement.SurveyResults;

/// <summary>All that one voice answered in a wave, as it may be shown.</summary>
public sealed record ShownVoice(Voice Voice, int? Responses, IReadOnlyList<ShownQuestion> Questions);
