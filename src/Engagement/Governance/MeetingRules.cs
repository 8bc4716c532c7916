using Engagement.Common;

namespace Engagement.Governance;

internal static class MeetingRules
{
    public static Refusal Cancelled { get; } = new("MEETING_CANCELLED", "This meeting was called off. Nothing more is recorded of it");

    public static Refusal NotHeld { get; } = new("MEETING_NOT_HELD", "Record first that the meeting was held");
}
