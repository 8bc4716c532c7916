using System.Security.Claims;
using GraphQL.TypeSystem;

namespace GraphQL.Execution;

/// <summary>Executes GraphQL requests in process. All transports meet here.</summary>
public interface IRequestExecutor
{
    /// <summary>The schema that requests are executed against.</summary>
    SchemaDefinition Schema { get; }

    /// <summary>
    /// Executes a query or mutation to one result, which has what <c>@defer</c> and <c>@stream</c> would deliver later as well. What is wrong with
    /// the request is in the result, never an exception.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="requestServices">The services that resolvers may ask for.</param>
    /// <param name="user">Who asks.</param>
    /// <param name="cancellationToken">Cancelled when the client has gone.</param>
    /// <returns>The result.</returns>
    /// <exception cref="OperationCanceledException">The client has gone.</exception>
    Task<ExecutionResult> ExecuteAsync(
        OperationRequest request, IServiceProvider requestServices, ClaimsPrincipal user, CancellationToken cancellationToken = default);

    /// <summary>
    /// Executes any operation as a stream: a subscription gives a result for each event, an operation with <c>@defer</c> or <c>@stream</c> its
    /// first result and those that add to it, everything else exactly one. An event is asked for when the result before it has been taken, so
    /// nothing is buffered or dropped here; in the same way what is deferred is executed once the result that announces it has been taken, and
    /// the source of a streamed list is read at most 64 items ahead. Ending the enumeration early cancels what still runs.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="requestServices">The services that resolvers may ask for; each event has a scope of its own below them.</param>
    /// <param name="user">Who asks.</param>
    /// <param name="cancellationToken">Cancelled when the client has gone.</param>
    /// <returns>The results.</returns>
    IAsyncEnumerable<ExecutionResult> SubscribeAsync(
        OperationRequest request, IServiceProvider requestServices, ClaimsPrincipal user, CancellationToken cancellationToken = default);
}
