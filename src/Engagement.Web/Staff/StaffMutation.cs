using System.Text.Json;
using Engagement.Web.Forms;
using Microsoft.AspNetCore.Http;

namespace Engagement.Web.Staff;

/// <summary>Sends a form as a mutation and brings back what was refused, for the form's own error summary.</summary>
internal sealed class StaffMutation(IEngagementGraphQL graphQL)
{
    public async Task<IReadOnlyList<FieldError>> SendAsync(string document, string field, object input, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(document, new { input }, context, ct);
        return reply.PayloadErrors(field);
    }

    /// <summary>As <see cref="SendAsync"/>, and gives the id of the thing that was made; null when it was refused.</summary>
    public async Task<(string? Id, IReadOnlyList<FieldError> Errors)> MakeAsync(
        string document, string field, string thing, object input, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(document, new { input }, context, ct);
        var id = reply.Get<JsonElement>(field).TryGetProperty(thing, out var made) && made.ValueKind is JsonValueKind.Object
            ? made.GetProperty("id").GetString()
            : null;
        return (id, reply.PayloadErrors(field));
    }
}
