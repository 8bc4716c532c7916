using System.Text.Json.Nodes;
using GraphQL.Execution;
using GraphQL.TypeSystem;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQL.Tests.Execution;

/// <summary>
/// A client that takes a response in parts, puts them together as the draft says, and fails when a result breaks the protocol: something
/// delivered or completed that was not announced, announced twice, or still open at the end.
/// </summary>
internal sealed class IncrementalClient
{
    private readonly Dictionary<string, JsonArray> _pending = [];
    private readonly HashSet<string> _seen = [];

    public JsonNode? Data { get; private set; }

    public List<JsonNode> Errors { get; } = [];

    /// <summary>The results as they came.</summary>
    public List<string> Results { get; } = [];

    public bool IsOver { get; private set; }

    public void Take(string json)
    {
        Results.Add(json);
        IsOver.ShouldBeFalse("nothing comes after the last result");
        var result = JsonNode.Parse(json)!.AsObject();
        if (Results.Count == 1)
            Data = result["data"]?.DeepClone();
        else
            result.ContainsKey("data").ShouldBeFalse();
        AddErrors(result);
        foreach (var pending in Entries(result, "pending"))
        {
            var id = Text(pending, "id");
            _seen.Add(id).ShouldBeTrue($"{id} is announced once");
            _pending[id] = pending["path"]!.AsArray();
        }
        foreach (var increment in Entries(result, "incremental"))
        {
            var path = _pending[Text(increment, "id")].Concat(increment["subPath"]?.AsArray() ?? []);
            var target = path.Aggregate(Data, (node, step) => step!.GetValueKind() == System.Text.Json.JsonValueKind.Number
                ? node![step.GetValue<int>()]
                : node![step.GetValue<string>()])!;
            if (increment["items"] is JsonArray items)
                items.ToList().ForEach(item => target.AsArray().Add(item?.DeepClone()));
            else
                Merge(target.AsObject(), increment["data"]!.AsObject());
            AddErrors(increment.AsObject());
        }
        foreach (var completed in Entries(result, "completed"))
        {
            _pending.Remove(Text(completed, "id")).ShouldBeTrue();
            AddErrors(completed.AsObject());
        }
        IsOver = result["hasNext"]?.GetValue<bool>() is not true;
        (_pending.Count > 0).ShouldBe(!IsOver, "more follows exactly as long as something is awaited");
    }

    public static async Task<IncrementalClient> ReadAsync(IRequestExecutor executor, IServiceProvider services, string query, object? variables = null)
    {
        var client = new IncrementalClient();
        var request = variables is null ? new OperationRequest(query) : OperationRequest.Create(query, variables);
        await foreach (var result in executor.SubscribeAsync(request, services, Library.LibraryServer.Anonymous))
            client.Take(result.ToJson());
        client.IsOver.ShouldBeTrue();
        return client;
    }

    /// <summary>Executes against a schema written as text, with both directives.</summary>
    public static async Task<IncrementalClient> ReadAsync(string sdl, string query, Action<SchemaBuilder> configure, object? variables = null)
    {
        await using var provider = Serve(sdl, configure);
        return await ReadAsync(provider.GetRequiredService<IRequestExecutor>(), provider, query, variables);
    }

    public static ServiceProvider Serve(string sdl, Action<SchemaBuilder> configure, Action<GraphQLOptions>? options = null)
    {
        var services = new ServiceCollection();
        var builder = services.AddGraphQL().ModifyOptions(all => (all.EnableDefer, all.EnableStream) = (true, true)).ConfigureSchema(schema =>
        {
            schema.AddSdl(sdl);
            configure(schema);
        });
        builder.ModifyOptions(options ?? (_ => { }));
        return services.BuildServiceProvider();
    }

    /// <summary>JSON whose entries are in order of their names, so that equal answers are equal text.</summary>
    public static string Sorted(JsonNode? node) => node switch
    {
        null => "null",
        JsonObject entries => "{" + string.Join(',', entries.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"\"{entry.Key}\":{Sorted(entry.Value)}")) + "}",
        JsonArray items => "[" + string.Join(',', items.Select(Sorted)) + "]",
        _ => node.ToJsonString(),
    };

    private static void Merge(JsonObject target, JsonObject addition)
    {
        foreach (var (name, value) in addition)
        {
            if (target[name] is JsonObject known && value is JsonObject more)
                Merge(known, more);
            else if (target[name] is JsonArray items && value is JsonArray additions)
                items.Zip(additions).ToList().ForEach(pair => Merge(pair.First!.AsObject(), pair.Second!.AsObject()));
            else
                target[name] = value?.DeepClone();
        }
    }

    private static IEnumerable<JsonNode> Entries(JsonObject result, string name) => result[name]?.AsArray().Select(entry => entry!) ?? [];

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();

    private void AddErrors(JsonObject node) => Errors.AddRange(Entries(node, "errors"));
}
