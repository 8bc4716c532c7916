using GraphQL.Execution;
using GraphQL.Execution.Incremental;
using GraphQL.Language;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace GraphQL.Server;

/// <summary>Answers one path: HTTP requests itself, sockets through <see cref="SocketConnection"/>.</summary>
internal sealed class GraphQLEndpoint(RequestExecutor executor, GraphQLOptions options, IHostApplicationLifetime lifetime)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.WebSockets.IsWebSocketRequest)
        {
            await SocketConnection.AcceptAsync(context, executor, options, lifetime.ApplicationStopping).ConfigureAwait(false);
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
            var request = await ReadAsync(context).ConfigureAwait(false);
            if (HttpMethods.IsGet(context.Request.Method))
                RequireQuery(request, context);
            if (accepted.Stream is { } stream)
                await AnswerInPartsAsync(context, request, accepted.Single, stream).ConfigureAwait(false);
            else
                await AnswerAsync(context, request, accepted.Single!.Value).ConfigureAwait(false);
        }
        catch (BadRequestException exception)
        {
            var error = ExecutionResult.Failed(GraphQLError.WithCode(exception.Message, exception.Code));
            await WriteAsync(context, error, exception.Status, accepted.Single == ResponseFormat.Json).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone; there is nobody to answer.
        }
    }

    private async ValueTask<OperationRequest> ReadAsync(HttpContext context)
    {
        if (HttpMethods.IsPost(context.Request.Method))
            return await RequestReader.ReadBodyAsync(context.Request, options.MaxRequestBytes, context.RequestAborted).ConfigureAwait(false);
        if (HttpMethods.IsGet(context.Request.Method))
            return RequestReader.ReadQuery(context.Request);
        context.Response.Headers.Allow = "GET, POST";
        throw new BadRequestException(StatusCodes.Status405MethodNotAllowed, "Use POST, or GET for queries.", ErrorCodes.MethodNotAllowed);
    }

    private void RequireQuery(OperationRequest request, HttpContext context)
    {
        // Anything a link or an image tag can send must not change anything. An event stream can be opened by GET, as its protocol says.
        var operation = executor.OperationTypeOf(request);
        if (operation == OperationType.Mutation)
        {
            context.Response.Headers.Allow = "POST";
            throw new BadRequestException(StatusCodes.Status405MethodNotAllowed, "Send mutations by POST.", ErrorCodes.OperationNotAllowed);
        }
    }

    private async Task AnswerAsync(HttpContext context, OperationRequest request, ResponseFormat format)
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
            await ResultStream.WriteAsync(context, stream, results, cancellation.Token).ConfigureAwait(false);
            return;
        }
        var result = await executor.ExecuteInPartsAsync(request, context.RequestServices, context.User, context.RequestAborted).ConfigureAwait(false);
        if (result is not IncrementalResult { Later: { } later } first)
        {
            await WriteAsync(context, result, single.Value).ConfigureAwait(false);
            return;
        }
        await using (later.ConfigureAwait(false))
            await ResultStream.WriteAsync(context, stream, first.AllAsync(), context.RequestAborted).ConfigureAwait(false);
    }

    private static int StatusOf(ExecutionResult result)
    {
        if (result.HasData)
            return StatusCodes.Status200OK;
        return result.Errors.Any(error => error.Code is ErrorCodes.Internal or ErrorCodes.Timeout)
            ? StatusCodes.Status500InternalServerError
            : StatusCodes.Status400BadRequest;
    }

    private static Task WriteAsync(HttpContext context, ExecutionResult result, ResponseFormat format)
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
