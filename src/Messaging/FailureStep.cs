namespace Messaging;

/// <summary>What is done about one failed attempt.</summary>
internal readonly record struct FailureStep(FailureStep.What Kind, TimeSpan Delay)
{
    public enum What
    {
        RetryNow,
        Schedule,
        Bury,
        Discard,
    }

    public static FailureStep RetryNow => new(What.RetryNow, TimeSpan.Zero);

    public static FailureStep Bury => new(What.Bury, TimeSpan.Zero);

    public static FailureStep Discard => new(What.Discard, TimeSpan.Zero);

    public static FailureStep Schedule(TimeSpan delay) => new(What.Schedule, delay);
}
