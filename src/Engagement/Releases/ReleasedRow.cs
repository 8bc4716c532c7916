namespace Engagement.Releases;

/// <summary>A row of a table that was released.</summary>
/// <param name="Key">The key of an option, or of a group.</param>
/// <param name="Total">All who are in it; null where that is withheld.</param>
/// <param name="Cells">In the order of the columns.</param>
public sealed record ReleasedRow(string Key, int? Total, IReadOnlyList<ReleasedCell> Cells);
