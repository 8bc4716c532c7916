namespace Engagement.SurveyResults;

/// <summary>All that one voice answered in a wave, as officers see it.</summary>
/// <param name="Voice">Whose answers.</param>
/// <param name="Responses">How many responses count.</param>
/// <param name="Questions">In the order they are asked; without those about the person.</param>
public sealed record ShownVoice(Voice Voice, int Responses, IReadOnlyList<ShownQuestion> Questions);
