namespace Engagement.Feedback;

/// <summary>"We will": a promise of a loop, with its place in time.</summary>
/// <param name="LoopId">The loop.</param>
/// <param name="Number">Which of the loop's it is, from 1.</param>
/// <param name="Text">What will be done.</param>
/// <param name="OwnerRole">The role that will do it.</param>
/// <param name="FirstDueOn">The date that was promised first.</param>
/// <param name="DueOn">The date that is promised now.</param>
/// <param name="DeliveredOn">Since when it is done; null while it is not.</param>
public sealed record LoopCommitment(
    Guid LoopId, int Number, string Text, string OwnerRole, DateOnly FirstDueOn, DateOnly DueOn, DateOnly? DeliveredOn)
{
    public static LoopCommitment Of(Guid loopId, CommitmentCard card) =>
        new(loopId, card.Number, card.Text, card.OwnerRole, card.FirstDueOn, card.DueOn, card.DeliveredOn);

    /// <summary>Whether it was due before a day and is not done.</summary>
    public bool IsLateOn(DateOnly today) => DeliveredOn is null && DueOn < today;
}
