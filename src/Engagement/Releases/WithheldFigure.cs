namespace Engagement.Releases;

/// <summary>What is not shown in a cell, and why.</summary>
public enum WithheldFigure
{
    /// <summary>
    /// The count and its percentage. It is of so few people that it could identify someone, or such a number would follow from it and the other counts
    /// of the release.
    /// </summary>
    Count,

    /// <summary>The percentage only: it would be of nobody or of too few people, or tell what all or none of a few said.</summary>
    Percentage,
}
