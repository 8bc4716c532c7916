namespace Engagement.Feedback;

/// <summary>What a theme's views are broken down by.</summary>
public enum ThemeDimension
{
    District,
    Phase,

    /// <summary>The month in London in which it was said.</summary>
    Month,
}
