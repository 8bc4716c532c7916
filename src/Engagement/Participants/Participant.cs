using EventStore;

namespace Engagement.Participants;

/// <summary>A pseudonymous person: nothing here says who they are.</summary>
public sealed record Participant : IEvolve<Participant>
{
    public required AgeBand AgeBand { get; init; }

    public IReadOnlyList<Permission> Permissions { get; init; } = [];

    public IReadOnlyList<Characteristic> Declared { get; init; } = [];

    public int AccessNeeds { get; init; }

    public bool Allows(Permission permission) => Permissions.Contains(permission);

    public static Participant? Evolve(Participant? state, IEvent e) => (state, e.Data) switch
    {
        (null, ParticipantJoined joined) => new Participant { AgeBand = joined.AgeBand },
        ({ } person, PermissionGiven given) => person with { Permissions = [.. person.Permissions.Where(p => p != given.Permission), given.Permission] },
        ({ } person, PermissionWithdrawn gone) => person with { Permissions = [.. person.Permissions.Where(p => p != gone.Permission)] },
        ({ } person, CharacteristicDeclared declared) => person with { Declared = [.. person.Declared.Union([declared.Characteristic])] },
        ({ } person, AccessNeedRecorded) => person with { AccessNeeds = person.AccessNeeds + 1 },
        _ => state,
    };
}
