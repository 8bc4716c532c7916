namespace Engagement.Releases;

/// <summary>A cell of a table that was released.</summary>
/// <param name="Count">How many people; null where that is withheld.</param>
/// <param name="Percentage">In percent of its column; null where that is withheld.</param>
/// <param name="Withheld">What is not shown, and why; null where all is.</param>
public sealed record ReleasedCell(int? Count, decimal? Percentage, WithheldFigure? Withheld);
