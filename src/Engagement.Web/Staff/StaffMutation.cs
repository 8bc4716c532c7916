using System.Collections.Frozen;
using System.Text.Json;
using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Microsoft.AspNetCore.Http;

namespace Engagement.Web.Staff;

/// <summary>Sends a form as a mutation and brings back what was refused, for the form's own error summary.</summary>
internal sealed class StaffMutation(IEngagementGraphQL graphQL)
{
    /// <summary>Fields of an input that a page fills in by itself: what is wrong with them is about the form as a whole.</summary>
    private static readonly FrozenSet<string> NotOnThePage =
        FrozenSet.Create(
            "expectedVersion", "idempotencyKey", "consultationId", "viewId", "themeId", "loopId", "forumId", "topicId", "contributionId", "itemId",
            "groupId", "seatId", "activityId", "meetingId", "barrierId", "actionId", "milestoneId", "measureId", "claimId", "commissioningActivityId", "evidenceId",
            "principle", "rule", "participantId", "logEntryId", "responseId", "instrumentId", "instrumentVersion", "webhookId", "deliveryId", "deadLetterId");

    public async Task<IReadOnlyList<FieldError>> SendAsync(string document, string field, object input, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(document, new { input }, context, ct);
        return Refusals(reply, field);
    }

    /// <summary>As <see cref="SendAsync"/>, and gives the id of the thing that was made; null when it was refused.</summary>
    public async Task<(string? Id, IReadOnlyList<FieldError> Errors)> MakeAsync(
        string document, string field, string thing, object input, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(document, new { input }, context, ct);
        var id = reply.Get<JsonElement>(field).TryGetProperty(thing, out var made) && made.ValueKind is JsonValueKind.Object
            ? made.GetProperty("id").GetString()
            : null;
        return (id, Refusals(reply, field));
    }

    private static List<FieldError> Refusals(GraphQLReply reply, string mutation) =>
        [.. reply.PayloadErrors(mutation).Select(e => e.Field is { } field && NotOnThePage.Contains(field) ? e with { Field = null } : e)];
}
