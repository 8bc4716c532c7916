using GraphQL.Validation;

namespace GraphQL.Execution;

/// <summary>What is wrong with the variables of one request, up to a limit.</summary>
/// <param name="operation">The operation that declares the variables.</param>
/// <param name="limit">How many errors are reported before the rest is given up.</param>
internal sealed class VariableErrors(CompiledOperation operation, int limit)
{
    private List<GraphQLError>? _errors;

    /// <summary>The variable that is being read.</summary>
    public VariablePlan? Variable { get; set; }

    public int Count => _errors?.Count ?? 0;

    /// <summary>Whether nothing more will be reported.</summary>
    public bool IsFull => Count > limit;

    public void Add(string message, string? code = null)
    {
        if (IsFull)
            return;
        _errors ??= [];
        _errors.Add(Count < limit
            ? GraphQLError.WithCode(message, code ?? ErrorCodes.VariableInvalid, operation.Source.GetLocation(Variable!.Definition.Span.Start))
            : GraphQLError.WithCode("Too many errors in the variables, error limit reached. The rest is not told.", ValidationErrorCodes.ErrorLimit));
    }

    public IReadOnlyList<GraphQLError> ToList() => _errors ?? [];
}
