using Microsoft.AspNetCore.Http;

namespace Engagement.Web.HaveYourSay;

internal static class SurveyPages
{
    /// <summary>The face under which the page was mapped.</summary>
    public static SurveyFace FaceOf(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<SurveyFace>() ?? SurveyFace.Public;

    /// <summary>A survey that takes no answers now is a page and not an error; words already written are shown, so that they can be kept.</summary>
    public static IResult NotOpen(Walk walk) => Page.Of<SurveyNotOpenPage>(new { Walk = walk });
}
