namespace Engagement.Feedback;

internal static class LoopDue
{
    /// <summary>The next promise that is open; when all are kept, the last one; where none was made, twelve weeks.</summary>
    public static DateOnly On(DateOnly startedOn, IReadOnlyCollection<OwedCommitment> commitments)
    {
        if (commitments.Any(c => !c.IsDelivered))
            return commitments.Where(c => !c.IsDelivered).Min(c => c.DueOn);

        return commitments.Count > 0 ? commitments.Max(c => c.DueOn) : startedOn.AddDays(Loop.DaysToClose);
    }
}
