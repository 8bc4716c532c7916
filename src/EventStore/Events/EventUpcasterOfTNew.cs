using System.Text.Json;

namespace EventStore;

/// <summary>Reads events from their JSON as it was written: the type they were written as need not be kept.</summary>
/// <typeparam name="TNew">The type they are read as.</typeparam>
public abstract class EventUpcaster<TNew> : EventUpcaster where TNew : notnull
{
    internal sealed override Type? OldType => null;

    internal sealed override Type NewType => typeof(TNew);

    /// <summary>Makes the new event of the JSON, which lives no longer than the call. Must be pure: it runs at every read, on any thread.</summary>
    protected abstract TNew Upcast(JsonDocument oldEventJson);

    internal sealed override object? FromJson(ReadOnlySpan<byte> json, JsonSerializerOptions options)
    {
        var reader = new Utf8JsonReader(json);
        using var document = JsonDocument.ParseValue(ref reader);
        return Upcast(document);
    }

    internal sealed override object? FromOld(object old) => throw new NotSupportedException("It reads JSON and not another's result.");
}
