using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Microsoft.AspNetCore.Http;

namespace Engagement.Web.Staff.Coding;

/// <summary>Sends what an officer decided on a view, one mutation after the other.</summary>
internal sealed class CodingDecisions(StaffMutation mutation)
{
    private static readonly string CodeDocument = GraphQLDocument.Read("Staff/Coding/CodeView.graphql");
    private static readonly string UncodeDocument = GraphQLDocument.Read("Staff/Coding/UncodeView.graphql");
    private static readonly string NotCodableDocument = GraphQLDocument.Read("Staff/Coding/MarkViewNotCodable.graphql");
    private static readonly string RejectDocument = GraphQLDocument.Read("Staff/Coding/RejectViewSuggestion.graphql");
    private static readonly string OpenThemeDocument = GraphQLDocument.Read("Staff/Coding/OpenTheme.graphql");

    /// <returns>What was refused, and the theme that was opened, if one was.</returns>
    public async Task<(IReadOnlyList<FieldError> Errors, string? Opened)> SendAsync(
        string? consultationId, string viewId, CodingForm form, HttpContext context, CancellationToken ct)
    {
        if (form.Do == CodingForm.NotCodable)
        {
            return (await mutation.SendAsync(NotCodableDocument, "markViewNotCodable",
                new { viewId, reason = form.Reason, idempotencyKey = form.Key, expectedVersion = form.Version }, context, ct), null);
        }

        if (form.Do == CodingForm.Reject)
        {
            return form.SuggestionInput() is not { } suggestion
                ? ([new FieldError("This suggestion is no longer there")], null)
                : (await mutation.SendAsync(RejectDocument, "rejectViewSuggestion",
                    new { viewId, themeId = form.Themes[0], suggestion, idempotencyKey = form.Key, expectedVersion = form.Version }, context, ct), null);
        }

        string? opened = null;
        var (given, takenOff) = form.Do switch
        {
            CodingForm.Undo or CodingForm.Uncode => ([], form.Themes),
            CodingForm.Save => (form.Given, form.TakenOff),
            _ => (form.Themes, Array.Empty<string>()),
        };
        if (form.Do == CodingForm.NewTheme)
        {
            (opened, var refused) = await mutation.MakeAsync(OpenThemeDocument, "openTheme", "theme",
                new { consultationId, title = form.Title, summary = form.Summary, idempotencyKey = $"{form.Key}-theme" }, context, ct);
            if (opened is null || refused.Count > 0)
                return (refused, null);
            given = [opened];
        }

        // Only the first rests on what was on the page: after it the view is another version, by this same decision.
        var version = form.Version;
        foreach (var themeId in takenOff)
        {
            var why = form.Why.Length > 0 ? form.Why : CodingForm.TakenBack;
            var errors = await mutation.SendAsync(UncodeDocument, "uncodeView",
                new { viewId, themeId, why, idempotencyKey = $"{form.Key}-{themeId}", expectedVersion = version }, context, ct);
            if (errors.Count > 0)
                return (errors, opened);
            version = null;
        }

        foreach (var themeId in given)
        {
            var errors = await mutation.SendAsync(CodeDocument, "codeView",
                new { viewId, themeId, suggestion = form.SuggestionInput(), idempotencyKey = $"{form.Key}-{themeId}", expectedVersion = version }, context, ct);
            if (errors.Count > 0)
                return (errors, opened);
            version = null;
        }

        return ([], opened);
    }
}
