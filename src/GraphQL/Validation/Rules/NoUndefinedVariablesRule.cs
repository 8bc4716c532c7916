using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>Every variable an operation uses, be it through fragments, is one it declares.</summary>
internal sealed class NoUndefinedVariablesRule : ValidationRule
{
    public override string Code => "NO_UNDEFINED_VARIABLES";

    protected override string Section => "sec-All-Variable-Uses-Defined";

    public override void LeaveDocument(DocumentNode document)
    {
        foreach (var operation in Context.Operations)
        {
            var declared = operation.Variables.Select(variable => variable.Variable.Name.Value).ToHashSet(StringComparer.Ordinal);
            foreach (var usages in Context.ReachableUsages(operation))
            {
                foreach (var usage in usages.Variables)
                {
                    if (!declared.Contains(usage.Node.Name.Value))
                        Report(Describe(usage.Node.Name.Value, operation.Name?.Value), usage.Node, operation);
                }
            }
        }
    }

    private static string Describe(string variable, string? operation) => operation is null
        ? $"Variable \"${variable}\" is not defined."
        : $"Variable \"${variable}\" is not defined by operation \"{operation}\".";
}
