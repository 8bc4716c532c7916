using Engagement.Activities;

namespace Engagement.Charter;

/// <summary>A service's time in a stage of the cycle.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Round">1 the first time, and one more each time the service comes back to it.</param>
/// <param name="EnteredOn">Its first day.</param>
/// <param name="CompletedOn">Its last day; null while it goes on.</param>
public sealed record StageRun(CycleStage Stage, int Round, DateOnly EnteredOn, DateOnly? CompletedOn);
