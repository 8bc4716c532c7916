namespace Engagement.Feedback;

/// <summary>"We will": what, who and by when.</summary>
public sealed record Commitment(string Text, string OwnerRole, DateOnly DueOn);
