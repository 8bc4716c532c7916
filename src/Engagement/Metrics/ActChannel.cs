namespace Engagement.Metrics;

/// <summary>By which way an act reached us. The first three are the channels of responses.</summary>
public enum ActChannel
{
    Web,
    Api,
    Paper,
    Forum,
    Activity,
    FeedbackPoint,
}
