using Engagement.Common;
using Engagement.Feedback;
using Engagement.Participants;

namespace Engagement.Forums;

/// <summary>The author changes their words. Whatever was decided on the old ones, the new ones wait to be moderated.</summary>
/// <param name="ContributionId">The contribution.</param>
/// <param name="Text">The new words, 5,000 characters at most.</param>
public sealed record EditContribution(Guid ContributionId, string Text)
{
    internal const string ViewReason = "Its author changed the words";

    public static Decision Decide(
        EditContribution command, Contribution c, Topic topic, Acting by, Func<string, PersonalText> seal, DateTimeOffset now)
    {
        if ((c.CheckAuthor(by) ?? CheckState(c, topic, LondonCalendar.DayOf(now))) is { } refusal)
            return Decision.Refuse(refusal);

        var text = CleanText.Of(command.Text);
        if (ContributionText.Check(text) is { } unfit)
            return Decision.Refuse(unfit);

        var words = seal(text);
        return Decision.To(
        [
            new ContributionEdited(words, now),
            .. Screening.Of(text).Record(c.Id, words),
            .. c.State == ContributionState.Released ? [new ViewWithdrawn(ViewReason)] : Array.Empty<object>(),
        ]);
    }

    private static Refusal? CheckState(Contribution c, Topic topic, DateOnly today) => c.State switch
    {
        ContributionState.Withdrawn => new Refusal("CONTRIBUTION_WITHDRAWN", "You have withdrawn this. You can write a new post"),
        ContributionState.Refused => new Refusal("CONTRIBUTION_REFUSED", "This was refused. You can appeal once, or write a new post"),
        // It came in time, and was asked to be changed.
        ContributionState.Returned => null,
        _ => topic.CheckOpen(today),
    };
}
