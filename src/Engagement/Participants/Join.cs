using Engagement.Common;

namespace Engagement.Participants;

/// <summary>Takes somebody in under a new pseudonym.</summary>
/// <param name="AgeBand">How old they are.</param>
public sealed record Join(AgeBand AgeBand)
{
    public static Decision Decide(Join command) => Decision.To(new ParticipantJoined(command.AgeBand));
}
