using Engagement.Common;

namespace Engagement.Participants;

public sealed record Join(AgeBand AgeBand)
{
    public static Decision Decide(Join command) => Decision.To(new ParticipantJoined(command.AgeBand));
}
