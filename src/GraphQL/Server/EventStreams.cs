using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQL.Server;

/// <summary>
/// GraphQL over server-sent events, in single connection mode: a client reserves a stream, opens it once, and sends its operations as requests of
/// their own, whose results come on the stream. The token that names a stream is a secret of its client.
/// </summary>
internal sealed class EventStreams(RequestExecutor executor, GraphQLOptions options, IServiceScopeFactory scopes)
{
    private const string TokenHeader = "X-GraphQL-Event-Stream-Token";
    private readonly ConcurrentDictionary<string, SharedEventStream> _streams = new(StringComparer.Ordinal);

    /// <summary>The token that a request carries, in the header or, as browsers' own event streams need it, in the address.</summary>
    public static string? TokenOf(HttpRequest request)
    {
        if (request.Headers.TryGetValue(TokenHeader, out var header))
            return header.ToString();
        return request.QueryString.HasValue && request.Query.TryGetValue("token", out var token) ? token.ToString() : null;
    }

    /// <summary>PUT: answers the token of a new stream. It is given up when nobody opens it in time.</summary>
    public async Task ReserveAsync(HttpContext context)
    {
        if (_streams.Count >= options.MaxEventStreams)
            throw new BadRequestException(StatusCodes.Status503ServiceUnavailable, "Too many event streams are open.", ErrorCodes.StreamLimit);
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(24));
        var stream = new SharedEventStream(options);
        _streams[token] = stream;
        _ = ForgetAsync(token, stream);
        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsync(token, context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>GET: opens a reserved stream and holds it until either side ends it.</summary>
    public async Task OpenAsync(HttpContext context, string token, CancellationToken stopping)
    {
        var stream = Find(token);
        if (!stream.TryOpen())
            throw new BadRequestException(StatusCodes.Status409Conflict, "The event stream is open already.", ErrorCodes.StreamUnknown);
        try
        {
            await stream.RunAsync(context, stopping).ConfigureAwait(false);
        }
        finally
        {
            _streams.TryRemove(token, out _);
            await stream.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>POST: starts an operation whose results come on the stream.</summary>
    public void Execute(HttpContext context, string token, OperationRequest request)
    {
        var id = request.Extensions.ValueKind == JsonValueKind.Object
            && request.Extensions.TryGetProperty("operationId", out var given) && given.ValueKind == JsonValueKind.String && given.GetString() is { Length: > 0 } text
                ? text
                : throw new BadRequestException(StatusCodes.Status400BadRequest, "Give the operation an operationId in extensions.", ErrorCodes.RequestInvalid);
        var user = context.User;
        Find(token).Start(id, (write, cancellation) => RunAsync(request, user, write, cancellation));
        context.Response.StatusCode = StatusCodes.Status202Accepted;
    }

    /// <summary>DELETE: ends an operation. What has ended already may be ended again.</summary>
    public async Task StopOperationAsync(HttpContext context, string token)
    {
        var id = context.Request.Query["operationId"].ToString();
        if (id.Length == 0)
            throw new BadRequestException(StatusCodes.Status400BadRequest, "Say which operation ends with operationId.", ErrorCodes.RequestInvalid);
        await Find(token).StopAsync(id).ConfigureAwait(false);
        context.Response.StatusCode = StatusCodes.Status200OK;
    }

    private async Task RunAsync(
        OperationRequest request, System.Security.Claims.ClaimsPrincipal user, Func<ExecutionResult, Task> write, CancellationToken cancellation)
    {
        // The request that started the operation is answered at once, and its services are gone by now.
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            await foreach (var result in executor.SubscribeAsync(request, scope.ServiceProvider, user, cancellation).ConfigureAwait(false))
                await write(result).ConfigureAwait(false);
        }
    }

    private async Task ForgetAsync(string token, SharedEventStream stream)
    {
        if (await stream.OpensWithinAsync(options.ConnectionInitTimeout).ConfigureAwait(false) || !stream.TryOpen())
            return;
        _streams.TryRemove(token, out _);
        await stream.DisposeAsync().ConfigureAwait(false);
    }

    private SharedEventStream Find(string token) => _streams.TryGetValue(token, out var stream)
        ? stream
        : throw new BadRequestException(StatusCodes.Status404NotFound, "There is no event stream of this token.", ErrorCodes.StreamUnknown);
}
