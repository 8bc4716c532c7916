using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace GraphQL.Server;

/// <summary>
/// One stream of events that carries the results of several operations. An operation waits until the stream is open and its last result is sent,
/// so nothing is gathered for a client that does not read.
/// </summary>
internal sealed class SharedEventStream : IAsyncDisposable
{
    private readonly GraphQLOptions _options;
    private readonly OpenOperations _operations;
    private readonly TaskCompletionSource<PipeWriter> _output = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _ended = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private long _lastSent;

    public SharedEventStream(GraphQLOptions options)
    {
        _options = options;
        _operations = new OpenOperations(options.MaxOperationsPerSocket, _ended.Token);
    }

    /// <summary>Takes the one place there is on the stream; false when it is taken.</summary>
    public bool TryOpen() => _opened.TrySetResult();

    public async Task<bool> OpensWithinAsync(TimeSpan time)
    {
        try
        {
            await _opened.Task.WaitAsync(time).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>Holds the response open, with a comment now and then, until the client goes or the server stops.</summary>
    public async Task RunAsync(HttpContext context, CancellationToken stopping)
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping, _ended.Token);
        context.Response.ContentType = ResponseFormats.EventStream;
        context.Response.Headers.CacheControl = "no-cache";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await context.Response.StartAsync(cancellation.Token).ConfigureAwait(false);
        var output = context.Response.BodyWriter;
        output.Write(":\n\n"u8);
        await output.FlushAsync(cancellation.Token).ConfigureAwait(false);
        _output.SetResult(output);
        try
        {
            using var timer = new PeriodicTimer(_options.KeepAliveInterval);
            while (await timer.WaitForNextTickAsync(cancellation.Token).ConfigureAwait(false))
            {
                if (TimeProvider.System.GetElapsedTime(Volatile.Read(ref _lastSent)) >= _options.KeepAliveInterval)
                    await SendAsync(":\n\n"u8.ToArray()).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // Either side has ended it.
        }
    }

    /// <summary>Starts an operation.</summary>
    public void Start(string id, Func<Func<ExecutionResult, Task>, CancellationToken, Task> run)
    {
        if (_operations.IsFull)
        {
            throw new BadRequestException(
                StatusCodes.Status429TooManyRequests, $"At most {_options.MaxOperationsPerSocket} operations may be open.", ErrorCodes.StreamLimit);
        }
        if (!_operations.TryStart(id, operation => RunOperationAsync(operation, run)))
            throw new BadRequestException(StatusCodes.Status409Conflict, "An operation of this operationId is open already.", ErrorCodes.RequestInvalid);
    }

    public Task StopAsync(string id) => _operations.StopAsync(id);

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync().ConfigureAwait(false);
        _output.TrySetCanceled();
        await Task.WhenAll(_operations.Running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        // The source of cancellation stays: a request that found the stream just now starts an operation that ends at once.
        _sending.Dispose();
    }

    private async Task RunOperationAsync(OpenOperations.Operation operation, Func<Func<ExecutionResult, Task>, CancellationToken, Task> run)
    {
        try
        {
            await run(result => SendAsync(Event("next", operation.Id, result)), operation.Token).ConfigureAwait(false);
            if (!operation.Token.IsCancellationRequested)
                await SendAsync(Event("complete", operation.Id, null)).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException or IOException)
        {
            // The operation was ended, or the stream with it.
        }
    }

    private async Task SendAsync(ReadOnlyMemory<byte> message)
    {
        var output = await _output.Task.WaitAsync(_ended.Token).ConfigureAwait(false);
        await _sending.WaitAsync(_ended.Token).ConfigureAwait(false);
        try
        {
            output.Write(message.Span);
            await output.FlushAsync(_ended.Token).ConfigureAwait(false);
            Volatile.Write(ref _lastSent, TimeProvider.System.GetTimestamp());
        }
        finally
        {
            _sending.Release();
        }
    }

    private static ReadOnlyMemory<byte> Event(string name, string id, ExecutionResult? result)
    {
        var buffer = new ArrayBufferWriter<byte>();
        buffer.Write(name == "next" ? "event: next\ndata: "u8 : "event: complete\ndata: "u8);
        using (var writer = new Utf8JsonWriter(buffer, ResultWriter.Options))
        {
            writer.WriteStartObject();
            writer.WriteString("id"u8, id);
            if (result is not null)
            {
                writer.WritePropertyName("payload"u8);
                result.Write(writer);
            }
            writer.WriteEndObject();
        }
        buffer.Write("\n\n"u8);
        return buffer.WrittenMemory;
    }
}
