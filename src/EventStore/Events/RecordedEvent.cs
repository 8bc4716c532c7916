using System.Text.Json;

namespace EventStore;

/// <summary>The one implementation of <see cref="IEvent"/>; only the store fills it in.</summary>
internal abstract class RecordedEvent : IEvent
{
    public Guid Id { get; set; }
    public long Sequence { get; set; }
    public long Version { get; set; }
    public Identity Stream { get; set; }
    public Guid StreamId => Stream.Guid;
    public string? StreamKey => Stream.Key;
    public abstract object Data { get; }
    public string EventTypeName { get; set; } = "";
    public DateTimeOffset Timestamp { get; set; }
    public string TenantId { get; set; } = Tenancy.DefaultTenantId;
    public string? CorrelationId { get; set; }
    public string? CausationId { get; set; }
    public string? UserName { get; set; }
    public IReadOnlyDictionary<string, JsonElement>? Headers { get; set; }
    public bool IsArchived { get; set; }
}

internal sealed class RecordedEvent<T>(T data) : RecordedEvent, IEvent<T> where T : notnull
{
    public override object Data => data;
    T IEvent<T>.Data => data;
}
