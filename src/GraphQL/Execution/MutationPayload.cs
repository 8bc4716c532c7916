using System.ComponentModel;

namespace GraphQL.Execution;

/// <summary>What a mutation answers by convention: its result, or the declared errors.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MutationPayload
{
    private MutationPayload(object? result, IReadOnlyList<object>? errors)
    {
        Result = result;
        Errors = errors;
    }

    /// <summary>The result; null when there are errors.</summary>
    public object? Result { get; }

    /// <summary>The errors; null when there are none.</summary>
    public IReadOnlyList<object>? Errors { get; }

    /// <summary>A payload with a result.</summary>
    /// <param name="result">The result.</param>
    /// <returns>The payload.</returns>
    public static MutationPayload Done(object? result) => new(result, null);

    /// <summary>A payload with an error.</summary>
    /// <param name="error">The error.</param>
    /// <returns>The payload.</returns>
    public static MutationPayload Failed(object error) => new(null, [error]);
}
