using Microsoft.Extensions.Logging;

namespace GraphQL.Execution;

/// <summary>Gathers the errors of an execution and puts null where each happened.</summary>
internal sealed partial class FieldErrors(GraphQLOptions options, ILogger logger, CancellationToken cancellation)
{
    private readonly List<GraphQLError> _errors = [];

    /// <summary>Reports what a resolver threw. Only what was meant for clients reaches them.</summary>
    public void Add(Exception exception, FieldPlan field, ResultContainer container, int index)
    {
        switch (exception)
        {
            case GraphQLException meant:
                Add(meant.Message, meant.Code, field, container, index);
                break;
            case InputException input:
                Add(input.Message, input.Code ?? ErrorCodes.ArgumentInvalid, field, container, index);
                break;
            case OperationCanceledException when cancellation.IsCancellationRequested:
                Add("The field was given up because the request was cancelled.", ErrorCodes.Timeout, field, container, index);
                break;
            default:
                LogFailure(logger, exception, field.Parent.Name, field.Definition.Name);
                Add("Unexpected Execution Error", ErrorCodes.Internal, field, container, index, options.IncludeExceptionDetails ? exception.ToString() : null);
                break;
        }
    }

    /// <summary>Reports an error of the field.</summary>
    public void Add(string message, string code, FieldPlan field, ResultContainer container, int index, string? detail = null)
    {
        // What happens below a place that is null already changes nothing, and is not reported twice.
        if (container.IsDetached)
            return;
        var extensions = new Dictionary<string, object?> { ["code"] = code };
        if (detail is not null)
            extensions["detail"] = detail;
        (container.Part?.Errors ?? _errors).Add(new GraphQLError(message, field.Locations, container.PathTo(index), extensions));
        container.Nullify(index);
    }

    /// <summary>Logs what went wrong where no client can be told.</summary>
    public void Log(Exception exception, FieldPlan field) => LogFailure(logger, exception, field.Parent.Name, field.Definition.Name);

    public IReadOnlyList<GraphQLError> ToList() => _errors;

    [LoggerMessage(1, LogLevel.Error, "The resolver of {Type}.{Field} failed.")]
    private static partial void LogFailure(ILogger logger, Exception exception, string type, string field);
}
