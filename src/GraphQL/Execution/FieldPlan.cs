using System.Collections.Concurrent;
using System.Text.Json;
using GraphQL.Language;
using GraphQL.TypeSystem;

namespace GraphQL.Execution;

/// <summary>A field of a selection, with everything that can be worked out before execution.</summary>
internal sealed class FieldPlan
{
    private readonly SelectionCompiler _compiler;
    private readonly ConcurrentDictionary<ObjectType, SelectionPlan>? _selectionsByType;
    private SelectionPlan? _selection;

    public FieldPlan(SelectionCompiler compiler, ObjectType parent, FieldDefinition definition, List<FieldNode> nodes)
    {
        _compiler = compiler;
        Definition = definition;
        Parent = parent;
        Nodes = nodes;
        ResponseName = nodes[0].ResponseName;
        EncodedName = JsonEncodedText.Encode(ResponseName);
        Value = new ValuePlan(definition.Type);
        IsTypeName = ReferenceEquals(definition, compiler.Schema.TypeNameField);
        SyncResolver = compiler.SyncResolverOf(definition);
        Requirement = definition.Authorization is { AllowAnonymous: false } requirement ? requirement : null;
        ConstantArguments = ArgumentReader.ReadConstants(definition, nodes[0]);
        if (Value.Named is IAbstractType)
            _selectionsByType = new ConcurrentDictionary<ObjectType, SelectionPlan>();
    }

    public FieldDefinition Definition { get; }

    public ObjectType Parent { get; }

    /// <summary>The places in the document that ask for this field; they are merged.</summary>
    public IReadOnlyList<FieldNode> Nodes { get; }

    public string ResponseName { get; }

    public JsonEncodedText EncodedName { get; }

    public ValuePlan Value { get; }

    public bool IsTypeName { get; }

    /// <summary>The resolver, when it needs no waiting.</summary>
    public Func<IResolverContext, object?>? SyncResolver { get; }

    /// <summary>The rule to ask about, or null when everyone may resolve the field.</summary>
    public AuthorizationRequirement? Requirement { get; }

    /// <summary>The arguments, when they do not depend on variables and are right.</summary>
    public IReadOnlyDictionary<string, object?>? ConstantArguments { get; }

    public IReadOnlyList<Location> Locations => [.. Nodes.Select(node => _compiler.Document.Source.GetLocation(node.Span.Start))];

    /// <summary>What is selected below, for a value of this type.</summary>
    public SelectionPlan SelectionFor(ObjectType type) => _selectionsByType is null
        ? _selection ??= _compiler.Compile(type, Nodes)
        : _selectionsByType.GetOrAdd(type, static (type, field) => field._compiler.Compile(type, field.Nodes), this);
}

/// <summary>The fields to execute on an object type, merged and in order.</summary>
internal sealed class SelectionPlan(ObjectType type, FieldPlan[] fields)
{
    public ObjectType Type { get; } = type;

    public FieldPlan[] Fields { get; } = fields;
}
