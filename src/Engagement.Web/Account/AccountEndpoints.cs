using System.Text;
using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Account;

/// <summary>My account: what became of what I sent, what may be sent to me, my data and its erasure.</summary>
internal static class AccountEndpoints
{
    private const int JourneysOnAPage = 5;

    private static readonly string MeDocument = GraphQLDocument.Read("Account/Me.graphql");
    private static readonly string JourneysDocument = GraphQLDocument.Read("Account/MyJourneys.graphql");
    private static readonly string ExportDocument = GraphQLDocument.Read("Account/SubjectExport.graphql");
    private static readonly string MakeExportDocument = GraphQLDocument.Read("Account/MakeSubjectExport.graphql");
    private static readonly string EraseDocument = GraphQLDocument.Read("Account/RequestErasure.graphql");
    private static readonly string GiveDocument = GraphQLDocument.Read("Account/GivePermission.graphql");
    private static readonly string WithdrawDocument = GraphQLDocument.Read("Account/WithdrawPermission.graphql");

    public static void MapAccount(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Links.Me, ShowAsync);
        pages.MapGet(Links.MyJourneys, ShowJourneysAsync);
        pages.MapGet(Links.MyPermissions, async (IEngagementGraphQL graphQL, HttpContext context, string? done, CancellationToken ct) =>
            ShowPermissions(await FindAsync(graphQL, context, ct), done, []));
        pages.MapPost(Links.MyPermissions, ChangePermissionsAsync);
        pages.MapGet(Links.MyData, async (IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) => ShowData(await FindAsync(graphQL, context, ct), []));
        pages.MapPost(Links.MyData, MakeExportAsync);
        pages.MapGet($"{Links.MyData}/{{id}}", ShowExportAsync);
        pages.MapGet($"{Links.MyData}/{{id}}/{{format}}", DownloadAsync);
        pages.MapGet(Links.MyErasure, async (IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) => ShowErasure(await FindAsync(graphQL, context, ct), []));
        pages.MapPost(Links.MyErasure, EraseAsync);
    }

    private static async Task<IResult> ShowAsync(IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(MeDocument, null, context, ct);
        return Page.Of<MePage>(new { Me = SignedIn(reply), Emails = reply.Get<OwnEmails>("notificationChoices") });
    }

    private static async Task<IResult> ShowJourneysAsync(string? after, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(JourneysDocument, new { first = JourneysOnAPage, after }, context, ct);
        var me = SignedIn(reply);
        return Page.Of<MyJourneysPage>(new { me.Site, me.Journeys, IsFirst = after is null });
    }

    private static async Task<IResult> ChangePermissionsAsync(IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var me = await FindAsync(graphQL, context, ct);
        if (me.Participant is not { } record)
            return ShowPermissions(me, null, []);
        if (!form.IsTrusted)
            return ShowPermissions(me, null, [FieldError.PageTooOld]);

        var allowed = form.All("allow");
        var isChild = record.AgeBand is AgeBand.Under13;
        var given = Enum.GetValues<Permission>().Where(p => allowed.Contains($"{p}") && !record.Permissions.Contains(p)).ToList();
        if (isChild && given.Count > 0 && form["agreed"] != "yes")
            return ShowPermissions(me, null, [new FieldError("A parent or carer has to agree. Ask them to tick the box", "agreed", "PARENT_NEEDED")], allowed);

        var refusals = new List<FieldError>();
        foreach (var permission in given)
        {
            var input = new { permission = NameOf(permission), givenBy = isChild ? "PARENT_OR_CARER" : "SELF" };
            refusals.AddRange((await graphQL.ExecuteAsync(GiveDocument, new { input }, context, ct)).PayloadErrors("givePermission"));
        }

        foreach (var permission in record.Permissions.Where(p => !allowed.Contains($"{p}")))
            refusals.AddRange((await graphQL.ExecuteAsync(WithdrawDocument, new { input = new { permission = NameOf(permission) } }, context, ct)).PayloadErrors("withdrawPermission"));
        return refusals.Count == 0
            ? Page.SeeOther($"{Links.MyPermissions}?done=saved")
            : ShowPermissions(me, null, [.. refusals.Select(e => e with { Field = null })], allowed);
    }

    private static async Task<IResult> MakeExportAsync(IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var me = await FindAsync(graphQL, context, ct);
        if (!form.IsTrusted)
            return ShowData(me, [FieldError.PageTooOld]);
        var reply = await graphQL.ExecuteAsync(MakeExportDocument, new { input = new { } }, context, ct);
        return reply.Get<ExportPayload>("makeSubjectExport")?.SubjectExport is { } made
            ? Page.SeeOther(Links.MyExport(made.Id))
            : ShowData(me, [.. reply.PayloadErrors("makeSubjectExport").Select(e => e with { Field = null })]);
    }

    private static async Task<IResult> ShowExportAsync(string id, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(ExportDocument, new { id }, context, ct);
        return reply.Get<SubjectExport>("subjectExport") is { } export
            ? Page.Of<ExportPage>(new { SignedIn(reply).Site, Export = export })
            : TroubleEndpoints.NotFound();
    }

    /// <summary>The export as a file: a page to read, or JSON for programs.</summary>
    private static async Task<IResult> DownloadAsync(string id, string format, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        if (format is not ("html" or "json") || await FindExportAsync(id, graphQL, context, ct) is not { } export)
            return TroubleEndpoints.NotFound();
        context.Response.Headers.CacheControl = "no-store";
        var name = $"my-data-{Dates.Machine(Dates.Day(export.MadeAt))}.{format}";
        return format == "html"
            ? Results.File(Encoding.UTF8.GetBytes(export.Html), "text/html; charset=utf-8", name)
            : Results.File(Encoding.UTF8.GetBytes(export.Json), "application/json", name);
    }

    private static async Task<IResult> EraseAsync(IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var me = await FindAsync(graphQL, context, ct);
        if (!form.IsTrusted)
            return ShowErasure(me, [FieldError.PageTooOld]);
        if (form["sure"] != "yes")
            return ShowErasure(me, [new FieldError("Tick the box if you want everything erased", "sure", "SURE_NEEDED")]);
        var refusals = (await graphQL.ExecuteAsync(EraseDocument, new { input = new { } }, context, ct)).PayloadErrors("requestErasure");
        return refusals.Count == 0 ? Page.SeeOther(Links.MyErasure) : ShowErasure(me, [.. refusals.Select(e => e with { Field = null })]);
    }

    /// <summary>Leads to the sign-in whoever has not signed in.</summary>
    private static async Task<Me> FindAsync(IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        SignedIn(await graphQL.ExecuteAsync(MeDocument, null, context, ct));

    private static Me SignedIn(GraphQLReply reply) => reply.Get<Me>("me") is { SignedIn: true } me ? me : throw new SignInNeededException();

    private static async Task<SubjectExport?> FindExportAsync(string id, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        (await graphQL.ExecuteAsync(ExportDocument, new { id }, context, ct)).Get<SubjectExport>("subjectExport");

    private static IResult ShowPermissions(Me me, string? done, IReadOnlyList<FieldError> errors, IReadOnlyList<string>? allowed = null) => Page.Of<PermissionsPage>(
        new { Me = me, Allowed = allowed ?? [.. (me.Participant?.Permissions ?? []).Select(p => $"{p}")], IsSaved = done == "saved", Errors = errors },
        errors.Status());

    private static IResult ShowData(Me me, IReadOnlyList<FieldError> errors) => Page.Of<MyDataPage>(new { Me = me, Errors = errors }, errors.Status());

    private static IResult ShowErasure(Me me, IReadOnlyList<FieldError> errors) => Page.Of<EraseMePage>(new { Me = me, Errors = errors }, errors.Status());

    private static string NameOf(Permission permission) => permission is Permission.Contact ? "CONTACT" : "QUOTE";

    private sealed record ExportPayload(MadeExport? SubjectExport);

    private sealed record MadeExport(string Id);
}
