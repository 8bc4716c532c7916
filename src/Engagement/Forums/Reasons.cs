using Engagement.Common;
using Engagement.Feedback;

namespace Engagement.Forums;

/// <summary>Nothing is kept from people without a reason they can read.</summary>
internal static class Reasons
{
    private const int Longest = 2_000;

    // A reason is kept for ever and in clear, so it must not repeat what the words are held for.
    public static Refusal? Check(string reason, string missing, string field)
    {
        if (reason.Length == 0)
            return new Refusal("REASON_REQUIRED", missing, field);

        return ContactDetails.Find(reason).Count > 0
            ? new Refusal("CONTACT_DETAILS_REPEATED", "Do not repeat contact details here. Say what kind they are", field)
            : CleanText.TooLong(reason, Longest, field);
    }

    /// <summary>Undoes the decision that stands, if one does, before another is made. What was said of it stays in the history.</summary>
    public static IEnumerable<object> Undo(Contribution c, string reason, Guid by)
    {
        if (!c.IsDecided)
            yield break;

        yield return new ModerationReversed(reason, by);
        if (c.State == ContributionState.Released)
            yield return new ViewWithdrawn(reason);
    }
}
