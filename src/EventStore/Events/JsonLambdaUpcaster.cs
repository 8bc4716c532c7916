using System.Text.Json;

namespace EventStore;

internal sealed class JsonLambdaUpcaster<TNew>(string eventTypeName, Func<JsonDocument, TNew> upcast) : EventUpcaster<TNew> where TNew : notnull
{
    public override string EventTypeName => eventTypeName;

    protected override TNew Upcast(JsonDocument oldEventJson) => upcast(oldEventJson);
}
