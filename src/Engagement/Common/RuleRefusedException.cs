namespace Engagement.Common;

public sealed class RuleRefusedException(Refusal refusal) : EngagementException(refusal.Code, refusal.Message)
{
    public Refusal Refusal { get; } = refusal;

    public string? Field => Refusal.Field;
}
