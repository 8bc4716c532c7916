using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>Every variable an operation declares is used, be it through fragments.</summary>
internal sealed class NoUnusedVariablesRule : ValidationRule
{
    public override string Code => "NO_UNUSED_VARIABLES";

    protected override string Section => "sec-All-Variables-Used";

    public override void LeaveDocument(DocumentNode document)
    {
        foreach (var operation in Context.Operations.Where(operation => !operation.Variables.IsEmpty))
        {
            var used = new HashSet<string>(StringComparer.Ordinal);
            foreach (var usages in Context.ReachableUsages(operation))
            {
                foreach (var usage in usages.Variables)
                    used.Add(usage.Node.Name.Value);
            }

            foreach (var variable in operation.Variables)
            {
                if (!used.Contains(variable.Variable.Name.Value))
                    Report(Describe(variable.Variable.Name.Value, operation.Name?.Value), variable);
            }
        }
    }

    private static string Describe(string variable, string? operation) => operation is null
        ? $"Variable \"${variable}\" is never used."
        : $"Variable \"${variable}\" is never used in operation \"{operation}\".";
}
