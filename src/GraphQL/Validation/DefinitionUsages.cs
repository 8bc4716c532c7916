using GraphQL.Language;

namespace GraphQL.Validation;

/// <summary>What an operation or fragment uses directly.</summary>
internal sealed class DefinitionUsages
{
    public List<FragmentSpreadNode> Spreads { get; } = [];

    public List<VariableUsage> Variables { get; } = [];
}
