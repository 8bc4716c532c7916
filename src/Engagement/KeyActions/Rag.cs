namespace Engagement.KeyActions;

/// <summary>How a milestone stands: never shown by its colour alone.</summary>
public enum Rag
{
    /// <summary>Past its day, missed before, or said not to be on track.</summary>
    Red,

    /// <summary>Not there yet, on track, and its day is not over.</summary>
    Amber,

    /// <summary>Achieved.</summary>
    Green,
}
