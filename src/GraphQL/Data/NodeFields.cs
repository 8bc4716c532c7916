using GraphQL.Execution;
using GraphQL.TypeSystem;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQL.Data;

/// <summary>The interface Node and the fields node and nodes, which load any object by its global identifier.</summary>
internal sealed class NodeFields
{
    private const int MaxNodes = 50;
    private readonly Dictionary<string, NodeLoader> _loaders = new(StringComparer.Ordinal);

    public void Add(string typeName, AuthorizationRequirement? authorization, Func<IResolverContext, string, ValueTask<object?>> load) =>
        _loaders.Add(typeName, new NodeLoader(authorization, load));

    public void AddTo(TypeRegistry types)
    {
        if (_loaders.Count == 0)
            return;
        var node = types.Interface("Node");
        node.Description = "An object with a global identifier.";
        node.Fields.Add(new("id", "ID!") { Description = "The global identifier." });
        var query = types.Object("Query");
        query.Fields.Add(new("node", "Node")
        {
            Description = "An object by its global identifier; null when there is none.",
            Arguments = { new("id", "ID!") { Description = "The identifier as another field gave it." } },
            Resolver = context => LoadAsync(context, context.Argument<string>("id")),

            // Each type of node has its own rule, which loading it asks about.
            Authorization = new(null, AllowAnonymous: true),
        });
        query.Fields.Add(new("nodes", "[Node]!")
        {
            Description = $"Objects by their global identifiers, in the same order; at most {MaxNodes}.",
            Arguments = { new("ids", "[ID!]!") { Description = "The identifiers as other fields gave them." } },
            Resolver = context => LoadManyAsync(context, context.Argument<IReadOnlyList<object?>>("ids")),
            Authorization = new(null, AllowAnonymous: true),
        });
    }

    private async ValueTask<object?> LoadAsync(IResolverContext context, string id)
    {
        if (!NodeId.TryDecode(id, out var typeName, out _) || !_loaders.TryGetValue(typeName, out var loader))
            throw new GraphQLException($"\"{ValueCoercionException.Shorten(id)}\" is not an identifier that this API gave.", ErrorCodes.IdInvalid);
        if (loader.Authorization is { AllowAnonymous: false } requirement)
        {
            var evaluator = context.Services.GetService<IAuthorizationEvaluator>() ?? ClaimsAuthorizationEvaluator.Instance;
            Denial.ThrowIfDenied(await evaluator.AuthorizeAsync(requirement, context).ConfigureAwait(false));
        }
        return await loader.Load(context, id).ConfigureAwait(false);
    }

    private async ValueTask<object?> LoadManyAsync(IResolverContext context, IReadOnlyList<object?> ids)
    {
        if (ids.Count > MaxNodes)
            throw new GraphQLException($"At most {MaxNodes} objects can be asked for at once; {ids.Count} were.", ErrorCodes.IdTooMany);
        return await Task.WhenAll(ids.Select(id => LoadAsync(context, (string)id!).AsTask())).ConfigureAwait(false);
    }

    private sealed record NodeLoader(AuthorizationRequirement? Authorization, Func<IResolverContext, string, ValueTask<object?>> Load);
}
