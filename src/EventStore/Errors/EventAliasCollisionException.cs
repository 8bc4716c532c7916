namespace EventStore;

/// <summary>Two event types claim one alias, so their events could not be told apart in the log.</summary>
public sealed class EventAliasCollisionException : EventStoreException
{
    internal EventAliasCollisionException(string alias, Type first, Type second)
        : base(
            "EVENT_ALIAS_COLLISION",
            $"The event alias '{alias}' belongs to '{first}' and cannot also name '{second}'. Register one of them with AddEventType<T>(\"another_alias\").") =>
        Alias = alias;

    /// <summary>The alias that both types claim.</summary>
    public string Alias { get; }
}
