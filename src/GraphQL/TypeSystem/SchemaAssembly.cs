using System.Collections.Immutable;
using GraphQL.Language;
using GraphQL.TypeSystem.Scalars;

namespace GraphQL.TypeSystem;

/// <summary>A schema while it is put together: finds types by name, resolves references and gathers what is wrong.</summary>
internal sealed class SchemaAssembly
{
    private readonly List<NamedType> _types = [];
    private readonly Dictionary<string, NamedType> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DirectiveDefinition> _directives = new(StringComparer.Ordinal);
    private readonly List<GraphQLError> _errors = [];
    private readonly List<NamedType> _introspection = [.. IntrospectionTypes.Create()];
    private readonly Dictionary<Type, NamedType> _inputByRuntimeType = [];
    private readonly Dictionary<Type, NamedType> _outputByRuntimeType = [];

    public SchemaAssembly()
    {
        foreach (var type in _introspection)
            _byName.Add(type.Name, type);
        foreach (var directive in BuiltInDirectives.Create())
            _directives.Add(directive.Name, directive);
    }

    public string? Description { get; set; }

    public List<DirectiveNode> AppliedDirectives { get; } = [];

    /// <summary>The names of the root types, and where the schema text gives them.</summary>
    public Dictionary<OperationType, (string TypeName, SyntaxReference? Syntax)> RootTypeNames { get; } = [];

    /// <summary>Whether the schema text has a <c>schema</c> block, which then alone names the root types.</summary>
    public bool HasSchemaDefinition { get; set; }

    /// <summary>Where the <c>schema</c> block stands.</summary>
    public SyntaxReference? SchemaSyntax { get; set; }

    public void Report(string message, params Location[] locations) =>
        _errors.Add(GraphQLError.WithCode(message, SchemaErrorCodes.InvalidSchema, locations));

    public void Report(IEnumerable<GraphQLError> errors) => _errors.AddRange(errors);

    public NamedType? Find(string name) => _byName.GetValueOrDefault(name);

    public DirectiveDefinition? FindDirective(string name) => _directives.GetValueOrDefault(name);

    public void Add(NamedType type)
    {
        if (type.IsFrozen)
            Report($"Type \"{type.Name}\" already belongs to another schema. Make a new one for each schema.");
        else if (_byName.TryAdd(type.Name, type))
            _types.Add(type);
        else
            Report($"There can be only one type named \"{type.Name}\".");
    }

    public void Add(DirectiveDefinition directive)
    {
        if (_directives.TryGetValue(directive.Name, out var existing) && !existing.IsBuiltIn)
            Report($"There can be only one directive named \"@{directive.Name}\".");
        else
            _directives[directive.Name] = directive;
    }

    public SchemaDefinition Finish(IReadOnlyDictionary<Type, string> runtimeTypes)
    {
        ThrowIfWrong();
        IndexRuntimeTypes(runtimeTypes);
        ResolveReferences();
        var schemaField = IntrospectionTypes.SchemaField();
        var typeField = IntrospectionTypes.TypeField();
        var typeNameField = IntrospectionTypes.TypeNameField();
        foreach (var field in new[] { schemaField, typeField, typeNameField })
            Resolve(field);
        var parts = new SchemaParts
        {
            Description = Description,
            AppliedDirectives = [.. AppliedDirectives],
            Types = [.. _types, .. _introspection],
            Directives = [.. _directives.Values],
            QueryType = RootType(OperationType.Query),
            MutationType = RootType(OperationType.Mutation),
            SubscriptionType = RootType(OperationType.Subscription),
            SchemaField = schemaField,
            TypeField = typeField,
            TypeNameField = typeNameField,
        };
        ThrowIfWrong();
        if (parts.QueryType is null)
            Report("Query root type must be provided.", SchemaSyntax is null ? [] : [SchemaSyntax.Location]);
        _errors.AddRange(SchemaValidator.Validate(parts));
        ThrowIfWrong();
        foreach (var type in parts.Types)
            type.Freeze();
        foreach (var directive in parts.Directives)
            directive.Freeze();
        schemaField.Freeze();
        typeField.Freeze();
        typeNameField.Freeze();
        return new SchemaDefinition(parts);
    }

    public void ThrowIfWrong()
    {
        if (_errors.Count > 0)
            throw new SchemaException(_errors);
    }

