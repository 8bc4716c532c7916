using System.Collections.Frozen;
using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Microsoft.AspNetCore.Http;

namespace Engagement.Web.Staff.Surveys;

/// <summary>Sends the builder's forms.</summary>
internal sealed class SurveyEditor(StaffMutation mutation)
{
    private static readonly FrozenDictionary<string, string> Documents = new[]
    {
        "DraftInstrument", "DraftInstrumentVersion", "DiscardInstrumentDraft", "PublishInstrumentVersion", "AddStatement", "AddQuestion", "ChangeQuestion",
        "RemoveQuestion", "MoveQuestion", "AddSection", "ChangeSection", "RemoveSection", "MoveSection", "WriteRendition", "ApproveRendition",
        "DeclareContinuity", "RecordScaleMapping",
    }.ToFrozenDictionary(name => char.ToLowerInvariant(name[0]) + name[1..], name => GraphQLDocument.Read($"Staff/Surveys/{name}.graphql"));

    /// <summary>What was refused; nothing where it was done.</summary>
    public async Task<IReadOnlyList<FieldError>> SendAsync(string field, SubmittedForm form, object input, HttpContext context, CancellationToken ct) =>
        form.IsTrusted ? await mutation.SendAsync(Documents[field], field, input, context, ct) : [FieldError.PageTooOld];

    /// <summary>As <see cref="SendAsync"/>, for something that has no field on the page.</summary>
    public async Task<IReadOnlyList<FieldError>> DoAsync(string field, SubmittedForm form, object input, HttpContext context, CancellationToken ct) =>
        [.. (await SendAsync(field, form, input, context, ct)).Select(error => error with { Field = null })];

    public async Task<(string? Id, IReadOnlyList<FieldError> Errors)> DraftAsync(SubmittedForm form, HttpContext context, CancellationToken ct) => form.IsTrusted
        ? await mutation.MakeAsync(
            Documents["draftInstrument"], "draftInstrument", "instrument", new { title = form["title"], idempotencyKey = form[Mark.Key] }, context, ct)
        : (null, [FieldError.PageTooOld]);
}
