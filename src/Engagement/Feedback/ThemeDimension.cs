namespace Engagement.Feedback;

/// <summary>What a theme's views are broken down by.</summary>
public enum ThemeDimension
{
    /// <summary>The code of the district.</summary>
    District,

    /// <summary>The phase of education.</summary>
    Phase,

    /// <summary>The month in London in which it was said.</summary>
    Month,
}
