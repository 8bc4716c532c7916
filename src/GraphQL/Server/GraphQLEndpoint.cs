using GraphQL.Execution;
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
        var format = ResponseFormats.Choose(context.Request);
        try
        {
            if (format is null)
            {
                throw new BadRequestException(
                    StatusCodes.Status406NotAcceptable,
                    "Accept application/graphql-response+json, application/json or text/event-stream.",
                    ErrorCodes.NotAcceptable);
            }
            var request = await ReadAsync(context).ConfigureAwait(false);
            if (CostHeader.Read(context.Request) is var report and not CostReport.None)
                request = request with { Cost = report };
            if (HttpMethods.IsGet(context.Request.Method))
                RequireQuery(request, context);
            if (format == ResponseFormat.EventStream)
                await EventStream.WriteAsync(context, executor, request, lifetime.ApplicationStopping).ConfigureAwait(false);
            else
                await AnswerAsync(context, request, format.Value).ConfigureAwait(false);
        }
        catch (BadRequestException exception)
        {
            var error = ExecutionResult.Failed(GraphQLError.WithCode(exception.Message, exception.Code));
            await WriteAsync(context, error, exception.Status, format == ResponseFormat.Json).ConfigureAwait(false);
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
        var isJson = format == ResponseFormat.Json;
        await WriteAsync(context, result, isJson ? StatusCodes.Status200OK : StatusOf(result), isJson).ConfigureAwait(false);
    }

    private static int StatusOf(ExecutionResult result)
    {
        if (result.HasData || result.Errors.Count == 0)
            return StatusCodes.Status200OK;
        return result.Errors.Any(error => error.Code is ErrorCodes.Internal or ErrorCodes.Timeout)
            ? StatusCodes.Status500InternalServerError
            : StatusCodes.Status400BadRequest;
    }

    private static async Task WriteAsync(HttpContext context, ExecutionResult result, int status, bool isJson)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = isJson ? ResponseFormats.Json : ResponseFormats.GraphQLResponse;
        context.Response.Headers.Vary = "Accept";
        await result.WriteAsync(context.Response.BodyWriter, context.RequestAborted).ConfigureAwait(false);
    }
}
