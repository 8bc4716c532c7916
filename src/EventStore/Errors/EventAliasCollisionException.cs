namespace EventStore;

/// <summary>Two event types claim one alias, so their events could not be told apart in the log.</summary>
public sealed class EventAliasCollisionException : EventStoreException
{
    internal EventAliasCollisionException(string alias, Type first, Type second)
        : base(
            "EVENT_ALIAS_COLLISION",
            $"The event alias '{alias}' belongs to '{first}' and cannot also name '{second}'. Give one of them another: AddEventType<T>(\"another_alias\"), or MapEventTypeWithSchemaVersion<T>(2) for a newer version.") =>
        Alias = alias;

    /// <summary>The alias that both types claim.</summary>
    public string Alias { get; }
}
