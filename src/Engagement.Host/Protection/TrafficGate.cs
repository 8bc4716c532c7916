using System.Globalization;
using System.Threading.RateLimiting;
using Engagement.Web.Trouble;

namespace Engagement.Host.Protection;

/// <summary>Lets a request on while its sender keeps to a limit, and otherwise says when to come again. Nothing of a request that is sent away was done.</summary>
internal sealed class TrafficGate(RequestDelegate next, PartitionedRateLimiter<HttpContext> limiter)
{
    public const string Code = "RATE_LIMITED";

    /// <summary>What a limit that counts open connections cannot tell.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    public async Task InvokeAsync(HttpContext context)
    {
        // Held until the request is over, which for a live connection is when it ends.
        using var lease = limiter.AttemptAcquire(context);
        if (lease.IsAcquired)
        {
            await next(context);
            return;
        }

        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var told) && told > TimeSpan.Zero ? told : Soon;
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (TooManyRequestsException.CanBeShown(context))
            throw new TooManyRequestsException(seconds);
        await Results.Json(
            new { errors = new[] { new { message = TooManyRequestsException.MessageFor(seconds), extensions = new { code = Code, retryAfterSeconds = seconds } } } },
            statusCode: StatusCodes.Status429TooManyRequests).ExecuteAsync(context);
    }
}
