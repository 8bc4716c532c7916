using System.Collections.Concurrent;
using System.Collections.Immutable;
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

    public CompiledDocument(SchemaCosts costs, DocumentNode document)
    {
        Errors = [];
        var fragments = document.Definitions.OfType<FragmentDefinitionNode>().ToDictionary(fragment => fragment.Name.Value, StringComparer.Ordinal);
        _operations = document.Definitions.OfType<OperationDefinitionNode>().ToDictionary(
            operation => operation.Name?.Value ?? "",
            operation => new CompiledOperation(costs, document, operation, fragments),
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
    private readonly ConcurrentDictionary<ulong, SelectionPlan> _plans = new();

    public CompiledOperation(
        SchemaCosts costs,
        DocumentNode document,
        OperationDefinitionNode definition,
        IReadOnlyDictionary<string, FragmentDefinitionNode> fragments)
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
    }

    public SchemaDefinition Schema { get; }

    public OperationDefinitionNode Definition { get; }

    public ObjectType RootType { get; }

    public ImmutableArray<VariablePlan> Variables { get; }

    public CostMemory Costs { get; }

    public SourceText Source => _document.Source;

    public SelectionPlan Plan(IReadOnlyDictionary<string, object?> variables)
    {
        var mask = 0UL;
        for (var i = 0; i < _conditions.Length; i++)
        {
            if (variables.TryGetValue(_conditions[i], out var value) && value is true)
                mask |= 1UL << (i & 63);
        }
        if (_plans.TryGetValue(mask, out var plan) && _conditions.Length <= 64)
            return plan;
        var compiler = new SelectionCompiler(Schema, _document, _fragments, Truth(variables));
        plan = compiler.Compile(RootType, Definition.SelectionSet);
        if (_conditions.Length <= 64 && _plans.Count < MaxPlans)
            _plans[mask] = plan;
        return plan;
    }

    // The plan outlives the request, so it holds on to the answers and not to the variables.
    private Func<string, bool> Truth(IReadOnlyDictionary<string, object?> variables) =>
        _conditions.Where(name => variables.TryGetValue(name, out var value) && value is true).ToImmutableHashSet(StringComparer.Ordinal).Contains;
}
