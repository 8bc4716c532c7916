using EventStore;

namespace Engagement.Charter;

/// <summary>An edition as its events tell it.</summary>
public sealed class CharterEditionProjection : SingleStreamProjection<CharterEdition>
{
    public override IReadOnlyCollection<Type> EventTypes { get; } = CharterModule.EditionEvents;

    public override CharterEdition? Evolve(CharterEdition? snapshot, Guid id, IEvent e) => CharterEdition.Evolve(snapshot, e);
}
