using System.ComponentModel;
using GraphQL.Data;
using GraphQL.Language;
using GraphQL.TypeSystem;
using GraphQL.Validation;

namespace GraphQL.Execution;

/// <summary>
/// Where generated code puts its types. Several assemblies may add to the same type; the registry hands out one definition for each name.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TypeRegistry
{
    private readonly Dictionary<string, NamedType> _types = new(StringComparer.Ordinal);
    private readonly NodeFields _nodes = new();
    private bool _saysCosts;

    /// <summary>The object type of a name, made when it is new.</summary>
    /// <param name="name">The type's name.</param>
    /// <returns>The type.</returns>
    public ObjectType Object(string name) => GetOrAdd(name, static name => new ObjectType(name));

    /// <summary>The interface of a name, made when it is new.</summary>
    /// <param name="name">The type's name.</param>
    /// <returns>The type.</returns>
    public InterfaceType Interface(string name) => GetOrAdd(name, static name => new InterfaceType(name));

    /// <summary>The union of a name, made when it is new.</summary>
    /// <param name="name">The type's name.</param>
    /// <returns>The type.</returns>
    public UnionType Union(string name) => GetOrAdd(name, static name => new UnionType(name));

    /// <summary>The enum of a name, made when it is new.</summary>
    /// <param name="name">The type's name.</param>
    /// <returns>The type.</returns>
    public EnumType Enum(string name) => GetOrAdd(name, static name => new EnumType(name));

    /// <summary>The input object type of a name, made when it is new.</summary>
    /// <param name="name">The type's name.</param>
    /// <returns>The type.</returns>
    public InputObjectType Input(string name) => GetOrAdd(name, static name => new InputObjectType(name));

    /// <summary>Makes a type an error that mutations may answer with.</summary>
    /// <param name="type">The error's object type, with its field message.</param>
    public void ImplementError(ObjectType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        AddErrorInterface();
        type.Interfaces.Add("Error");
    }

    /// <summary>Makes a type a node.</summary>
    /// <param name="type">The object type, with its field id.</param>
    public static void ImplementNode(ObjectType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        type.Interfaces.Add("Node");
    }

    /// <summary>Says how a node is loaded by its identifier.</summary>
    /// <param name="typeName">The object type's name.</param>
    /// <param name="authorization">Who may load it, or null for everyone.</param>
    /// <param name="load">Loads it; given the identifier as the client sent it.</param>
    public void Node(string typeName, AuthorizationRequirement? authorization, Func<IResolverContext, string, ValueTask<object?>> load) =>
        _nodes.Add(typeName, authorization, load);

    /// <summary>Adds the connection and edge types of a paged field.</summary>
    /// <typeparam name="T">The item's type.</typeparam>
    /// <param name="name">What the two types are named after.</param>
    /// <param name="nodeType">The item's type as GraphQL writes it.</param>
    /// <param name="includeTotalCount">Whether there is a field totalCount.</param>
    public void Connection<T>(string name, string nodeType, bool includeTotalCount) =>
        ConnectionTypes.Add<T>(this, name, nodeType, includeTotalCount);

    /// <summary>The input object with the conditions on a type.</summary>
    /// <typeparam name="T">The type that is filtered.</typeparam>
    /// <param name="name">The input object's name.</param>
    /// <returns>To add fields to.</returns>
    public FilterInput<T> Filter<T>(string name) => new(this, name);

    /// <summary>The input object with what a type may be sorted by.</summary>
    /// <typeparam name="T">The type that is sorted.</typeparam>
    /// <param name="name">The input object's name.</param>
    /// <returns>To add fields to.</returns>
    public SortInput<T> Sort<T>(string name) => new(this, name);

    /// <summary>Adds the payload of a mutation, and the union of its errors.</summary>
    /// <param name="mutation">The mutation's name.</param>
    /// <param name="resultField">The name of the field with the result.</param>
    /// <param name="resultType">The result's type as GraphQL writes it.</param>
    /// <param name="errors">The names of the error types; none when the mutation declares no errors.</param>
    public void Payload(string mutation, string resultField, string resultType, IReadOnlyList<string> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        AddPayload(mutation, errors, new(resultField, resultType)
        {
            Description = errors.Count == 0 ? "The result." : "The result; null when there are errors.",
            SyncResolver = static context => ((MutationPayload)context.Parent!).Result,
        });
    }

    /// <summary>Adds the payload of a mutation without a result, and the union of its errors.</summary>
    /// <param name="mutation">The mutation's name.</param>
    /// <param name="errors">The names of the error types; none when the mutation declares no errors.</param>
    public void Payload(string mutation, IReadOnlyList<string> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        AddPayload(mutation, errors, new("success", "Boolean!")
        {
            Description = "Whether it was done.",
            SyncResolver = static context => ((MutationPayload)context.Parent!).Errors is null,
        });
    }

    /// <summary>Hands all types to the builder of the schema.</summary>
    /// <param name="builder">The builder.</param>
    internal void AddTo(SchemaBuilder builder)
    {
        _nodes.AddTo(this);
        foreach (var type in _types.Values)
            builder.AddType(type);
        if (_saysCosts)
            builder.AddCostDirectives();
    }

    private void AddPayload(string mutation, IReadOnlyList<string> errors, FieldDefinition result)
    {
        ArgumentException.ThrowIfNullOrEmpty(mutation);
        var name = char.ToUpperInvariant(mutation[0]) + mutation[1..];
        var payload = Object(name + "Payload");
        payload.Description = $"What {mutation} answers.";
        payload.Fields.Add(result);
        if (errors.Count == 0)
            return;
        var union = Union(name + "Error");
        union.Description = $"What {mutation} may refuse with.";
        foreach (var error in errors)
            union.Types.Add(error);
        payload.Fields.Add(new("errors", $"[{name}Error!]")
        {
            Description = "Why nothing was done; null when it was.",
            SyncResolver = static context => ((MutationPayload)context.Parent!).Errors,
        });
    }

    /// <summary>Says how many items a page may have, from which its cost is counted.</summary>
    /// <param name="field">The paged field.</param>
    /// <param name="defaultSize">Items in a page when the client does not say, or null for that of <see cref="GraphQLOptions.Paging"/>.</param>
    /// <param name="maxSize">The most items in a page, or null for that of <see cref="GraphQLOptions.Paging"/>.</param>
    public static void Paged(FieldDefinition field, int? defaultSize, int? maxSize)
    {
        ArgumentNullException.ThrowIfNull(field);
        field.PageSize = (defaultSize, maxSize);
    }

    /// <summary>Says what a field costs.</summary>
    /// <param name="field">The field.</param>
    /// <param name="directives">The directives <c>@cost</c> and <c>@listSize</c> as GraphQL writes them.</param>
    public void Cost(FieldDefinition field, string directives)
    {
        ArgumentNullException.ThrowIfNull(field);
        var definition = (ScalarTypeDefinitionNode)GraphQLParser.Parse($"scalar A {directives}").Definitions[0];
        field.AppliedDirectives = [.. field.AppliedDirectives, .. definition.Directives];
        _saysCosts = true;
    }

    private void AddErrorInterface()
    {
        var type = Interface("Error");
        if (type.Fields.Count > 0)
            return;
        type.Description = "Why a mutation refused.";
        type.Fields.Add(new("message", "String!") { Description = "What went wrong, in words for a person." });
    }

    private T GetOrAdd<T>(string name, Func<string, T> create)
        where T : NamedType
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (!_types.TryGetValue(name, out var type))
            _types[name] = type = create(name);
        return type as T ?? throw new InvalidOperationException(
            $"'{name}' is a {type.GetType().Name} in one assembly and a {typeof(T).Name} in another. Rename one with [GraphQLName].");
    }
}
