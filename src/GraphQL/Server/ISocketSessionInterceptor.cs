using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace GraphQL.Server;

/// <summary>
/// Asked when a socket introduces itself, before anything is executed on it. Register one as a service of the application; it is taken from the
/// services of the request that opened the socket.
/// </summary>
public interface ISocketSessionInterceptor
{
    /// <summary>
    /// Looks at the payload of connection_init. To say who the user is, set <see cref="HttpContext.User"/>: operations on the socket are executed for
    /// that user. When this throws, the socket is closed with 1011 and the client learns nothing more.
    /// </summary>
    /// <param name="context">The request that opened the socket.</param>
    /// <param name="payload">What the client sent along; undefined when nothing. Any JSON: nobody has checked it.</param>
    /// <param name="cancellationToken">Cancelled when the client has gone.</param>
    /// <returns>Whether the connection may go on.</returns>
    ValueTask<ConnectionStatus> OnConnectAsync(HttpContext context, JsonElement payload, CancellationToken cancellationToken);
}
