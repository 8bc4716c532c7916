using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace EventStore;

/// <summary>Everything about one event type that is worked out once, so that no event costs reflection.</summary>
internal abstract class EventTypeMapping(Type type, string alias) : EventReader(alias)
{
    public Type Type { get; } = type;
    public string DotNetTypeName { get; } = NameAlias.DotNetName(type);

    public abstract RecordedEvent Wrap(object data);
    public abstract byte[] Serialize(object data);

    public static EventTypeMapping Create(Type type, string alias, JsonSerializerOptions json) =>
        (EventTypeMapping)Activator.CreateInstance(typeof(EventTypeMapping<>).MakeGenericType(type), alias, json)!;
}

internal sealed class EventTypeMapping<T>(string alias, JsonSerializerOptions json) : EventTypeMapping(typeof(T), alias)
    where T : notnull
{
    private readonly JsonTypeInfo<T> _json = (JsonTypeInfo<T>)json.GetTypeInfo(typeof(T));

    public override RecordedEvent Wrap(object data) => new RecordedEvent<T>((T)data) { EventTypeName = Alias };

    public override byte[] Serialize(object data) => JsonSerializer.SerializeToUtf8Bytes((T)data, _json);

    protected override RecordedEvent? Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, _json) is { } data ? new RecordedEvent<T>(data) : null;
}
