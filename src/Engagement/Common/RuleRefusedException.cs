namespace Engagement.Common;

/// <param name="refusal">Why.</param>
/// <param name="tryAgainAfter">After what time the same may be asked again, where waiting is all that it takes.</param>
public sealed class RuleRefusedException(Refusal refusal, TimeSpan? tryAgainAfter = null) : EngagementException(refusal.Code, refusal.Message)
{
    public Refusal Refusal { get; } = refusal;

    public TimeSpan? TryAgainAfter { get; } = tryAgainAfter;

    public string? Field => Refusal.Field;
}
