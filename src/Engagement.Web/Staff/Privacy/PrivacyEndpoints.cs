using System.Globalization;
using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Staff.Privacy;

/// <summary>Who had access, how long things are kept, the sessions of others, and the keys of programs.</summary>
internal static class PrivacyEndpoints
{
    public const string AccessLogPermission = "access-log.read";
    public const string RetentionPermission = "retention.read";
    public const string SessionsPermission = "sessions.end-others";
    public const string KeysPermission = "api-keys.manage";

    private static readonly string MeDocument = GraphQLDocument.Read("Staff/StaffMe.graphql");
    private static readonly string AccessLogDocument = GraphQLDocument.Read("Staff/Privacy/AccessLog.graphql");
    private static readonly string RetentionDocument = GraphQLDocument.Read("Staff/Privacy/Retention.graphql");
    private static readonly string EndSessionsDocument = GraphQLDocument.Read("Staff/Privacy/EndSessionsOf.graphql");
    private static readonly string KeysDocument = GraphQLDocument.Read("Staff/Privacy/ApiKeys.graphql");
    private static readonly string CreateKeyDocument = GraphQLDocument.Read("Staff/Privacy/CreateApiKey.graphql");
    private static readonly string RevokeKeyDocument = GraphQLDocument.Read("Staff/Privacy/RevokeApiKey.graphql");

    public static void MapPrivacy(this IEndpointRouteBuilder pages)
    {
        pages.MapErasure();
        pages.MapGet(PrivacyLinks.AccessLog, ShowAccessLogAsync);
        pages.MapGet(PrivacyLinks.Retention, ShowRetentionAsync);
        pages.MapGet(PrivacyLinks.Sessions, (string? ended, IEngagementGraphQL g, HttpContext c, CancellationToken ct) => ShowSessionsAsync(ended, "", [], g, c, ct));
        pages.MapPost(PrivacyLinks.Sessions, EndSessionsAsync);
        pages.MapGet(PrivacyLinks.Keys, (string? after, string? done, IEngagementGraphQL g, HttpContext c, CancellationToken ct) => ShowKeysAsync(after, done, [], g, c, ct));
        pages.MapGet(PrivacyLinks.NewKey, (IEngagementGraphQL g, HttpContext c, CancellationToken ct) => ShowNewKeyAsync(Fields.None, [], [], g, c, ct));
        pages.MapPost(PrivacyLinks.NewKey, CreateKeyAsync);
        pages.MapPost($"{PrivacyLinks.Keys}/{{id}}/revoke", RevokeKeyAsync);
    }

    private static async Task<IResult> ShowAccessLogAsync([AsParameters] AccessLogAsked asked, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(
            AccessLogDocument, new { kind = asked.KindAsked, role = asked.RoleAsked, from = asked.FromDay, until = asked.UntilDay, after = asked.After }, context, ct);
        return Page.Of<AccessLogPage>(new
        {
            Viewer = Viewer.Of(reply, AccessLogPermission),
            Log = reply.Get<AccessLog>("accessLog") ?? new AccessLog([]),
            Asked = asked,
        });
    }

    private static async Task<IResult> ShowRetentionAsync(IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(RetentionDocument, null, context, ct);
        return Page.Of<RetentionPage>(new { Viewer = Viewer.Of(reply, RetentionPermission), Rules = reply.Get<RetentionRules>("retention") });
    }

