namespace Engagement.LoggedFeedback;

/// <summary>In which order the log of complaints, compliments and comments is listed.</summary>
public enum LogOrder
{
    /// <summary>What was received first, and so has waited longest, comes first.</summary>
    Oldest,

    /// <summary>What was received last comes first.</summary>
    Newest,
}
