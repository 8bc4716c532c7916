namespace Engagement.Feedback;

/// <summary>In which order themes are listed.</summary>
public enum ThemeOrder
{
    /// <summary>Those opened first come first.</summary>
    Oldest,

    /// <summary>Those opened last come first.</summary>
    Newest,

    /// <summary>Those with the most views come first.</summary>
    MostViews,
}
