using System.Text.Json;

namespace EventStore;

/// <summary>Reads events that were written as an old type as a newer one.</summary>
/// <typeparam name="TOld">The type they were written as, kept in order to read them.</typeparam>
/// <typeparam name="TNew">The type they are read as.</typeparam>
public abstract class EventUpcaster<TOld, TNew> : EventUpcaster where TOld : notnull where TNew : notnull
{
    /// <summary>The alias that the old events bear; the default one of <typeparamref name="TOld"/> unless overridden.</summary>
    public override string EventTypeName => NameAlias.ForEvent(typeof(TOld));

    internal sealed override Type OldType => typeof(TOld);

    internal sealed override Type NewType => typeof(TNew);

    /// <summary>Makes the new event of the old one. Must be pure: it runs at every read, on any thread.</summary>
    protected abstract TNew Upcast(TOld oldEvent);

    internal sealed override object? FromJson(ReadOnlySpan<byte> json, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<TOld>(json, options) is { } old ? Upcast(old) : null;

    internal sealed override object? FromOld(object old) => Upcast((TOld)old);
}
