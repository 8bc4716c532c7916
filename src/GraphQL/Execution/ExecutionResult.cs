using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using GraphQL.Language;

namespace GraphQL.Execution;

/// <summary>What a request was answered with.</summary>
public sealed class ExecutionResult
{
    private readonly ObjectResult? _data;

    internal ExecutionResult(ObjectResult? data, IReadOnlyList<GraphQLError> errors)
    {
        _data = data is { IsDead: false } ? data : null;
        HasData = data is not null;
        Errors = errors;
    }

    /// <summary>Whether the request was executed. When it was not, it has errors and its JSON has no data.</summary>
    public bool HasData { get; }

    /// <summary>What went wrong; empty when nothing did.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; }

    /// <summary>The kind of operation, when it was found.</summary>
    internal OperationType? OperationType { get; init; }

    /// <summary>What the server adds beyond the specification, written as <c>extensions</c>; null when there is nothing.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; internal set; }

    /// <summary>Makes the result of a request that cannot be executed.</summary>
    /// <param name="errors">What is wrong with it.</param>
    /// <returns>The result.</returns>
    public static ExecutionResult Failed(params IReadOnlyList<GraphQLError> errors) => new(null, errors);

    /// <summary>Writes the result as JSON.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    /// <returns>A task that is done when all has been flushed.</returns>
    public async ValueTask WriteAsync(PipeWriter output, CancellationToken cancellationToken = default)
    {
        Write(output);
        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes the result as JSON.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    /// <returns>A task that is done when all has been written.</returns>
    public async ValueTask WriteAsync(Stream output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        await output.WriteAsync(ToUtf8(), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The result as JSON.</summary>
    /// <returns>The JSON.</returns>
    public string ToJson() => Encoding.UTF8.GetString(ToUtf8().Span);

    /// <summary>The result as parsed JSON.</summary>
    /// <returns>The document; dispose it when done.</returns>
    public JsonDocument ToJsonDocument() => JsonDocument.Parse(ToUtf8());

    /// <summary>Writes the result as JSON, without flushing.</summary>
    /// <param name="output">Where to.</param>
    public void Write(IBufferWriter<byte> output)
    {
        using var writer = new Utf8JsonWriter(output, ResultWriter.Options);
        Write(writer);
    }

    /// <summary>Writes the result as a JSON object into a larger document.</summary>
    /// <param name="writer">Where to.</param>
    public void Write(Utf8JsonWriter writer) => ResultWriter.Write(writer, this, _data);

    private ReadOnlyMemory<byte> ToUtf8()
    {
        var buffer = new ArrayBufferWriter<byte>();
        Write(buffer);
        return buffer.WrittenMemory;
    }
}
