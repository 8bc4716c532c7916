using System.Security.Cryptography;
using Engagement.Web.Consultations;
using Engagement.Web.HaveYourSay;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Engagement.Web.Paper;

/// <summary>A survey to be filled in by hand: a page to print, and the same as a Word document.</summary>
internal static class PaperEndpoints
{
    // Those that no hand writes like another.
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    public const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void MapPaper(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/consultations/{slug}/paper", ShowAsync);
        pages.MapGet("/consultations/{slug}/paper/word", DownloadAsync);
    }

    private static async Task<IResult> ShowAsync(
        string slug, string? form, SurveyReader surveys, IStringLocalizer<Texts> texts, IOptions<EngagementWebOptions> options, HttpContext context, CancellationToken ct)
    {
        if (await FindAsync(slug, form, surveys, context, ct) is not { } walk)
            return TroubleEndpoints.NotFound();
        return HasPaper(walk) ? Page.Of<PaperPage>(new { Sheet = SheetOf(walk, texts, options.Value, context), WordAddress = Links.PaperWord(slug) }) : SurveyPages.NotOpen(walk with { Draft = null });
    }

    private static async Task<IResult> DownloadAsync(
        string slug, string? form, SurveyReader surveys, IStringLocalizer<Texts> texts, IOptions<EngagementWebOptions> options, HttpContext context, CancellationToken ct)
    {
        if (await FindAsync(slug, form, surveys, context, ct) is not { } walk)
            return TroubleEndpoints.NotFound();
        return HasPaper(walk)
            ? Results.File(WordDocument.Of(SheetOf(walk, texts, options.Value, context), texts), WordType, $"{slug}.docx")
            : SurveyPages.NotOpen(walk with { Draft = null });
    }

    private static bool HasPaper(Walk walk) => walk.Questionnaire.Questions.Count > 0 && walk.Wave is not { State: WaveState.Closed }
        && walk.Survey.State is ConsultationState.Open or ConsultationState.Coming;

    /// <summary>The survey in the form that was asked for; else in its own form for paper, if it has one.</summary>
    private static async Task<Walk?> FindAsync(string slug, string? form, SurveyReader surveys, HttpContext context, CancellationToken ct)
    {
        var walk = await surveys.FindAsync(slug, SurveyFace.Public, null, context, ct);
        var wanted = walk?.Wave?.OfferedIn.FirstOrDefault(offered => offered.Name == form)
            ?? walk?.Wave?.OfferedIn.FirstOrDefault(offered => offered.Kind is RenditionKind.Paper && offered.Language == SurveyForm.Standard.Language);
        return wanted is null || wanted == SurveyForm.Standard
            ? walk
            : await surveys.FindAsync(slug, SurveyFace.Public, AnswerDraft.Start(wanted), context, ct);
    }

    private static PaperSheet SheetOf(Walk walk, IStringLocalizer<Texts> texts, EngagementWebOptions options, HttpContext context)
    {
        var request = context.Request;
        var address = $"{request.Scheme}://{request.Host}{request.PathBase}{SurveyFace.Public.Start(walk.Slug)}";
        return new PaperSheet(walk, NewNumber(), address, options.ContactAddress, [.. PaperItem.Of(walk, texts)]);
    }

    /// <summary>The number by which whoever types the form in tells it from all others; drawn anew for each form.</summary>
    private static string NewNumber()
    {
        var drawn = RandomNumberGenerator.GetString(Letters, 7);
        return $"P{RandomNumberGenerator.GetInt32(10)}{drawn[..2]}-{drawn[2..6]}";
    }
}
