using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>An operation declares a variable once.</summary>
internal sealed class UniqueVariableNamesRule : ValidationRule
{
    public override string Code => "UNIQUE_VARIABLE_NAMES";

    protected override string Section => "sec-Variable-Uniqueness";

    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (operation.Variables.Length < 2)
            return;
        foreach (var group in operation.Variables.GroupBy(variable => variable.Variable.Name.Value, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
            Report($"There can be only one variable named \"${group.Key}\".", [.. group.Select(variable => variable.Variable.Name)]);
    }
}
