namespace Engagement.Feedback;

/// <summary>A promise as officers see it. FirstDueOn is the date that was promised first.</summary>
public sealed record CommitmentCard(int Number, string Text, string OwnerRole, DateOnly FirstDueOn, DateOnly DueOn, DateOnly? DeliveredOn);
