namespace Engagement.Releases;

/// <summary>A column of a table that was released.</summary>
/// <param name="Key">The group; null of a line.</param>
/// <param name="Total">All who are in it; null where that is withheld.</param>
/// <param name="TreatWithCaution">Whether it rests on few people.</param>
public sealed record ReleasedColumn(string? Key, int? Total, bool TreatWithCaution);
