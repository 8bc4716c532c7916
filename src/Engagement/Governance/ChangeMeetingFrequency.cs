using Engagement.Common;

namespace Engagement.Governance;

/// <summary>Says that a group meets more often or less, and from when. How often it met before stays known.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="Frequency">How often it meets from then on.</param>
/// <param name="From">The first day, today or earlier.</param>
/// <param name="Reason">Why, for everybody to read.</param>
public sealed record ChangeMeetingFrequency(Guid GroupId, MeetingFrequency Frequency, DateOnly From, string Reason)
{
    public static Decision Decide(ChangeMeetingFrequency command, GovernanceGroup group, DateOnly today)
    {
        if (command.Frequency == group.Frequency)
            return Decision.Nothing;

        if (command.From > today)
            return Decision.Refuse("DAY_IN_THE_FUTURE", "Enter a day that is today or earlier", "from");

        if (group.MeetsSince is { } since && command.From < since)
            return Decision.Refuse("DAY_TOO_EARLY", $"How often it meets changed on {LondonCalendar.Text(since)}. Enter that day or a later one", "from");

        var reason = CleanText.Of(command.Reason);
        if (reason.Length == 0)
            return Decision.Refuse("REASON_REQUIRED", "Enter the reason, for everybody to read", "reason");

        return CleanText.TooLong(reason, CleanText.ParagraphLimit, "reason") is { } tooLong
            ? Decision.Refuse(tooLong)
            : Decision.To(new MeetingFrequencyChanged(command.Frequency, command.From, reason));
    }
}
