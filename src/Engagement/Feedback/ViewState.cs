namespace Engagement.Feedback;

/// <summary>How far a view is.</summary>
public enum ViewState
{
    /// <summary>Nobody has coded it.</summary>
    Unread,

    /// <summary>It carries a theme.</summary>
    Coded,

    /// <summary>It makes no point that could be answered.</summary>
    NotCodable,

    /// <summary>Taken back by the person who gave it: neither coded nor counted.</summary>
    Withdrawn,
}
