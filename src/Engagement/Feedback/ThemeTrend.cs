namespace Engagement.Feedback;

/// <summary>Whether more or fewer people raise a point than before.</summary>
public enum ThemeTrend
{
    /// <summary>Too few views to tell.</summary>
    NotKnown,
    /// <summary>Fewer raise it.</summary>
    Falling,

    /// <summary>Any difference may be chance.</summary>
    Steady,
    /// <summary>More raise it.</summary>
    Rising,
}
