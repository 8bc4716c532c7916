using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>Operations of one document have different names.</summary>
internal sealed class UniqueOperationNamesRule : ValidationRule
{
    private readonly Dictionary<string, NameNode> _seen = new(StringComparer.Ordinal);

    public override string Code => "UNIQUE_OPERATION_NAMES";

    protected override string Section => "sec-Operation-Name-Uniqueness";

    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (operation.Name is { } name && !_seen.TryAdd(name.Value, name))
            Report($"There can be only one operation named \"{name.Value}\".", _seen[name.Value], name);
    }
}
