using Engagement.SurveyResults;

namespace Engagement.Api.SurveyResults;

/// <summary>The favourable answers of one voice to a question, over waves.</summary>
/// <param name="Voice">Whose answers.</param>
/// <param name="Points">In the order in which the waves opened. A voice has no point in a wave in which it was not heard.</param>
public sealed record VoiceTrend(Voice Voice, IReadOnlyList<TrendPoint> Points);
