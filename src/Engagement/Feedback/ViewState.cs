namespace Engagement.Feedback;

public enum ViewState
{
    Unread,
    Coded,
    NotCodable,
}
