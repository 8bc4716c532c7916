namespace Engagement.Surveys;

/// <summary>A wave in the officers' list.</summary>
/// <param name="Wave">The wave as its own events tell it.</param>
/// <param name="InstrumentTitle">What it asks.</param>
/// <param name="Sheet">With its dates as they stand now; null: it is scheduled and has not been opened.</param>
public sealed record WaveCard(WavePage Wave, string InstrumentTitle, WaveSheet? Sheet);
