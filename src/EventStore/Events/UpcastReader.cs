using System.Text.Json;

namespace EventStore;

/// <summary>Reads what was written under an old alias, through one upcaster after the other, as the newest type.</summary>
internal sealed class UpcastReader(IReadOnlyList<EventUpcaster> steps, EventTypeMapping newest, JsonSerializerOptions json)
    : EventReader(steps[0].EventTypeName)
{
    protected override RecordedEvent? Read(ReadOnlySpan<byte> written)
    {
        var data = steps[0].FromJson(written, json);
        for (var i = 1; i < steps.Count && data is not null; i++) data = steps[i].FromOld(data);
        return data is null ? null : newest.Wrap(data);
    }
}
