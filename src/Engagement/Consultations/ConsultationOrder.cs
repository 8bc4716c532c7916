namespace Engagement.Consultations;

/// <summary>The order in which consultations are listed.</summary>
public enum ConsultationOrder
{
    /// <summary>Those that were begun last come first.</summary>
    Newest,

    /// <summary>By their first day, the latest first; drafts come last.</summary>
    Opens,

    /// <summary>By their last day, the earliest first; drafts come last.</summary>
    Closes,
}
