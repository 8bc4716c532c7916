using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Developers;

internal static class DevelopersEndpoints
{
    public static void MapDevelopers(this IEndpointRouteBuilder pages) =>
        pages.MapGet(Links.Developers, (HttpRequest request) => Page.Of<DevelopersPage>(new { Address = $"{request.Scheme}://{request.Host}" }));
}
