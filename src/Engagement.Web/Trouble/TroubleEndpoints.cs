using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Trouble;

internal static class TroubleEndpoints
{
    public static void MapTrouble(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Links.Offline, () => Page.Of<OfflinePage>());
        pages.MapFallback(NotFound);
    }

    public static IResult NotFound() => Page.Of<NotFoundPage>(status: StatusCodes.Status404NotFound);
}
