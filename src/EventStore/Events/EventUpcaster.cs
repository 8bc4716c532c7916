using System.Text.Json;

namespace EventStore;

/// <summary>
/// Reads events that were written under one alias as a newer type. Derive from <see cref="EventUpcaster{TOld,TNew}"/> or
/// <see cref="EventUpcaster{TNew}"/>.
/// </summary>
public abstract class EventUpcaster
{
    private protected EventUpcaster()
    {
    }

    /// <summary>The alias that the old events bear.</summary>
    public abstract string EventTypeName { get; }

    /// <summary>The type that is kept to read the old events into; null where their JSON is read.</summary>
    internal abstract Type? OldType { get; }

    internal abstract Type NewType { get; }

    /// <summary>Reads what was written.</summary>
    internal abstract object? FromJson(ReadOnlySpan<byte> json, JsonSerializerOptions options);

    /// <summary>Goes on from what another upcaster made.</summary>
    internal abstract object? FromOld(object old);
}
