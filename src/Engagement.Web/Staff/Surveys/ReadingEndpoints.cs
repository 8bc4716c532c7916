using Engagement.Web.Forms;
using Engagement.Web.Reading;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Staff.Surveys;

/// <summary>How easy words are to read, for a page whose fields somebody is writing in, and the pictures there are.</summary>
internal static class ReadingEndpoints
{
    private const int LongestText = 5_000;

    public static void MapReadingHints(this IEndpointRouteBuilder pages)
    {
        pages.MapPost(SurveyLinks.Reading, HintAsync);
        pages.MapGet(SurveyLinks.Symbols, ShowSymbolsAsync);
    }

    // It keeps and changes nothing, so the form needs no token.
    private static async Task<IResult> HintAsync(HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        return ReadingAim.Find(form["aim"]) is { } aim && form["text"] is { Length: <= LongestText } text
            ? Page.Of<ReadingHintText>(new { Hints = WordHints.Of(aim, text) })
            : TroubleEndpoints.NotFound();
    }

    private static async Task<IResult> ShowSymbolsAsync(SurveyDesks desks, HttpContext context, CancellationToken ct) =>
        Page.Of<SymbolsPage>(new { Viewer = await desks.WhoAsync(context, ct) });
}
