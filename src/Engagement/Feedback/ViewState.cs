namespace Engagement.Feedback;

public enum ViewState
{
    Unread,
    Coded,
    NotCodable,

    /// <summary>Taken back by the person who gave it: neither coded nor counted.</summary>
    Withdrawn,
}
