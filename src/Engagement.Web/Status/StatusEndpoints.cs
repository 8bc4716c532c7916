using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Engagement.Web.Status;

/// <summary>Whether everything works, for people: what the health checks find, without what only engineers understand.</summary>
internal static class StatusEndpoints
{
    public static void MapStatus(this IEndpointRouteBuilder pages) => pages.MapGet(Links.Status, ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext context, TimeProvider time, CancellationToken ct)
    {
        var status = context.RequestServices.GetService<HealthCheckService>() is { } checks
            ? (await checks.CheckHealthAsync(ct)).Status
            : HealthStatus.Healthy;
        return Page.Of<StatusPage>(new { Status = status, At = time.GetUtcNow() });
    }
}
