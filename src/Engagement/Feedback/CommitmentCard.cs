namespace Engagement.Feedback;

/// <summary>A promise as officers see it.</summary>
/// <param name="Number">Which of its loop's it is, from 1.</param>
/// <param name="Text">What will be done.</param>
/// <param name="OwnerRole">The role that will do it.</param>
/// <param name="FirstDueOn">The date that was promised first.</param>
/// <param name="DueOn">The date that is promised now.</param>
/// <param name="DeliveredOn">Since when it is done; null while it is not.</param>
public sealed record CommitmentCard(int Number, string Text, string OwnerRole, DateOnly FirstDueOn, DateOnly DueOn, DateOnly? DeliveredOn);
