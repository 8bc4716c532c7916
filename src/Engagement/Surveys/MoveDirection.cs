namespace Engagement.Surveys;

public enum MoveDirection
{
    Up,
    Down,
}
