namespace Engagement.Feedback;

/// <summary>In which order entries are listed.</summary>
public enum EntryOrder
{
    /// <summary>Those published or corrected last come first.</summary>
    Newest,

    /// <summary>Those left alone for longest come first.</summary>
    Oldest,
}
