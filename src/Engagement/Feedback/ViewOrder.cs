namespace Engagement.Feedback;

/// <summary>In which order views are listed.</summary>
public enum ViewOrder
{
    /// <summary>Those said last come first.</summary>
    Newest,

    /// <summary>Who has waited longest comes first.</summary>
    Oldest,
}
