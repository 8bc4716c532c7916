using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using GraphQL.Language;

namespace GraphQL.Execution;

/// <summary>What a request was answered with, or one of several results of an answer in parts.</summary>
public class ExecutionResult
{
    private readonly ObjectResult? _data;

    internal ExecutionResult(ObjectResult? data, IReadOnlyList<GraphQLError> errors)
    {
        _data = data is { IsDead: false } ? data : null;
        HasData = data is not null;
        Errors = errors;
    }

    /// <summary>
    /// Whether the request was executed and this is its only or first result. When it was not executed, the result has errors and its JSON has
    /// no data.
    /// </summary>
    public bool HasData { get; private init; }

    /// <summary>What went wrong; empty when nothing did.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; }

    /// <summary>
    /// For a result of an answer in parts (<c>@defer</c>, <c>@stream</c>): whether another follows. Null for a result that is the whole answer.
    /// </summary>
    public virtual bool? HasNext => null;

    /// <summary>The kind of operation, when it was found.</summary>
    internal OperationType? OperationType { get; init; }

    /// <summary>What the server adds beyond the specification, written as <c>extensions</c>; null when there is nothing.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; internal set; }

    /// <summary>Makes the result of a request that was executed and came to nothing: its data is null.</summary>
    internal static ExecutionResult Nothing(IReadOnlyList<GraphQLError> errors) => new(null, errors) { HasData = true };

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
    public void Write(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        ResultWriter.Write(writer, this, _data);
        WriteRest(writer);
        writer.WriteEndObject();
    }

    /// <summary>Writes further entries of the result.</summary>
    /// <param name="writer">Where to.</param>
    private protected virtual void WriteRest(Utf8JsonWriter writer)
    {
    }

    private ReadOnlyMemory<byte> ToUtf8()
    {
        var buffer = new ArrayBufferWriter<byte>();
        Write(buffer);
        return buffer.WrittenMemory;
    }
}
