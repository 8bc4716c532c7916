using System.Collections.Immutable;
using GraphQL.Language;
using GraphQL.TypeSystem.Rules;
using GraphQL.TypeSystem.Scalars;

namespace GraphQL.TypeSystem;

/// <summary>A schema while it is put together: finds types by name, resolves references and gathers what is wrong.</summary>
internal sealed class SchemaAssembly
{
    private readonly List<NamedType> _types = [];
    private readonly Dictionary<string, NamedType> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DirectiveDefinition> _directives = new(StringComparer.Ordinal);
    private readonly List<NamedType> _introspection = [.. IntrospectionTypes.Create()];
    private readonly Dictionary<Type, NamedType> _inputByRuntimeType = [];
    private readonly Dictionary<Type, NamedType> _outputByRuntimeType = [];
    private bool _hasUnknownTypes;
    private int _nextScalar;

    public SchemaAssembly()
    {
        foreach (var type in _introspection)
            _byName.Add(type.Name, type);
        foreach (var directive in BuiltInDirectives.Create())
            _directives.Add(directive.Name, directive);
    }

    public SchemaErrors Errors { get; } = new();

    public string? Description { get; set; }

    public List<DirectiveNode> AppliedDirectives { get; } = [];

    /// <summary>The names of the root types, and where the schema text gives them.</summary>
    public Dictionary<OperationType, (string TypeName, SyntaxReference? Syntax)> RootTypeNames { get; } = [];

    /// <summary>Whether the schema text has a <c>schema</c> block, which then alone names the root types.</summary>
    public bool HasSchemaDefinition { get; set; }

    /// <summary>Whether it describes a whole schema already, which text may extend but not define anew.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Where the <c>schema</c> block stands.</summary>
    public SyntaxReference? SchemaSyntax { get; set; }

    public NamedType? Find(string name) => _byName.GetValueOrDefault(name);

    public DirectiveDefinition? FindDirective(string name) => _directives.GetValueOrDefault(name);

    public void Add(NamedType type)
    {
        if (type.IsFrozen)
            Errors.Report($"Type \"{type.Name}\" already belongs to another schema. Make a new one for each schema.");
        else if (_byName.TryAdd(type.Name, type))
            _types.Add(type);
        else
            Errors.Report($"There can be only one type named \"{type.Name}\".");
    }

    public void Add(DirectiveDefinition directive)
    {
        if (_directives.TryGetValue(directive.Name, out var existing) && !existing.IsBuiltIn)
            Errors.Report($"There can be only one directive named \"@{directive.Name}\".");
        else
            _directives[directive.Name] = directive;
    }

    public SchemaDefinition Finish(IReadOnlyDictionary<Type, string> runtimeTypes)
    {
        Errors.ThrowIfAny();
        _nextScalar = _types.Count;
        IndexRuntimeTypes(runtimeTypes);
        if (!ResolveReferences())
            Errors.ThrowIfAny();
        var schemaField = IntrospectionTypes.SchemaField();
        var typeField = IntrospectionTypes.TypeField();
        var typeNameField = IntrospectionTypes.TypeNameField();
        var metaFields = new[] { schemaField, typeField, typeNameField };
        foreach (var field in metaFields)
            Resolve(field);
        var parts = new SchemaParts
        {
            Description = Description,
            AppliedDirectives = [.. AppliedDirectives],
            QueryType = RootType(OperationType.Query),
            MutationType = RootType(OperationType.Mutation),
            SubscriptionType = RootType(OperationType.Subscription),
            Types = [.. _types, .. _introspection],
            Directives = [.. DirectivesInOrder()],
            SchemaField = schemaField,
            TypeField = typeField,
            TypeNameField = typeNameField,
        };
        RootTypes.Check(parts, this, Errors);
        var schema = new SchemaDefinition(parts);
        SchemaValidator.Validate(schema, Errors);
        Errors.ThrowIfAny();
        foreach (var type in parts.Types)
            type.Freeze();
        foreach (var directive in parts.Directives)
            directive.Freeze();
        foreach (var field in metaFields)
            field.Freeze();
        return schema;
    }

    /// <summary>Whether something is named as the root type of an operation, be it of the right kind or not.</summary>
    public bool NamesRootType(OperationType operation) =>
        RootTypeNames.ContainsKey(operation) || (!HasSchemaDefinition && _byName.ContainsKey(operation.ToString()));

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
                Errors.Report($"The .NET type {runtimeType} is bound to the type \"{typeName}\", which is not defined.");
                continue;
            }

            if (type.IsInput)
                _inputByRuntimeType[runtimeType] = type;
            if (type.IsOutput)
                _outputByRuntimeType[runtimeType] = type;
        }
    }

    /// <summary>Resolves every reference; false when one leads nowhere, so that nothing more can be checked.</summary>
    private bool ResolveReferences()
    {
        // Resolving adds built-in scalars to the list, which refer to nothing themselves: each stands behind the type that names it first.
        for (var i = 0; i < _types.Count; i++)
        {
            _nextScalar = i + 1;
            ResolveReferences(_types[i]);
        }

        _nextScalar = _types.Count;
        foreach (var argument in DirectivesInOrder().SelectMany(directive => directive.Arguments))
            Resolve(argument);
        foreach (var type in _introspection)
            ResolveReferences(type);
        return !_hasUnknownTypes;
    }

    private IEnumerable<DirectiveDefinition> DirectivesInOrder() => _directives.Values.OrderBy(directive => directive.IsBuiltIn);

    private void ResolveReferences(NamedType type)
    {
        switch (type)
        {
            case ComplexType complex:
                foreach (var field in complex.Fields)
                    Resolve(field);
                complex.Interfaces.Resolve(ResolveAll<InterfaceType>(complex.Interfaces.References, type, "Type", "must only implement Interface types", "implement"));
                break;
            case UnionType union:
                union.Types.Resolve(ResolveAll<ObjectType>(union.Types.References, type, "Union type", "can only include Object types", "include"));
                break;
            case InputObjectType input:
                foreach (var field in input.Fields)
                    Resolve(field);
                break;
        }
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
        {
            _hasUnknownTypes = true;
            Errors.Report($"Unknown type \"{reference.NamedText}\". Define it, or correct the reference.", reference.Syntax);
        }

        return type;
    }

    private List<T> ResolveAll<T>(IReadOnlyList<TypeReference> references, NamedType owner, string subject, string verb, string action)
        where T : NamedType
    {
        var types = new List<T>();
        foreach (var reference in references)
        {
            var type = Resolve(reference, isInput: false);
            if (type is T expected)
                types.Add(expected);
            else if (type is not null)
                Errors.Report($"{subject} {owner.Name} {verb}, it cannot {action} {type}.", reference.Syntax);
        }

        return types;
    }

    private NamedType? ByName(string name)
    {
        if (_byName.TryGetValue(name, out var type))
            return type;
        if (BuiltInScalars.Create(name) is not { } scalar)
            return null;
        _byName.Add(name, scalar);
        _types.Insert(_nextScalar++, scalar);
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
        if (!NamesRootType(operation))
            return null;
        var (name, syntax) = RootTypeNames.TryGetValue(operation, out var named) ? named : (operation.ToString(), null);
        var type = Find(name);
        if (type is null)
            Errors.Report($"Unknown type \"{name}\". Define it, or correct the reference.", syntax);
        else if (type is not ObjectType)
            Errors.Report($"{operation} root type must be Object type{(operation == OperationType.Query ? "" : " if provided")}, it cannot be {name}.", syntax ?? type.Syntax.FirstOrDefault());
        return type as ObjectType;
    }
}
