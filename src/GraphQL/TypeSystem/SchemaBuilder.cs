using GraphQL.Language;
using GraphQL.TypeSystem.Sdl;

namespace GraphQL.TypeSystem;

/// <summary>
/// Gathers types, from C# and from GraphQL text alike, and makes a schema of them. References between types are resolved at the end,
/// so the order in which parts are added does not matter.
/// </summary>
public sealed class SchemaBuilder
{
    private readonly List<NamedType> _types = [];
    private readonly List<DirectiveDefinition> _directives = [];
    private readonly List<TypeConfiguration> _configurations = [];
    private readonly List<DocumentNode> _documents = [];
    private readonly Dictionary<Type, string> _runtimeTypes = [];
    private readonly Dictionary<OperationType, string> _rootTypes = [];
    private bool _isBuilt;

    /// <summary>What the schema is for, or null.</summary>
    public string? Description { get; set; }

    /// <summary>Begins with GraphQL text.</summary>
    /// <param name="sdl">Type-system definitions.</param>
    /// <returns>A builder that holds them; resolvers are added with <see cref="Configure{T}(string, Action{T})"/>.</returns>
    /// <exception cref="GraphQLSyntaxException">The text is not GraphQL.</exception>
    public static SchemaBuilder FromSdl(string sdl) => new SchemaBuilder().AddSdl(sdl);

    /// <summary>Adds definitions and extensions written as GraphQL text.</summary>
    /// <param name="sdl">Type-system definitions.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="GraphQLSyntaxException">The text is not GraphQL.</exception>
    public SchemaBuilder AddSdl(string sdl)
    {
        _documents.Add(GraphQLParser.Parse(sdl, ParserOptions.Trusted));
        return this;
    }

    /// <summary>Adds a type. Its name must be its own: to add to a type from several places, use <see cref="Configure{T}(string, Action{T})"/>.</summary>
    /// <param name="type">The type.</param>
    /// <returns>This builder.</returns>
    public SchemaBuilder AddType(NamedType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        _types.Add(type);
        return this;
    }

    /// <summary>Adds a directive.</summary>
    /// <param name="directive">The directive.</param>
    /// <returns>This builder.</returns>
    public SchemaBuilder AddDirective(DirectiveDefinition directive)
    {
        ArgumentNullException.ThrowIfNull(directive);
        _directives.Add(directive);
        return this;
    }

    /// <summary>
    /// Changes a type, from wherever it comes, when the schema is built; the type is made if nothing else defines it. Any number of
    /// classes may add fields to one type in this way.
    /// </summary>
    /// <typeparam name="T">The kind of type: object, interface, union, enum, input object or scalar.</typeparam>
    /// <param name="name">The type's name.</param>
    /// <param name="configure">What to change.</param>
    /// <returns>This builder.</returns>
    public SchemaBuilder Configure<T>(string name, Action<T> configure)
        where T : NamedType
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(configure);
        _configurations.Add(TypeConfiguration.For(name, configure));
        return this;
    }

    /// <summary>
    /// Changes a field of an object type, from wherever it comes, when the schema is built. That the field does not exist is among what
    /// <see cref="Build"/> reports.
    /// </summary>
    /// <param name="typeName">The object type's name.</param>
    /// <param name="fieldName">The field's name.</param>
    /// <param name="configure">What to change, such as the resolver.</param>
    /// <returns>This builder.</returns>
    public SchemaBuilder ConfigureField(string typeName, string fieldName, Action<FieldDefinition> configure)
    {
        ArgumentNullException.ThrowIfNull(typeName);
        ArgumentNullException.ThrowIfNull(fieldName);
        ArgumentNullException.ThrowIfNull(configure);
        _configurations.Add(TypeConfiguration.ForField(typeName, fieldName, configure));
        return this;
    }

    /// <summary>Names a root type. Without a call, types named Query, Mutation and Subscription are the root types.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="typeName">The name of an object type.</param>
    /// <returns>This builder.</returns>
    public SchemaBuilder SetRootType(OperationType operation, string typeName)
    {
        ArgumentNullException.ThrowIfNull(typeName);
        _rootTypes[operation] = typeName;
        return this;
    }

    /// <summary>
    /// Lets a .NET type lead to a GraphQL type, beside the one the GraphQL type names as its own. An object type from text is told by it where an
    /// interface or union leaves the type open, and the names of an enum from text get the values of a C# enum.
    /// </summary>
    /// <param name="runtimeType">The .NET type.</param>
    /// <param name="typeName">The GraphQL type's name.</param>
    /// <returns>This builder.</returns>
    public SchemaBuilder BindRuntimeType(Type runtimeType, string typeName)
    {
        ArgumentNullException.ThrowIfNull(runtimeType);
        ArgumentNullException.ThrowIfNull(typeName);
        _runtimeTypes[runtimeType] = typeName;
        return this;
    }

    /// <summary>Tells the object types behind an interface or union apart, from wherever it comes.</summary>
    internal SchemaBuilder ConfigureAbstract(string typeName, Func<object, string?> resolveTypeName)
    {
        _configurations.Add(TypeConfiguration.ForAbstract(typeName, resolveTypeName));
        return this;
    }

    /// <summary>Resolves all references, checks the schema against the specification's section 3 and freezes it.</summary>
    /// <returns>The schema.</returns>
    /// <exception cref="SchemaException">Something is wrong; the exception lists everything found.</exception>
    /// <exception cref="InvalidOperationException">The builder has already built its schema.</exception>
    public SchemaDefinition Build()
    {
        if (_isBuilt)
            throw new InvalidOperationException("A SchemaBuilder builds one schema. Make a new builder for another.");
        _isBuilt = true;
        var assembly = new SchemaAssembly { Description = Description };
        foreach (var type in _types)
            assembly.Add(type);
        foreach (var directive in _directives)
            assembly.Add(directive);
        foreach (var (operation, typeName) in _rootTypes)
            assembly.RootTypeNames[operation] = (typeName, null);
        SdlValidator.Validate(_documents, assembly, assembly.Errors);
        assembly.Errors.ThrowIfAny();
        SdlReader.Read(_documents, assembly);
        foreach (var configuration in _configurations)
            configuration.Apply(assembly);
        foreach (var (runtimeType, typeName) in _runtimeTypes)
            RuntimeBinding.Apply(runtimeType, assembly.Find(typeName), assembly.Errors);
        return assembly.Finish(_runtimeTypes);
    }
}
