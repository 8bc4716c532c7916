using System.Runtime.CompilerServices;
using GraphQL.Language;
using GraphQL.TypeSystem;

namespace GraphQL.Validation;

/// <summary>What the rules share: the schema, where in it the walker stands, what each definition uses, and the errors found.</summary>
internal sealed class ValidationContext
{
    // Checking a variable costs far less than visiting a fragment, yet a hostile fragment may hold tens of thousands.
    private const int VariablesPerVisit = 64;

    // One mistake may concern thousands of nodes; each location costs a look through the text.
    private const int MaxLocations = 100;

    // A message repeats names from the document, which may be of any length.
    private const int MaxMessageLength = 2_000;

    private readonly List<GraphQLError> _errors = [];
    private readonly Dictionary<DefinitionNode, DefinitionUsages> _usages = [];
    private int _fragmentVisits;

    public ValidationContext(SchemaDefinition schema, DocumentNode document, ValidationOptions options)
    {
        Schema = schema;
        Document = document;
        Options = options;
        foreach (var definition in document.Definitions)
        {
            if (definition is FragmentDefinitionNode fragment)
                Fragments[fragment.Name.Value] = fragment;
        }
    }

    public SchemaDefinition Schema { get; }

    public DocumentNode Document { get; }

    public ValidationOptions Options { get; }

    public Dictionary<string, FragmentDefinitionNode> Fragments { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<GraphQLError> Errors => _errors;

    /// <summary>Whether a limit is reached, so that looking further is of no use.</summary>
    public bool IsFull { get; private set; }

    /// <summary>The type whose fields are selected where the walker stands, or null when it is not known.</summary>
    public NamedType? ParentType { get; set; }

    /// <summary>The field the walker stands at, or null when the type has none such.</summary>
    public FieldDefinition? Field { get; set; }

    /// <summary>The directive the walker stands at, or null when the schema has none such.</summary>
    public DirectiveDefinition? Directive { get; set; }

    /// <summary>The node of the directive the walker stands at, or null outside directives.</summary>
    public DirectiveNode? DirectiveNode { get; set; }

    /// <summary>The arguments the field or directive the walker stands at defines, or null when it is not known.</summary>
    public DefinitionList<ArgumentDefinition>? ArgumentDefinitions => DirectiveNode is null ? Field?.Arguments : Directive?.Arguments;

    public IEnumerable<OperationDefinitionNode> Operations => Document.Definitions.OfType<OperationDefinitionNode>();

    public DefinitionUsages UsagesOf(DefinitionNode definition)
    {
        if (!_usages.TryGetValue(definition, out var usages))
            _usages.Add(definition, usages = new DefinitionUsages());
        return usages;
    }

    /// <summary>The operation's own usages and those of every fragment it reaches.</summary>
    public IEnumerable<DefinitionUsages> ReachableUsages(OperationDefinitionNode operation)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<DefinitionNode>([operation]);
        while (waiting.TryPop(out var definition))
        {
            var usages = UsagesOf(definition);
            yield return usages;
            if (!CountFragmentVisit(usages))
                yield break;
            foreach (var spread in usages.Spreads)
            {
                if (seen.Add(spread.Name.Value) && Fragments.TryGetValue(spread.Name.Value, out var fragment))
                    waiting.Push(fragment);
            }
        }
    }

    public void Report(string message, string code, string section, ReadOnlySpan<SyntaxNode> nodes)
    {
        if (IsFull)
            return;
        if (_errors.Count >= Options.MaxErrors)
        {
            IsFull = true;
            _errors.Add(GraphQLError.WithCode(
                "Too many validation errors, error limit reached. Validation aborted.", ValidationErrorCodes.ErrorLimit));
            return;
        }

        var text = message.Length <= MaxMessageLength ? message : message[..MaxMessageLength] + "…";
        _errors.Add(new GraphQLError(text, LocationsOf(nodes), null, new Dictionary<string, object?>
        {
            ["code"] = code,
            ["specifiedBy"] = $"https://spec.graphql.org/{section}",
        }));
    }

    /// <summary>Reports that the document asks for more work than a limit allows, and ends validation: what the rules have not seen they cannot judge.</summary>
    public void ReportLimit(string message, string code, params ReadOnlySpan<SyntaxNode> nodes)
    {
        if (IsFull)
            return;
        IsFull = true;
        _errors.Add(GraphQLError.WithCode(message, code, LocationsOf(nodes) ?? []));
    }

    /// <summary>Whether the thread has stack for one level more; false is reported as a document that nests too deep.</summary>
    public bool HasStack()
    {
        if (RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return true;
        ReportLimit("The document's fragments nest too deep. Send a flatter document.", ValidationErrorCodes.DepthLimit);
        return false;
    }

    private Location[]? LocationsOf(ReadOnlySpan<SyntaxNode> nodes)
    {
        if (nodes.IsEmpty)
            return null;
        var locations = new Location[Math.Min(nodes.Length, MaxLocations)];
        for (var i = 0; i < locations.Length; i++)
            locations[i] = Document.Source.GetLocation(nodes[i].Span.Start);
        return locations;
    }

    private bool CountFragmentVisit(DefinitionUsages usages)
    {
        _fragmentVisits += 1 + (usages.Variables.Count / VariablesPerVisit);

        // Three rules walk the same fragments, and a document may hold many operations.
        if (_fragmentVisits <= Options.MaxFragmentVisits * 4L)
            return true;
        ReportLimit(
            "The document's operations use too many fragments. Send fewer operations in one document.", ValidationErrorCodes.FragmentVisitLimit);
        return false;
    }
}
