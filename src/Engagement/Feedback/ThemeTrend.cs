namespace Engagement.Feedback;

public enum ThemeTrend
{
    /// <summary>Too few views to tell.</summary>
    NotKnown,
    Falling,

    /// <summary>Any difference may be chance.</summary>
    Steady,
    Rising,
}
