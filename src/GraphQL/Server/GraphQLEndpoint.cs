using System.Buffers;
using System.Text.Json;
using GraphQL.Execution;
using GraphQL.Execution.Incremental;
using GraphQL.Language;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GraphQL.Server;

/// <summary>Answers one path: HTTP requests itself, sockets through <see cref="SocketConnection"/>.</summary>
internal sealed class GraphQLEndpoint(
    RequestExecutor executor,
    PersistedOperations documents,
    EventStreams streams,
    GraphQLOptions options,
    IHostApplicationLifetime lifetime,
    ToolPage? tool)
{
    // The draft's own: HTTP has none for a result that is there in part.
    private const int PartialSuccess = 294;

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.WebSockets.IsWebSocketRequest)
        {
            await SocketConnection.AcceptAsync(context, executor, documents, options, lifetime.ApplicationStopping).ConfigureAwait(false);
            return;
        }
        if (tool is not null && tool.IsFor(context))
        {
            await tool.ServeAsync(context).ConfigureAwait(false);
            return;
        }
        var accepted = ResponseFormats.Choose(context.Request);
        try
        {
            if (accepted is { Single: null, Stream: null })
            {
                throw new BadRequestException(
                    StatusCodes.Status406NotAcceptable,
                    "Accept application/graphql-response+json, application/json, text/event-stream, multipart/mixed or application/jsonl.",
                    ErrorCodes.NotAcceptable);
            }
            if (HttpMethods.IsPost(context.Request.Method))
                await PostAsync(context, accepted).ConfigureAwait(false);
            else if (HttpMethods.IsGet(context.Request.Method))
                await GetAsync(context, accepted).ConfigureAwait(false);
            else if (HttpMethods.IsPut(context.Request.Method))
                await streams.ReserveAsync(context).ConfigureAwait(false);
            else if (HttpMethods.IsDelete(context.Request.Method) && EventStreams.TokenOf(context.Request) is { } token)
                await streams.StopOperationAsync(context, token).ConfigureAwait(false);
            else
                throw NotAllowed(context);
        }
        catch (BadRequestException exception)
        {
            GraphQLInstrumentation.CountError(exception.Code);
            var error = ExecutionResult.Failed(GraphQLError.WithCode(exception.Message, exception.Code));
            await WriteAsync(context, error, exception.Status, accepted.Single == ResponseFormat.Json).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone; there is nobody to answer.
        }
    }

    private async Task PostAsync(HttpContext context, AcceptedFormats accepted)
    {
        FileMap? files = null;
        JsonElement body;
        if (options.TakesUploads && MultipartRequestReader.IsFor(context.Request))
            (body, files) = await MultipartRequestReader.ReadAsync(context, options).ConfigureAwait(false);
        else
            body = await RequestReader.ReadBodyAsync(context.Request, options.MaxRequestBytes, context.RequestAborted).ConfigureAwait(false);
        if (body.ValueKind == JsonValueKind.Array && options.MaxBatchSize > 0)
        {
            await AnswerBatchAsync(context, body, files, accepted.Single).ConfigureAwait(false);
            return;
        }
        var request = await ResolveAsync(RequestReader.Read(body), context).ConfigureAwait(false);
        if (files is not null)
            request = request with { Files = files.FilesOf(0) };
        if (EventStreams.TokenOf(context.Request) is { } token)
        {
            // The files go with this HTTP request, which ends before the operation does.
            if (request.Files is not null)
                throw RequestReader.Invalid("Files cannot be sent to an event stream that is open already.");

            // A client of the stream takes 200 for a mistake of the server: the results are on the stream.
            if (executor.Check(request) is { } refusal)
                await WriteAsync(context, refusal, StatusCodes.Status400BadRequest, accepted.Single == ResponseFormat.Json).ConfigureAwait(false);
            else
                streams.Execute(context, token, request);
            return;
        }
        await AnswerAsync(context, request, accepted).ConfigureAwait(false);
    }

    private async Task GetAsync(HttpContext context, AcceptedFormats accepted)
    {
        if (accepted.Stream == ResponseFormat.EventStream && EventStreams.TokenOf(context.Request) is { } token)
        {
            await streams.OpenAsync(context, token, lifetime.ApplicationStopping).ConfigureAwait(false);
            return;
        }
        var request = await ResolveAsync(RequestReader.ReadQuery(context.Request), context).ConfigureAwait(false);

        // Anything a link or an image tag can send must not change anything. An event stream can be opened by GET, as its protocol says.
        if (executor.OperationTypeOf(request) == OperationType.Mutation)
        {
            context.Response.Headers.Allow = "POST";
            throw new BadRequestException(StatusCodes.Status405MethodNotAllowed, "Send mutations by POST.", ErrorCodes.OperationNotAllowed);
        }
        await AnswerAsync(context, request, accepted).ConfigureAwait(false);
    }

    private ValueTask<OperationRequest> ResolveAsync(OperationRequest request, HttpContext context)
    {
        if (CostHeader.Read(context.Request) is var report and not CostReport.None)
            request = request with { Cost = report };
        return documents.ResolveAsync(request, context.User, context.RequestAborted);
    }

    private static BadRequestException NotAllowed(HttpContext context)
    {
        context.Response.Headers.Allow = "GET, POST";
        return new(StatusCodes.Status405MethodNotAllowed, "Use POST, or GET for queries.", ErrorCodes.MethodNotAllowed);
    }

    /// <summary>Executes a list of requests, one after another, and answers the list of their results in the same order.</summary>
    private async Task AnswerBatchAsync(HttpContext context, JsonElement body, FileMap? files, ResponseFormat? format)
    {
        var count = body.GetArrayLength();
        if (count == 0 || count > options.MaxBatchSize)
            throw new BadRequestException(StatusCodes.Status400BadRequest, $"A batch has 1 to {options.MaxBatchSize} requests.", ErrorCodes.BatchLimit);
        if (format is null || EventStreams.TokenOf(context.Request) is not null)
            throw new BadRequestException(StatusCodes.Status400BadRequest, "A batch is answered as JSON, and not as a stream.", ErrorCodes.RequestInvalid);

        // All are read before any is executed, so that a batch that is not right changes nothing.
        var requests = new List<OperationRequest>(count);
        foreach (var item in body.EnumerateArray())
            requests.Add(await ResolveAsync(RequestReader.Read(item) with { Files = files?.FilesOf(requests.Count) }, context).ConfigureAwait(false));
        context.Response.ContentType = format == ResponseFormat.Json ? ResponseFormats.Json : ResponseFormats.GraphQLResponse;
        context.Response.Headers.Vary = "Accept";
        var output = context.Response.BodyWriter;
        output.Write("["u8);
        for (var i = 0; i < count; i++)
        {
            if (i > 0)
                output.Write(","u8);
            var scope = context.RequestServices.CreateAsyncScope();
            await using (scope.ConfigureAwait(false))
            {
                var result = await executor.ExecuteAsync(requests[i], scope.ServiceProvider, context.User, context.RequestAborted).ConfigureAwait(false);
                await result.WriteAsync(output, context.RequestAborted).ConfigureAwait(false);
            }
        }
        output.Write("]"u8);
    }

    private Task AnswerAsync(HttpContext context, OperationRequest request, AcceptedFormats accepted) => accepted.Stream is { } stream
        ? AnswerInPartsAsync(context, request, accepted.Single, stream)
        : AnswerWholeAsync(context, request, accepted.Single!.Value);

    private async Task AnswerWholeAsync(HttpContext context, OperationRequest request, ResponseFormat format)
    {
        var result = await executor.ExecuteAsync(request, context.RequestServices, context.User, context.RequestAborted).ConfigureAwait(false);
        await WriteAsync(context, result, format).ConfigureAwait(false);
    }

    // A client that takes results in parts: what is one result goes in the format for that, when the client has named one.
    private async Task AnswerInPartsAsync(HttpContext context, OperationRequest request, ResponseFormat? single, ResponseFormat stream)
    {
        if (single is null || executor.OperationTypeOf(request) == OperationType.Subscription)
        {
            using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
            var results = executor.SubscribeAsync(request, context.RequestServices, context.User, cancellation.Token);
            await ResultStream.WriteAsync(context, stream, results, options.KeepAliveInterval, cancellation.Token).ConfigureAwait(false);
            return;
        }
        var result = await executor.ExecuteInPartsAsync(request, context.RequestServices, context.User, context.RequestAborted).ConfigureAwait(false);
        if (result is not IncrementalResult { Later: { } later } first)
        {
            await WriteAsync(context, result, single.Value).ConfigureAwait(false);
            return;
        }
        await using (later.ConfigureAwait(false))
            await ResultStream.WriteAsync(context, stream, first.AllAsync(), options.KeepAliveInterval, context.RequestAborted).ConfigureAwait(false);
    }

    private int StatusOf(ExecutionResult result)
    {
        if (result.Errors.Count == 0)
            return StatusCodes.Status200OK;
        if (result.HasData)
            return options.UseDraftStatusCodes ? PartialSuccess : StatusCodes.Status200OK;
        if (result.Errors.Any(error => error.Code is ErrorCodes.Internal or ErrorCodes.Timeout))
            return StatusCodes.Status500InternalServerError;
        return options.UseDraftStatusCodes && !result.Errors.Any(error => LanguageErrorCodes.Contains(error.Code))
            ? StatusCodes.Status422UnprocessableEntity
            : StatusCodes.Status400BadRequest;
    }

    private Task WriteAsync(HttpContext context, ExecutionResult result, ResponseFormat format)
    {
        var isJson = format == ResponseFormat.Json;
        return WriteAsync(context, result, isJson ? StatusCodes.Status200OK : StatusOf(result), isJson);
    }

    private static async Task WriteAsync(HttpContext context, ExecutionResult result, int status, bool isJson)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = isJson ? ResponseFormats.Json : ResponseFormats.GraphQLResponse;
        context.Response.Headers.Vary = "Accept";
        await result.WriteAsync(context.Response.BodyWriter, context.RequestAborted).ConfigureAwait(false);
    }
}
