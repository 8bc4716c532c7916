namespace Engagement.Surveys;

/// <summary>Which waves are listed; what is left out does not narrow them.</summary>
/// <param name="Search">Those with these words in the wave's or its instrument's title, in this order; capital letters do not matter.</param>
/// <param name="InstrumentId">Those that ask this set of questions.</param>
/// <param name="ConsultationId">Those of this consultation.</param>
public sealed record WaveFilter(string? Search = null, Guid? InstrumentId = null, Guid? ConsultationId = null);
