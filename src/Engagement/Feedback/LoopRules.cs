using Engagement.Common;

namespace Engagement.Feedback;

internal static class LoopRules
{
    /// <summary>A promise or a deed follows from a decision to do something.</summary>
    public static Refusal? NeedsWeWill(Loop loop) => loop switch
    {
        { Outcome: null } => DecisionMissing(loop),
        { Outcome: DecisionOutcome.WeCannot } => new Refusal("DECISION_IS_WE_CANNOT", "The decision was 'We cannot'. Publish it with its reasons instead"),
        { IsClosed: true } => new Refusal("LOOP_CLOSED", "This loop is closed. Reopen its decision first"),
        _ => null,
    };

    public static Refusal DecisionMissing(Loop loop) => loop.IsReopened
        ? new Refusal("DECISION_REOPENED", "The decision is being looked at again. Record the new decision first")
        : new Refusal("DECISION_MISSING", "Record the decision first");

    public static Refusal? NoSuchCommitment(Loop loop, int number, string field) => loop.Commitments.Find(c => c.Number == number) switch
    {
        null => new Refusal("COMMITMENT_UNKNOWN", $"This loop has no commitment {number}. Choose one of its commitments", field),
        { IsDelivered: true } => new Refusal("COMMITMENT_DELIVERED", $"Commitment {number} has already been delivered", field),
        _ => null,
    };
}
