using Microsoft.AspNetCore.Http;

namespace Engagement.Web;

/// <summary>The headers of every page: nothing inline runs, nothing is framed, nothing of a person's journey leaks to other sites.</summary>
internal sealed class PageHeaders(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(static state =>
        {
            var headers = ((HttpResponse)state).Headers;
            headers.Remove("blazor-enhanced-nav");
            headers.ContentSecurityPolicy = ((HttpResponse)state).HttpContext.GetEndpoint()?.Metadata.GetMetadata<ContentPolicy>()?.Text ?? ContentPolicy.Pages;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
            // Pages with a form token say no-store themselves; the others may be kept, and are asked for again.
            if (headers.CacheControl.Count == 0)
                headers.CacheControl = "no-cache";
            return Task.CompletedTask;
        }, context.Response);
        return next(context);
    }
}
