using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using EventStore;
using Tests.Shared;

namespace Engagement.Tests.Contracts;

/// <summary>One event type as schema/events describes it.</summary>
internal sealed class EventContract(Type type)
{
    private readonly int _version = EngagementEvents.VersionOf(type);

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSchemaExporterOptions Strict = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (_, node) =>
        {
            if (node is JsonObject schema && schema.ContainsKey("properties"))
                schema["additionalProperties"] = false;

            return node;
        },
    };

    public string Alias { get; } = AliasOf(type);

    public string SchemaFile => FileNamed("schema");

    public string SampleFile => FileNamed("sample");

    public string SchemaOfCode()
    {
        var schema = (JsonObject)JsonSerializerOptions.Default.GetJsonSchemaAsNode(type, Strict);
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", $"{Alias} version {_version}");
        return Text(schema);
    }

    public static string SampleOf(object e) => Text(JsonSerializer.SerializeToNode(e, e.GetType())!);

    public object Read(string json) => JsonSerializer.Deserialize(json, type).ShouldNotBeNull();

    private string FileNamed(string kind) => Path.Combine(Repository.Folder, "schema", "events", $"{Alias}.v{_version}.{kind}.json");

    private static string Text(JsonNode node) => node.ToJsonString(Readable).ReplaceLineEndings("\n") + "\n";

    // Asked of the event store itself: what it writes into the database is the contract.
    private static string AliasOf(Type type)
    {
        var wrap = typeof(Event).GetMethod(nameof(Event.For), BindingFlags.Public | BindingFlags.Static)!.MakeGenericMethod(type);
        var sample = EventSamples.All.Single(e => e.GetType() == type);
        return ((IEvent)wrap.Invoke(null, [sample, default(Identity), 0L, null])!).EventTypeName;
    }
}
