using Engagement.Surveys;

namespace Engagement.SurveyResults;

/// <summary>One wave in a trend, as it may be shown.</summary>
/// <param name="WaveId">The wave.</param>
/// <param name="InstrumentVersion">In which version it asked the question.</param>
/// <param name="Scale">The favourable part; null figures are hidden.</param>
/// <param name="Link">How it hangs together with the wave before; null of the first.</param>
/// <param name="MayBeChance">Whether the change from the wave before may be chance; null where there is none to speak of, or it is hidden.</param>
public sealed record TrendPoint(Guid WaveId, int InstrumentVersion, ShownScale Scale, TrendLink? Link, bool? MayBeChance);
