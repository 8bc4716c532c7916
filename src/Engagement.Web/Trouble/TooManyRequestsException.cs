using Microsoft.AspNetCore.Http;

namespace Engagement.Web.Trouble;

/// <summary>More has come from one sender than one may send. Under a page it becomes a page, on which what a person wrote is kept.</summary>
public sealed class TooManyRequestsException(int retryAfterSeconds) : Exception(MessageFor(retryAfterSeconds))
{
    /// <summary>After this many seconds it may be tried again.</summary>
    public int RetryAfterSeconds => retryAfterSeconds;

    /// <summary>Whether the request is for one of these pages.</summary>
    public static bool CanBeShown(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.GetEndpoint()?.Metadata.GetMetadata<PageMetadata>() is not null;
    }

    public static string MessageFor(int seconds) =>
        $"Too many requests have come from you in a short time. Wait {seconds} {(seconds == 1 ? "second" : "seconds")}, then send this again.";
}
