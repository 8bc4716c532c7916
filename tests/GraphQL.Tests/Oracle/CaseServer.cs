using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GraphQL.Execution;
using GraphQL.Tests.Library;
using GraphQL.TypeSystem;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQL.Tests.Oracle;

/// <summary>A schema from text that is answered from JSON, as the reference does it.</summary>
internal sealed class CaseServer : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly ServiceProvider _services;
    private JsonElement _root;

    public CaseServer(string sdl, int maxErrors = 50)
    {
        Sdl = sdl;
        Schema = SchemaBuilder.FromSdl(sdl).Build();
        var services = new ServiceCollection();
        var builder = services.AddGraphQL().AddDocumentFromString(sdl);

        // As many errors of variables as the reference tells, unless it is asked for each.
        builder.ModifyOptions(options => options.Validation = options.Validation with { MaxErrors = maxErrors });
        foreach (var type in Schema.Types.OfType<ObjectType>().Where(type => !type.IsIntrospection))
        {
            foreach (var field in type.Fields)
                builder.AddResolver(type.Name, field.Name, Resolve);
        }

        _services = services.BuildServiceProvider();
    }

    public string Sdl { get; }

    public SchemaDefinition Schema { get; }

    public async Task<JsonNode> ExecuteAsync(string document, JsonNode variables, JsonNode root)
    {
        _root = JsonSerializer.SerializeToElement(root);
        var request = new OperationRequest(document, JsonSerializer.SerializeToElement(variables), "Q");
        var result = await _services.GetRequiredService<IRequestExecutor>().ExecuteAsync(request, _services, LibraryServer.Anonymous);
        return JsonNode.Parse(result.ToJson())!;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private object? Resolve(IResolverContext context)
    {
        if ((context.Parent ?? _root) is not JsonElement { ValueKind: JsonValueKind.Object } parent || !parent.TryGetProperty(context.Field.Name, out var value))
            return null;
        if (value.ValueKind != JsonValueKind.Object)
            return value;
        if (value.TryGetProperty("$error", out var message))
            throw new GraphQLException(message.GetString()!, "CASE");
        return value.TryGetProperty("$args", out _) ? Arguments(context) : value;
    }

    private static string Arguments(IResolverContext context) => JsonSerializer.Serialize(
        new SortedDictionary<string, object?>(
            context.Field.Arguments.Where(argument => context.HasArgument(argument.Name)).ToDictionary(argument => argument.Name, argument => Sorted(context.Argument<object?>(argument.Name))),
            StringComparer.Ordinal),
        Relaxed);

    private static object? Sorted(object? value) => value switch
    {
        IReadOnlyDictionary<string, object?> fields => new SortedDictionary<string, object?>(fields.ToDictionary(field => field.Key, field => Sorted(field.Value)), StringComparer.Ordinal),
        IReadOnlyList<object?> items => items.Select(Sorted).ToList(),
        _ => value,
    };
}