    private void IndexRuntimeTypes(IReadOnlyDictionary<Type, string> runtimeTypes)
    {
        foreach (var type in _types.Where(type => type.RuntimeType is not null))
        {
            if (type.IsInput)
                _inputByRuntimeType.TryAdd(type.RuntimeType!, type);
            if (type.IsOutput)
                _outputByRuntimeType.TryAdd(type.RuntimeType!, type);
        }

        foreach (var (runtimeType, typeName) in runtimeTypes)
        {
            if (ByName(typeName) is not { } type)
            {
                Report($"The .NET type {runtimeType} is bound to the type \"{typeName}\", which is not defined.");
                continue;
            }

            if (type.IsInput)
                _inputByRuntimeType[runtimeType] = type;
            if (type.IsOutput)
                _outputByRuntimeType[runtimeType] = type;
        }
    }

    private void ResolveReferences()
    {
        // Resolving may add built-in scalars to the list, which refer to nothing themselves.
        foreach (var type in _types.Concat(_introspection).ToList())
        {
            switch (type)
            {
                case ComplexType complex:
                    foreach (var field in complex.Fields)
                        Resolve(field);
                    complex.Interfaces.Resolve(ResolveAll<InterfaceType>(complex.Interfaces.References, type, "implements", "an interface"));
                    break;
                case UnionType union:
                    union.Types.Resolve(ResolveAll<ObjectType>(union.Types.References, type, "has the member", "an object type"));
                    break;
                case InputObjectType input:
                    foreach (var field in input.Fields)
                        Resolve(field);
                    break;
            }
        }

        foreach (var argument in _directives.Values.SelectMany(directive => directive.Arguments))
            Resolve(argument);
    }

    private void Resolve(FieldDefinition field)
    {
        if (Resolve(field.TypeReference, isInput: false) is { } type)
            field.ResolveType(type);
        foreach (var argument in field.Arguments)
            Resolve(argument);
    }

    private void Resolve(InputValueDefinition value)
    {
        if (Resolve(value.TypeReference, isInput: true) is { } type)
            value.ResolveType(type);
    }

    private GraphQLType? Resolve(TypeReference reference, bool isInput)
    {
        var type = reference.Resolve(ByName, runtimeType => ByRuntimeType(runtimeType, isInput));
        if (type is null)
            Report($"Unknown type \"{reference.NamedText}\". Define it, or correct the reference.", Locations(reference));
        return type;
    }

    private List<T> ResolveAll<T>(IReadOnlyList<TypeReference> references, NamedType owner, string verb, string kind)
        where T : NamedType
    {
        var types = new List<T>();
        foreach (var reference in references)
        {
            var type = Resolve(reference, isInput: false);
            if (type is T expected)
                types.Add(expected);
            else if (type is not null)
                Report($"Type {owner.Name} {verb} {type}, which is not {kind}.", Locations(reference));
        }

        return types;
    }

    private NamedType? ByName(string name)
    {
        if (_byName.TryGetValue(name, out var type))
            return type;
        if (BuiltInScalars.Create(name) is not { } scalar)
            return null;
        Add(scalar);
        return scalar;
    }

    private NamedType? ByRuntimeType(Type runtimeType, bool isInput)
    {
        runtimeType = Nullable.GetUnderlyingType(runtimeType) ?? runtimeType;
        if ((isInput ? _inputByRuntimeType : _outputByRuntimeType).TryGetValue(runtimeType, out var type))
            return type;
        return BuiltInScalars.NamesByRuntimeType.TryGetValue(runtimeType, out var name) ? ByName(name) : null;
    }

    private ObjectType? RootType(OperationType operation)
    {
        if (!RootTypeNames.TryGetValue(operation, out var root))
            return HasSchemaDefinition ? null : Find(operation.ToString()) as ObjectType;
        if (Find(root.TypeName) is ObjectType type)
            return type;
        var locations = root.Syntax is null ? [] : new[] { root.Syntax.Location };
        Report(
            Find(root.TypeName) is null
                ? $"Unknown type \"{root.TypeName}\". Define it, or correct the reference."
                : $"{operation} root type must be an object type, it cannot be {root.TypeName}.",
            locations);
        return null;
    }

    private static Location[] Locations(TypeReference reference) => reference.Syntax is null ? [] : [reference.Syntax.Location];
}
