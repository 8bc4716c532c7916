namespace Engagement.Feedback;

/// <summary>"We will": what, who and by when.</summary>
/// <param name="Text">What will be done.</param>
/// <param name="OwnerRole">The role that will do it.</param>
/// <param name="DueOn">By when.</param>
public sealed record Commitment(string Text, string OwnerRole, DateOnly DueOn);
