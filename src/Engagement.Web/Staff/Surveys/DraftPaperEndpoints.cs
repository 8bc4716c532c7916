using Engagement.Web.HaveYourSay;
using Engagement.Web.Paper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Engagement.Web.Staff.Surveys;

/// <summary>A survey on paper before anybody is asked: to be read and talked about, and marked as a draft on each page.</summary>
internal static class DraftPaperEndpoints
{
    private static readonly SurveyFace Face = new("/staff/surveys/{slug}/paper", SurveyLinks.List, Site.Public, Links.Consultations)
    {
        IsTrial = true,
        About = id => SurveyLinks.Survey(id),
    };

    public static void MapDraftPaper(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/staff/surveys/{id}/paper", ShowAsync);
        pages.MapGet("/staff/surveys/{id}/paper/word", DownloadAsync);
    }

    private static Task<IResult> ShowAsync(
        string id, string? form, SurveyDesks desks, IStringLocalizer<Texts> texts, IOptions<EngagementWebOptions> options, HttpContext context, CancellationToken ct) =>
        desks.EditAsync(id, context, desk => Task.FromResult(Page.Of<PaperPage>(
            new { Sheet = SheetOf(desk, form, texts, options.Value), WordAddress = SurveyLinks.PaperWord(id, form) })), ct);

    private static Task<IResult> DownloadAsync(
        string id, string? form, SurveyDesks desks, IStringLocalizer<Texts> texts, IOptions<EngagementWebOptions> options, HttpContext context, CancellationToken ct) =>
        desks.EditAsync(
            id,
            context,
            desk => Task.FromResult<IResult>(TypedResults.File(
                WordDocument.Of(SheetOf(desk, form, texts, options.Value), texts), PaperEndpoints.WordType, $"draft-version-{desk.Survey.CurrentVersion}.docx")),
            ct);

    /// <summary>In the form that was asked for; else in the survey's own form for paper, if it has one.</summary>
    private static PaperSheet SheetOf(SurveyDesk desk, string? form, IStringLocalizer<Texts> texts, EngagementWebOptions options)
    {
        var forms = TrialWalk.AllFormsOf(desk);
        var wanted = forms.FirstOrDefault(one => one.Name == form)
            ?? forms.FirstOrDefault(one => one.Kind is Web.Consultations.RenditionKind.Paper && one.Language == SurveyForm.Standard.Language)
            ?? SurveyForm.Standard;
        var walk = TrialWalk.Of(desk, Face, AnswerDraft.Start(wanted));
        return new PaperSheet(walk, "", "", options.ContactAddress, [.. PaperItem.Of(walk, texts)]) { IsDraft = true };
    }
}
