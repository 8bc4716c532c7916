using Engagement.Activities;

namespace Engagement.Charter;

/// <summary>Which commissioning activities; what is null does not narrow the list.</summary>
/// <param name="Service">The code of the service.</param>
/// <param name="Stage">Those that are in a stage now.</param>
/// <param name="Words">Those with these words in their title.</param>
/// <param name="ToCheck">Those where a claim waits for a representative, or it is asked whether a principle applies.</param>
public sealed record CommissioningFilter(string? Service = null, CycleStage? Stage = null, string? Words = null, bool ToCheck = false);
