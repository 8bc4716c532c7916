namespace Engagement.Participants;

/// <summary>Somebody takes part under a pseudonym, which is the id of the stream.</summary>
public sealed record ParticipantJoined(AgeBand AgeBand);

public sealed record PermissionGiven(Permission Permission, PermissionGiver GivenBy);

public sealed record PermissionWithdrawn(Permission Permission);

/// <summary>What somebody told of themselves, sealed. Told again, the newer counts.</summary>
public sealed record CharacteristicDeclared(Characteristic Characteristic, PersonalText Value);

/// <summary>What somebody needs in order to take part, sealed.</summary>
public sealed record AccessNeedRecorded(PersonalText Need);
