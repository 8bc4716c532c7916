using System.Text.Json;

namespace GraphQL.Execution.Incremental;

/// <summary>One of the results of a response that is delivered in parts: the first, with its data, or one of those that add to it.</summary>
internal sealed class IncrementalResult(ObjectResult? data, IReadOnlyList<GraphQLError> errors, IncrementalPayload payload) : ExecutionResult(data, errors)
{
    public override bool? HasNext => payload.HasNext;

    /// <summary>With the first result: those that follow it. Whoever takes the first result disposes of them.</summary>
    public LaterResults? Later { get; set; }

    /// <summary>With the first result: it and those that follow it.</summary>
    public async IAsyncEnumerable<ExecutionResult> AllAsync()
    {
        yield return this;
        await foreach (var result in Later!.ReadAsync().ConfigureAwait(false))
            yield return result;
    }

    private protected override void WriteRest(Utf8JsonWriter writer) => IncrementalWriter.Write(writer, payload);
}
