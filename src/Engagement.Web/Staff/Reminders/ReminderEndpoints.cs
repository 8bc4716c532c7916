using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Staff.Reminders;

/// <summary>Reminders by e-mail of the work that is somebody's to do.</summary>
internal static class ReminderEndpoints
{
    /// <summary>Each is what one of the reminders is for.</summary>
    public static readonly string[] AnyOf = [.. ReminderSettings.All.Select(one => one.Permission).Distinct()];

    private static readonly string Document = GraphQLDocument.Read("Staff/Reminders/ReminderSettings.graphql");
    private static readonly string AskDocument = GraphQLDocument.Read("Staff/Reminders/AskForReminders.graphql");
    private static readonly string StopDocument = GraphQLDocument.Read("Staff/Reminders/StopReminders.graphql");

    public static void MapReminders(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(ReminderLinks.Settings, (string? done, IEngagementGraphQL g, HttpContext c, CancellationToken ct) => ShowAsync(null, done, [], g, c, ct));
        pages.MapPost(ReminderLinks.Settings, ChangeAsync);
    }

    private static async Task<IResult> ShowAsync(
        SubmittedForm? form, string? done, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(Document, null, context, ct);
        var viewer = Viewer.Of(reply, AnyOf);
        var settings = reply.Get<ReminderSettings>("reminderSettings") ?? new ReminderSettings(false, false, false, []);
        return Page.Of<RemindersPage>(
            new
            {
                Viewer = viewer,
                Settings = form is null ? settings : settings with { Kinds = form.All("kinds") },
                Key = FormKey.Of(form),
                Address = form?["address"] ?? "",
                Done = done,
                Errors = errors,
            },
            errors.Status());
    }

    private static async Task<IResult> ChangeAsync(IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var stops = form["stop"] == "yes";
        var address = form.OrNull("address");
        IReadOnlyList<FieldError> errors = !form.IsTrusted
            ? [FieldError.PageTooOld]
            : stops
                ? await mutation.SendAsync(StopDocument, "stopReminders", new { idempotencyKey = form.OrNull("key") }, context, ct)
                : await mutation.SendAsync(
                    AskDocument,
                    "askForReminders",
                    new { address, kinds = ReminderSettings.All.Select(one => one.Kind).Where(form.All("kinds").Contains), idempotencyKey = form.OrNull("key") },
                    context,
                    ct);
        return errors.Count == 0
            ? Page.SeeOther(Links.With(ReminderLinks.Settings, ("done", stops ? "stopped" : address is null ? "saved" : "asked")))
            : await ShowAsync(form, null, errors, graphQL, context, ct);
    }
}
