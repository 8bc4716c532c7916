using Engagement.Participants;
using GraphQL;

namespace Engagement.Api.Participants;

/// <summary>What somebody told of themselves, for themselves. What was erased is left out.</summary>
[ObjectType<ParticipantProfile>, GraphQLName("Participant"), GraphQLIgnore(nameof(ParticipantProfile.Id))]
public static partial class ParticipantNode
{
    /// <summary>What they told of themselves.</summary>
    [BindMember(nameof(ParticipantProfile.Characteristics))]
    public static IReadOnlyList<ToldCharacteristic> GetCharacteristics([Parent] ParticipantProfile participant) =>
        [.. participant.Characteristics.OrderBy(one => one.Key).Select(one => new ToldCharacteristic(one.Key, one.Value))];
}

/// <summary>Something that somebody told of themselves.</summary>
/// <param name="Characteristic">What it is about.</param>
/// <param name="Value">What they told.</param>
public sealed record ToldCharacteristic(Characteristic Characteristic, string Value);

/// <summary>What helps somebody to take part, for whoever prepares an activity.</summary>
/// <param name="Person">Who it is.</param>
/// <param name="Needs">What helps, in the order it was told.</param>
public sealed record AccessNeeds(People.Person Person, IReadOnlyList<string> Needs);
