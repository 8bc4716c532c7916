namespace Engagement.Privacy;

/// <summary>What a rule of retention has deleted so far.</summary>
/// <param name="LastAt">When it last deleted something.</param>
/// <param name="Deleted">How many records, in all.</param>
public sealed record RetentionHistory(DateTimeOffset LastAt, long Deleted);
