using Engagement.Common;

namespace Engagement.Measures;

/// <summary>The statements of a survey whose waves report a measure by themselves.</summary>
/// <param name="InstrumentId">The survey.</param>
/// <param name="Statements">The keys of its statements.</param>
/// <param name="Audience">Whose own answers count.</param>
public sealed record SurveySource(Guid InstrumentId, IReadOnlyList<string> Statements, Audience Audience);
