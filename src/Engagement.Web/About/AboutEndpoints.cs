using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.About;

internal static class AboutEndpoints
{
    public static void MapAbout(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Links.Accessibility, () => Page.Of<AccessibilityPage>());
        pages.MapGet(Links.Credits, () => Page.Of<CreditsPage>());
        pages.MapGet(Links.Privacy, () => Page.Of<PrivacyPage>());
        pages.MapGet(Links.PrivacyForYoungPeople, () => Page.Of<YoungPeoplesPrivacyPage>());
        pages.MapGet(Links.HowWeModerate, () => Page.Of<HowWeModeratePage>());
    }
}
