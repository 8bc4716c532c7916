using Engagement.Web.Forms;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Preferences;

/// <summary>How somebody likes to read: text, paper, words and language. It works without a script and without an account.</summary>
internal static class PreferencesEndpoints
{
    public static void MapPreferences(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Links.Preferences, (string? @return, HttpContext context) => Show(ReadingPreferences.Of(context), @return, []));
        pages.MapPost(Links.Preferences, SaveAsync);
        pages.MapGet($"{Links.Preferences}/language/{{code}}", SpeakAsync);
    }

    private static IResult Show(ReadingPreferences chosen, string? returnTo, IReadOnlyList<FieldError> errors) =>
        Page.Of<PreferencesPage>(new { Chosen = chosen, ReturnTo = ReturnTo(returnTo), Errors = errors }, errors.Count == 0 ? 200 : 422);

    private static async Task<IResult> SaveAsync(HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var chosen = form["reset"].Length > 0 ? ReadingPreferences.Usual : ReadingPreferences.From(name => form[name]);
        if (!form.IsTrusted)
            return Show(chosen, form["_return"], [FieldError.PageTooOld]);
        chosen.Keep(context);
        return Page.SeeOther(ReturnTo(form["_return"]));
    }

    /// <summary>A link does, because somebody who cannot read the page cannot fill in its form; nothing but their own browser changes.</summary>
    private static IResult SpeakAsync(string code, string? @return, HttpContext context)
    {
        if (!Languages.IsOfPages(code))
            return TroubleEndpoints.NotFound();
        (ReadingPreferences.Of(context) with { Language = code }).Keep(context);
        return Page.SeeOther(ReturnTo(@return));
    }

    private static string ReturnTo(string? address) => Links.IsOfThisSite(address) ? address! : Links.Home;
}
