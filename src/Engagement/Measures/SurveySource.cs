using Engagement.Common;

namespace Engagement.Measures;

/// <summary>The statements of a survey whose waves report a measure by themselves.</summary>
/// <param name="InstrumentId">The survey.</param>
/// <param name="Statements">The keys of its statements.</param>
/// <param name="Audience">Whose own answers count.</param>
/// <param name="Phase">The code of the phase of education that they answer for; null for all.</param>
public sealed record SurveySource(Guid InstrumentId, IReadOnlyList<string> Statements, Audience Audience, string? Phase = null);
