using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Engagement.Webhooks;
using EventStore;
using NJsonSchema;
using Tests.Shared;

namespace Engagement.Tests.Contracts;

/// <summary>
/// What programs of others are sent is theirs to build on. A kind that is new gets its files by running these tests with UPDATE_SCHEMA=1; a member may be
/// added to a kind, and none goes or means something else.
/// </summary>
public sealed class WebhookContractTests
{
    private const string Site = "https://engagement.example.test/";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly Guid EventId = Guid.Parse("0192d5e4-7b00-7c01-8d02-9e03af04b00a");
    private static readonly DateTimeOffset At = new(2024, 10, 1, 9, 30, 15, 250, TimeSpan.Zero);

    private static readonly string[] Names = [.. WebhookKinds.All.Select(kind => kind.Name), WebhookKinds.Test];

    public static TheoryData<string> Kinds { get; } = [.. Names];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_kind_is_sent_as_its_schema_and_its_sample_say(string kind)
    {
        var message = MessageOf(kind);
        var sample = Text(SampleOf(message));
        var schema = SchemaOf(kind, message);

        Agreed.Changes($"schema/webhooks/{kind}.schema.json", schema).ShouldBeEmpty();
        Agreed.Changes($"schema/webhooks/{kind}.sample.json", sample).ShouldBeEmpty();

        var rules = await JsonSchema.FromJsonAsync(schema);
        rules.Validate(sample).ShouldBeEmpty();
        foreach (var name in new[] { "id", "kind", "occurredAt", "position", "link", "data" })
        {
            var shorter = JsonNode.Parse(sample)!.AsObject();
            shorter.Remove(name);
            rules.Validate(shorter.ToJsonString()).ShouldNotBeEmpty($"{name} is promised");
        }
    }

    [Fact]
    public void There_is_a_schema_for_each_kind_and_for_no_other() =>
        Directory.GetFiles(Path.Combine(Repository.Folder, "schema", "webhooks"), "*.schema.json").Select(Path.GetFileName)
            .ShouldBe(Names.Select(kind => $"{kind}.schema.json"), ignoreOrder: true);

    [Fact]
    public void Every_event_that_is_told_of_has_a_kind_and_every_kind_an_event() =>
        EventSamples.All.Where(e => WebhookKinds.EventTypes.Contains(e.GetType())).Select(e => WebhookKinds.Of(Wrap(e))).Distinct()
            .ShouldBe(WebhookKinds.All.Select(kind => kind.Name), ignoreOrder: true);

    [Fact]
    public void No_words_that_anybody_wrote_are_sent()
    {
        string[] words = ["title", "text", "reason", "question", "summary", "words", "yousaid", "wedid", "name", "figures", "by"];
        foreach (var kind in Names)
        {
            SampleOf(MessageOf(kind))["data"]!.AsObject().Select(member => member.Key.ToLowerInvariant()).ShouldNotContain(name => words.Contains(name), kind);
        }
    }

    private static WebhookMessage MessageOf(string kind) => kind == WebhookKinds.Test
        ? WebhookMessage.OfTest(EventSamples.ForumId, EventId, Site, At)
        : WebhookMessage.Of(EventSamples.All.Select(Wrap).First(e => WebhookKinds.Of(e) == kind), new Pages()).ShouldNotBeNull();

    private static IEvent Wrap(object e) => (IEvent)typeof(Event).GetMethod(nameof(Event.For))!.MakeGenericMethod(e.GetType())
        .Invoke(null, [e, (Identity)EventSamples.ConsultationId, 1L, At])!;

    // What the store gives an event is not in its sample.
    private static JsonObject SampleOf(WebhookMessage message)
    {
        var sample = JsonNode.Parse(message.Body)!.AsObject();
        if (message.Kind != WebhookKinds.Test)
            (sample["id"], sample["position"]) = ($"evt_{EventId:N}", 1042);
        return sample;
    }

    private static string SchemaOf(string kind, WebhookMessage message)
    {
        var schema = (JsonObject)WebhookJson.Options.GetJsonSchemaAsNode(message.Payload.GetType(), new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true });
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", kind);
        schema["properties"]!["kind"] = new JsonObject { ["const"] = kind };
        // Which type it has is known of each kind alone, so the exporter takes it for one that may be missing.
        schema["properties"]!["data"]!["type"] = "object";
        return Text(schema);
    }

    private static string Text(JsonNode node) => node.ToJsonString(Readable).ReplaceLineEndings("\n") + "\n";

    private sealed class Pages : IWebhookPages
    {
        public string Consultation(Guid id) => $"{Site}consultations/send-strategy-9x4m2p";

        public string Entry(Guid loop) => $"{Site}you-said-we-did/inconsistent-messages-9x4m2p";

        public string Topic(Guid id) => $"{Site}pact/forums/parents-of-thanet/what-makes-a-good-review-meeting";

        public string Release(string id) => $"{Site}figures/{id}";
    }
}
