using Engagement.Common;
using Engagement.Participants;

namespace Engagement.Forums;

/// <summary>The author asks for another person to look at a refusal.</summary>
/// <param name="ContributionId">What was refused.</param>
/// <param name="Text">Why it should be shown, 2,000 characters at most. Moderators of the forum read it.</param>
public sealed record MakeAppeal(Guid ContributionId, string Text)
{
    private const int Longest = 2_000;

    public static Decision Decide(MakeAppeal command, Contribution c, Acting by, Func<string, PersonalText> seal)
    {
        if (c.CheckAuthor(by) is { } refusal)
            return Decision.Refuse(refusal);

        if (c.Appeal != AppealState.None)
            return Decision.Refuse("APPEAL_ALREADY_MADE", "You have already appealed. You can appeal once");

        if (c.State != ContributionState.Refused)
            return Decision.Refuse("NOTHING_TO_APPEAL", "You can appeal when something you wrote has been refused");

        var text = CleanText.Of(command.Text);
        if (text.Length == 0)
            return Decision.Refuse("TEXT_MISSING", "Enter why you think this should be shown", "text");

        return CleanText.TooLong(text, Longest, "text") is { } tooLong ? Decision.Refuse(tooLong) : Decision.To(new AppealMade(seal(text)));
    }
}
