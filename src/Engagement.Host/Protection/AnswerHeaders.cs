namespace Engagement.Host.Protection;

/// <summary>What every answer tells a browser: take it for nothing but what it says it is, frame it nowhere, and run nothing that it does not name.</summary>
internal sealed class AnswerHeaders(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(
            static state =>
            {
                var headers = ((HttpResponse)state).Headers;
                headers.TryAdd("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
                headers.TryAdd("X-Content-Type-Options", "nosniff");
                headers.TryAdd("Referrer-Policy", "same-origin");
                headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
                headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
                return Task.CompletedTask;
            },
            context.Response);
        return next(context);
    }
}
