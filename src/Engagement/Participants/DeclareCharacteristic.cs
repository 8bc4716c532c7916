using Engagement.Common;

namespace Engagement.Participants;

/// <summary>Somebody tells something of themselves. It is sealed; told again, the newer counts.</summary>
/// <param name="ParticipantId">The pseudonym of who it is about.</param>
/// <param name="Characteristic">What it is about.</param>
/// <param name="Value">What they tell.</param>
public sealed record DeclareCharacteristic(Guid ParticipantId, Characteristic Characteristic, string Value)
{
    public static Decision Decide(DeclareCharacteristic command, Func<string, PersonalText> seal)
    {
        var value = CleanText.OneLine(command.Value);
        if (value.Length == 0)
            return Decision.Refuse("VALUE_MISSING", "Enter what you would like us to know, or leave this question out", "value");

        return CleanText.TooLong(value, CleanText.LineLimit, "value") is { } tooLong
            ? Decision.Refuse(tooLong)
            : Decision.To(new CharacteristicDeclared(command.Characteristic, seal(value)));
    }
}
