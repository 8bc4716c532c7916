using Engagement.Web.Forms;
using Microsoft.AspNetCore.Http;

namespace Engagement.Web.HaveYourSay;

internal static class SurveyPages
{
    /// <summary>A survey that takes no answers now is a page and not an error; words already written are shown, so that they can be kept.</summary>
    public static IResult NotOpen(Survey survey, AnswerDraft? draft = null) =>
        Page.Of<SurveyNotOpenPage>(new { Survey = survey, Draft = draft });

    public static int StatusOf(IReadOnlyList<FieldError> errors) =>
        errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
}
