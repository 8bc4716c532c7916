using Engagement.Participants;
using static Engagement.Tests.Contracts.EventSamples;

namespace Engagement.Tests.Contracts;

internal static class ParticipantSamples
{
    public static IReadOnlyList<object> All { get; } =
    [
        new ParticipantJoined(AgeBand.From16To17),
        new PermissionGiven(Permission.Quote, PermissionGiver.Self),
        new PermissionWithdrawn(Permission.Quote),
        new CharacteristicDeclared(Characteristic.Need, Words),
        new AccessNeedRecorded(Words),
    ];
}
