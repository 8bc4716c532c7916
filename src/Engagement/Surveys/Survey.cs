namespace Engagement.Surveys;

/// <summary>A wave with the questions it asks.</summary>
public sealed record Survey(WaveSheet Wave, IReadOnlyList<Question> Questions);
