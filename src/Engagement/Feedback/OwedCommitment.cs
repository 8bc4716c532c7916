namespace Engagement.Feedback;

/// <summary>What a loop's rules need of a commitment.</summary>
public sealed record OwedCommitment(int Number, DateOnly DueOn, bool IsDelivered);
