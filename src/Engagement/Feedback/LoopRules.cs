using Engagement.Common;

namespace Engagement.Feedback;

internal static class LoopRules
{
    private const int YearsAhead = 20;

    /// <summary>The loop of a theme that was merged away ends there: its people are answered by the loop of the theme they are counted with.</summary>
    /// <remarks>Nothing was published of it, or there would have been no merge; if there is an entry all the same, it is gone on with.</remarks>
    public static Refusal? NotMerged(Loop loop, ThemeCard? goneInto) =>
        goneInto is null || loop.Slug is not null ? null : ThemeRules.Merged(goneInto.Title);

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

    /// <summary>A promise has a date that people can wait for.</summary>
    public static Refusal? NotADueDate(DateOnly dueOn, DateOnly today)
    {
        if (dueOn < today)
            return new Refusal("DUE_IN_THE_PAST", "Enter a date that is today or later", "dueOn");

        return dueOn > today.AddYears(YearsAhead)
            ? new Refusal("DATE_TOO_FAR", $"Enter a date within the next {YearsAhead} years", "dueOn")
            : null;
    }

    public static Refusal? NoSuchCommitment(Loop loop, int number, string field) => loop.Commitments.Find(c => c.Number == number) switch
    {
        null => new Refusal("COMMITMENT_UNKNOWN", $"This loop has no commitment {number}. Choose one of its commitments", field),
        { IsDelivered: true } => new Refusal("COMMITMENT_DELIVERED", $"Commitment {number} has already been delivered", field),
        _ => null,
    };
}
