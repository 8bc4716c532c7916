using Messaging;

namespace Engagement.Measures;

/// <summary>The message that a measure names statements of a survey, so that waves of it that have closed already can be reported.</summary>
/// <param name="MeasureId">The measure.</param>
/// <param name="At">When they were named.</param>
[MessageIdentity("report_named_waves")]
public sealed record ReportNamedWaves(Guid MeasureId, DateTimeOffset At);
