namespace Engagement.Forums;

public enum TopicState
{
    Coming,
    Open,
    Closed,
}
