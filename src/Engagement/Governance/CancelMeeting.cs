using Engagement.Common;

namespace Engagement.Governance;

/// <summary>Calls a meeting off.</summary>
/// <param name="MeetingId">The meeting.</param>
/// <param name="Reason">Why.</param>
public sealed record CancelMeeting(Guid MeetingId, string Reason)
{
    public static Decision Decide(CancelMeeting command, MeetingPage meeting)
    {
        var reason = CleanText.Of(command.Reason);
        if (meeting.State == MeetingState.Cancelled)
            return Decision.Nothing;

        if (meeting.State == MeetingState.Held)
            return Decision.Refuse("MEETING_HELD", "This meeting was held, so it cannot be called off");

        if (reason.Length == 0)
            return Decision.Refuse("REASON_MISSING", "Say why the meeting is called off", "reason");

        return CleanText.TooLong(reason, CleanText.ParagraphLimit, "reason") is { } tooLong
            ? Decision.Refuse(tooLong)
            : Decision.To(new MeetingCancelled(reason));
    }
}
