using System.Collections.Concurrent;
using System.Collections.Immutable;
using GraphQL.Execution.Incremental;
using GraphQL.Language;
using GraphQL.TypeSystem;
using GraphQL.Validation;

namespace GraphQL.Execution;

/// <summary>A document that has been read once: valid and ready to be planned, or what is wrong with it.</summary>
internal sealed class CompiledDocument
{
    private readonly IReadOnlyDictionary<string, CompiledOperation> _operations;

    public CompiledDocument(IReadOnlyList<GraphQLError> errors)
    {
        Errors = errors;
        _operations = ImmutableDictionary<string, CompiledOperation>.Empty;
    }

    public CompiledDocument(SchemaCosts costs, DocumentNode document, bool isIncremental)
    {
        Errors = [];
        var fragments = document.Definitions.OfType<FragmentDefinitionNode>().ToDictionary(fragment => fragment.Name.Value, StringComparer.Ordinal);
        _operations = document.Definitions.OfType<OperationDefinitionNode>().ToDictionary(
            operation => operation.Name?.Value ?? "",
            operation => new CompiledOperation(costs, document, operation, fragments, isIncremental),
            StringComparer.Ordinal);
    }

    public IReadOnlyList<GraphQLError> Errors { get; }

    /// <summary>The operation of a name; the only one when no name is given.</summary>
    public CompiledOperation? Find(string? name)
    {
        if (string.IsNullOrEmpty(name))
            return _operations.Count == 1 ? _operations.Values.First() : null;
        return _operations.GetValueOrDefault(name);
    }
}

/// <summary>An operation and its plans, one for each choice of the variables that skip and include ask about.</summary>
internal sealed class CompiledOperation
{
    private const int MaxPlans = 64;
    private readonly DocumentNode _document;
    private readonly IReadOnlyDictionary<string, FragmentDefinitionNode> _fragments;
    private readonly ImmutableArray<string> _conditions;
    private readonly IncrementalUsage? _incremental;
    private readonly ConcurrentDictionary<ulong, SelectionPlan> _plans = new();
    private readonly ConcurrentDictionary<ulong, SelectionPlan>? _incrementalPlans;

    public CompiledOperation(
        SchemaCosts costs,
        DocumentNode document,
        OperationDefinitionNode definition,
        IReadOnlyDictionary<string, FragmentDefinitionNode> fragments,
        bool isIncremental)
    {
        Schema = costs.Schema;
        _document = document;
        _fragments = fragments;
        Definition = definition;
        RootType = Schema.GetRootType(definition.Operation)
            ?? throw new InvalidOperationException($"The schema has no {definition.Operation}; validate documents before execution.");
        _conditions = ConditionVariables.Find(document, definition);
        Variables = [.. definition.Variables.Select(variable => new VariablePlan(Schema, variable))];
        Costs = new CostMemory(costs, document, definition, fragments, RootType);
        _incremental = isIncremental && definition.Operation != OperationType.Subscription ? IncrementalUsage.Find(document, definition) : null;
        if (_incremental is not null)
            _incrementalPlans = new();
    }

    public SchemaDefinition Schema { get; }

    public OperationDefinitionNode Definition { get; }

    public ObjectType RootType { get; }

    public ImmutableArray<VariablePlan> Variables { get; }

    public CostMemory Costs { get; }

    public SourceText Source => _document.Source;

    /// <summary>Whether the operation asks for parts of its response to be delivered later.</summary>
    public bool IsIncremental => _incremental is not null;

    public SelectionPlan Plan(IReadOnlyDictionary<string, object?> variables)
    {
        var isKeyed = TryMask(variables, out var mask);
        if (isKeyed && _plans.TryGetValue(mask, out var plan))
            return plan;
        var compiler = new SelectionCompiler(Schema, _document, _fragments, isKeyed ? Truth(variables) : name => TruthOrNull(variables, name));
        plan = compiler.Compile(RootType, Definition.SelectionSet);
        if (isKeyed && _plans.Count < MaxPlans)
            _plans[mask] = plan;
        return plan;
    }

    /// <summary>The plan by which deferred fragments and streamed items come later. Asked for only when <see cref="IsIncremental"/>.</summary>
    public SelectionPlan IncrementalPlan(IReadOnlyDictionary<string, object?> variables)
    {
        var isKeyed = TryMask(variables, out var mask);
        var undeferred = _incremental!.DeferConditions.Where(name => variables.TryGetValue(name, out var value) && value is false)
            .ToImmutableHashSet(StringComparer.Ordinal);
        for (var i = 0; i < _incremental.DeferConditions.Length; i++)
        {
            if (undeferred.Contains(_incremental.DeferConditions[i]))
                mask |= 1UL << ((_conditions.Length + i) & 63);
        }
        var isCached = isKeyed && _conditions.Length + _incremental.DeferConditions.Length <= 64;
        if (isCached && _incrementalPlans!.TryGetValue(mask, out var plan))
            return plan;
        var compiler = new SelectionCompiler(
            Schema, _document, _fragments, isKeyed ? Truth(variables) : name => TruthOrNull(variables, name), name => !undeferred.Contains(name));
        plan = compiler.Compile(RootType, Definition.SelectionSet);
        if (isCached && _incrementalPlans!.Count < MaxPlans)
            _incrementalPlans[mask] = plan;
        return plan;
    }

    /// <returns>Whether the conditions have answers that a plan can be kept by.</returns>
    private bool TryMask(IReadOnlyDictionary<string, object?> variables, out ulong mask)
    {
        mask = 0UL;
        var isKeyed = _conditions.Length <= 64;
        for (var i = 0; i < _conditions.Length; i++)
        {
            if (!variables.TryGetValue(_conditions[i], out var value))
                continue;
            if (value is true)
                mask |= 1UL << (i & 63);
            isKeyed &= value is not null;
        }
        return isKeyed;
    }

    // A variable with a default may be declared nullable and still be given as null, which neither skips nor includes.
    private static bool TruthOrNull(IReadOnlyDictionary<string, object?> variables, string name)
    {
        if (variables.TryGetValue(name, out var value) && value is null)
            throw new InputException($"Variable \"${name}\" must not be null where a selection is skipped or included.");
        return value is true;
    }

    // The plan outlives the request, so it holds on to the answers and not to the variables.
    private Func<string, bool> Truth(IReadOnlyDictionary<string, object?> variables) =>
        _conditions.Where(name => variables.TryGetValue(name, out var value) && value is true).ToImmutableHashSet(StringComparer.Ordinal).Contains;
}