    private static async Task<IResult> ShowSessionsAsync(
        string? ended, string personId, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var viewer = Viewer.Of(await graphQL.ExecuteAsync(MeDocument, null, context, ct), SessionsPermission);
        return Page.Of<SessionsOfOthersPage>(
            new { Viewer = viewer, PersonId = personId, Key = FormKey.New(), Ended = int.TryParse(ended, out var count) ? count : (int?)null, Errors = errors },
            errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> EndSessionsAsync(IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var personId = form["personId"];
        IReadOnlyList<FieldError> errors = !form.IsTrusted ? [FieldError.PageTooOld]
            : personId.Length == 0 ? [new FieldError("Enter the code of the person", "personId")]
            : [];
        if (errors.Count == 0)
        {
            try
            {
                var reply = await graphQL.ExecuteAsync(EndSessionsDocument, new { input = new { personId, idempotencyKey = form["_key"] } }, context, ct);
                errors = reply.PayloadErrors("endSessionsOf");
                if (errors.Count == 0)
                {
                    var count = reply.Get<Ended>("endSessionsOf")?.EndedSessions?.Count ?? 0;
                    return Page.SeeOther(Links.With(PrivacyLinks.Sessions, ("ended", count.ToString(CultureInfo.InvariantCulture))));
                }
            }
            catch (AddressUnknownException)
            {
                errors = [new FieldError("This is no code of a person. Copy it from the access log", "personId")];
            }
        }

        return await ShowSessionsAsync(null, personId, errors, graphQL, context, ct);
    }

    private static async Task<IResult> ShowKeysAsync(
        string? after, string? done, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(KeysDocument, new { after }, context, ct);
        return Page.Of<KeysPage>(
            new
            {
                Viewer = Viewer.Of(reply, KeysPermission),
                Keys = reply.Get<Connection<ProgramKey>>("apiKeys") ?? new Connection<ProgramKey>([]),
                Key = FormKey.New(),
                Done = done,
                IsFirst = after is null,
                Errors = errors,
            },
            errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> ShowNewKeyAsync(
        Fields fields, IReadOnlyList<string> chosen, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct, CreatedKey? made = null)
    {
        var reply = await graphQL.ExecuteAsync(KeysDocument, new { after = (string?)null }, context, ct);
        return Page.Of<NewKeyPage>(
            new
            {
                Viewer = Viewer.Of(reply, KeysPermission),
                Scopes = reply.Get<IReadOnlyList<string>>("apiKeyScopes") ?? [],
                Fields = fields,
                Chosen = chosen,
                Key = FormKey.New(),
                Made = made,
                Errors = errors,
            },
            errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>The secret is in the answer to the form and nowhere else, so there is no going on to another page.</summary>
    private static async Task<IResult> CreateKeyAsync(IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var fields = new Fields(name => form[name]);
        var scopes = form.All("scopes");
        int? days = int.TryParse(form["days"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        IReadOnlyList<FieldError> errors = !form.IsTrusted ? [FieldError.PageTooOld]
            : days is null && form["days"].Length > 0 ? [new FieldError("Enter the days as a number, 1 to 365", "days")]
            : [];
        if (errors.Count == 0)
        {
            var reply = await graphQL.ExecuteAsync(CreateKeyDocument, new { input = new { name = form["name"], days, scopes, idempotencyKey = form["_key"] } }, context, ct);
            errors = reply.PayloadErrors("createApiKey");
            if (errors.Count == 0 && reply.Get<Created>("createApiKey")?.CreatedApiKey is { } made)
                return await ShowNewKeyAsync(Fields.None, [], [], graphQL, context, ct, made);
        }

        return await ShowNewKeyAsync(fields, scopes, errors, graphQL, context, ct);
    }

    private static async Task<IResult> RevokeKeyAsync(string id, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        IReadOnlyList<FieldError> errors = !form.IsTrusted ? [FieldError.PageTooOld]
            : form["sure"] != "yes" ? [new FieldError("Tick the box to revoke the key", $"sure-{form["number"]}")]
            : await mutation.SendAsync(RevokeKeyDocument, "revokeApiKey", new { id, idempotencyKey = form["_key"] }, context, ct);
        return errors.Count == 0
            ? Page.SeeOther(Links.With(PrivacyLinks.Keys, ("done", "revoked")))
            : await ShowKeysAsync(null, null, errors, graphQL, context, ct);
    }

    private sealed record Ended(SessionCount? EndedSessions);

    private sealed record SessionCount(int Count);

    private sealed record Created(CreatedKey? CreatedApiKey);
}
