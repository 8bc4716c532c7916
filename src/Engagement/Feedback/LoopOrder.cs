namespace Engagement.Feedback;

/// <summary>In which order loops are listed.</summary>
public enum LoopOrder
{
    /// <summary>Those due first come first.</summary>
    DueFirst,

    /// <summary>Those due last come first.</summary>
    DueLast,
}
