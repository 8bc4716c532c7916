namespace Engagement.Host.Protection;

/// <summary>
/// A browser opens a socket for any page of any site, with our cookies on it when that site is a neighbour under the same domain. Only our own pages
/// may; what is no browser says no origin.
/// </summary>
internal sealed class OwnPagesOnly(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest || context.Request.Headers.Origin is not [{ Length: > 0 } origin] || IsOurs(origin, context.Request))
            return next(context);

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Response.WriteAsync("This socket is open to pages of this site only.", context.RequestAborted);
    }

    private static bool IsOurs(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
}
