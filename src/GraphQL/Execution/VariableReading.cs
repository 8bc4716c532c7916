using GraphQL.Validation;

namespace GraphQL.Execution;

/// <summary>The variables of one request while they are read: the files that came with them, and what is wrong, up to a limit.</summary>
/// <param name="operation">The operation that declares the variables.</param>
/// <param name="files">The files by the place that each stands at, or null when there are none.</param>
/// <param name="maxErrors">How many errors are reported before the rest is given up.</param>
internal sealed class VariableReading(CompiledOperation operation, IReadOnlyDictionary<string, IFile>? files, int maxErrors)
{
    private List<GraphQLError>? _errors;

    /// <summary>The variable that is being read.</summary>
    public VariablePlan? Variable { get; set; }

    public IReadOnlyList<GraphQLError> Errors => _errors ?? [];

    public int ErrorCount => _errors?.Count ?? 0;

    /// <summary>Whether no more errors will be reported.</summary>
    public bool IsFull => ErrorCount > maxErrors;

    /// <summary>The file that stands at a place where the JSON has null.</summary>
    public IFile? FileAt(string path) => files?.GetValueOrDefault(path);

    public void Report(string message, string? code = null)
    {
        if (IsFull)
            return;
        var error = ErrorCount < maxErrors
            ? GraphQLError.WithCode(message, code ?? ErrorCodes.VariableInvalid, operation.Source.GetLocation(Variable!.Definition.Span.Start))
            : GraphQLError.WithCode("Too many errors in the variables, error limit reached. The rest is not told.", ValidationErrorCodes.ErrorLimit);
        (_errors ??= []).Add(error);
    }
}
