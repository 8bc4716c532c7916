using Engagement.Web.HaveYourSay;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Engagement.Web.Track;

/// <summary>A page of somebody who follows their answers: it stays among the pages from which they came.</summary>
public abstract class TrackedPage : ComponentBase
{
    [CascadingParameter] public HttpContext? Context { get; set; }

    private protected SurveyFace Face => SurveyPages.FaceOf(Context!);
}
