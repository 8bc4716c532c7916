using Engagement.Surveys;

namespace Engagement.SurveyResults;

/// <summary>One wave in a trend.</summary>
/// <param name="WaveId">The wave.</param>
/// <param name="InstrumentVersion">In which version it asked the question.</param>
/// <param name="Scale">The favourable part; without figures where nobody took a place on the scale.</param>
/// <param name="Link">How it hangs together with the wave before; null of the first.</param>
/// <param name="MayBeChance">Whether the change from the wave before may be chance; null where there is none to speak of, or nobody took a place on the scale.</param>
public sealed record TrendPoint(Guid WaveId, int InstrumentVersion, ShownScale Scale, TrendLink? Link, bool? MayBeChance);
