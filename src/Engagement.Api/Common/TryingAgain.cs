using System.Globalization;
using Engagement.Common;
using Microsoft.AspNetCore.Http;

namespace Engagement.Api.Common;

/// <summary>When somebody who was refused may try again, as programs are told: the answer's <c>Retry-After</c>.</summary>
internal static class TryingAgain
{
    /// <param name="requests">The request in hand; over a socket there is no answer whose headers could still say it.</param>
    /// <param name="refused">Why it was refused.</param>
    public static void Tell(this IHttpContextAccessor requests, RuleRefusedException refused)
    {
        if (refused.TryAgainAfter is { } wait && requests.HttpContext is { Response: { HasStarted: false } response })
            response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
    }
}
