namespace Engagement.Surveys;

/// <summary>Which way something is moved in a list.</summary>
public enum MoveDirection
{
    /// <summary>Towards the beginning.</summary>
    Up,

    /// <summary>Towards the end.</summary>
    Down,
}
