using GraphQL.Language;
using GraphQL.TypeSystem;

namespace GraphQL.Validation.Rules;

/// <summary>A variable's type fits every place it is used, defaults and <c>@oneOf</c> taken into account.</summary>
internal sealed class VariablesInAllowedPositionRule : ValidationRule
{
    public override string Code => "VARIABLES_IN_ALLOWED_POSITION";

    protected override string Section => "sec-All-Variable-Usages-Are-Allowed";

    public override void LeaveDocument(DocumentNode document)
    {
        foreach (var operation in Context.Operations.Where(operation => !operation.Variables.IsEmpty))
        {
            var declared = new Dictionary<string, (VariableDefinitionNode Node, GraphQLType? Type)>(StringComparer.Ordinal);
            foreach (var variable in operation.Variables)
                declared[variable.Variable.Name.Value] = (variable, Context.Schema.TypeFromSyntax(variable.Type));
            foreach (var usages in Context.ReachableUsages(operation))
            {
                foreach (var usage in usages.Variables)
                {
                    if (usage.Type is not null && declared.TryGetValue(usage.Node.Name.Value, out var variable) && variable.Type is not null)
                        Check(usage, usage.Type, variable.Node, variable.Type);
                }
            }
        }
    }

    private void Check(VariableUsage usage, GraphQLType locationType, VariableDefinitionNode variable, GraphQLType variableType)
    {
        var hasValue = usage.HasLocationDefault || variable.DefaultValue is not (null or NullValueNode);
        if (usage.OneOf is { } oneOf && !variableType.IsNonNull && !hasValue)
        {
            Report(
                $"Variable \"${usage.Node.Name.Value}\" is of type \"{variableType}\" but must be non-nullable to be used for OneOf Input Object \"{oneOf.Name}\".",
                variable,
                usage.Node);
        }

        // A default fills in for a missing value, so that a nullable variable may stand in a non-null place.
        var expected = hasValue && !variableType.IsNonNull ? locationType.Nullable : locationType;
        if (!Context.Schema.IsTypeSubTypeOf(variableType, expected))
            Report($"Variable \"${usage.Node.Name.Value}\" of type \"{variableType}\" used in position expecting type \"{locationType}\".", variable, usage.Node);
    }
}
