using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using GraphQL.Execution.Incremental;
using GraphQL.Language;
using GraphQL.TypeSystem;

namespace GraphQL.Execution;

/// <summary>A field of a selection, with everything that can be worked out before execution.</summary>
internal sealed class FieldPlan
{
    private readonly SelectionCompiler _compiler;
    private readonly ConcurrentDictionary<ObjectType, SelectionPlan>? _selectionsByType;
    private readonly IReadOnlyList<DeferUsage?>? _usages;
    private readonly ImmutableArray<DeferUsage> _delivery;
    private SelectionPlan? _selection;
    private FieldPlan? _streamed;

    public FieldPlan(
        SelectionCompiler compiler,
        ObjectType parent,
        FieldDefinition definition,
        IReadOnlyList<FieldNode> nodes,
        IReadOnlyList<DeferUsage?>? usages,
        ImmutableArray<DeferUsage> delivery,
        bool isStreamed = false)
    {
        _compiler = compiler;
        _usages = usages;
        _delivery = delivery;
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
        if (compiler.IsIncremental && !isStreamed && Value.Kind == ValueKind.List)
            Stream = StreamPlan.Find(nodes[0]);
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

    /// <summary>How the field's list is streamed, or null when it is not.</summary>
    public StreamPlan? Stream { get; }

    /// <summary>The field as the items of its stream see it: each is delivered by itself, whatever fragment the field stands in.</summary>
    public FieldPlan Streamed => _streamed ??= new FieldPlan(_compiler, Parent, Definition, Nodes, null, [], isStreamed: true);

    /// <summary>What is selected below, for a value of this type.</summary>
    public SelectionPlan SelectionFor(ObjectType type) => _selectionsByType is null
        ? _selection ??= _compiler.Compile(type, Nodes, _usages, _delivery)
        : _selectionsByType.GetOrAdd(type, static (type, field) => field._compiler.Compile(type, field.Nodes, field._usages, field._delivery), this);
}

/// <summary>The fields to execute on an object type, merged and in order.</summary>
internal sealed class SelectionPlan(ObjectType type, FieldPlan[] fields, DeferredSelections? deferred)
{
    public ObjectType Type { get; } = type;

    public FieldPlan[] Fields { get; } = fields;

    /// <summary>What of the selection comes later, or null when nothing does.</summary>
    public DeferredSelections? Deferred { get; } = deferred;
}
