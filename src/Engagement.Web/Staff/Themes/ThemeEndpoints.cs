using System.Globalization;
using Engagement.Web.Documents;
using Engagement.Web.Figures;
using Engagement.Web.Forms;
using Engagement.Web.Staff.Coding;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Web.Staff.Themes;

/// <summary>The themes, and what officers do with one: define it, merge, split and link it, share it back, and say what becomes of it.</summary>
internal static class ThemeEndpoints
{
    private const string EditThemes = "themes.edit";

    private static readonly string MeDocument = GraphQLDocument.Read("Staff/Themes/ThemeViewer.graphql");
    private static readonly string ListDocument = GraphQLDocument.Read("Staff/Themes/StaffThemes.graphql");
    private static readonly string ThemeDocument = GraphQLDocument.Read("Staff/Themes/StaffTheme.graphql");
    private static readonly string BesideDocument = GraphQLDocument.Read("Staff/Themes/ThemesBeside.graphql");
    private static readonly string ViewsDocument = GraphQLDocument.Read("Staff/Themes/ThemeViews.graphql");
    private static readonly string DescribeDocument = GraphQLDocument.Read("Staff/Themes/DescribeTheme.graphql");
    private static readonly string MergeDocument = GraphQLDocument.Read("Staff/Themes/MergeThemes.graphql");
    private static readonly string UnmergeDocument = GraphQLDocument.Read("Staff/Themes/UnmergeTheme.graphql");
    private static readonly string SplitDocument = GraphQLDocument.Read("Staff/Themes/SplitTheme.graphql");
    private static readonly string LinkDocument = GraphQLDocument.Read("Staff/Themes/LinkThemes.graphql");
    private static readonly string DisposeDocument = GraphQLDocument.Read("Staff/Themes/DisposeTheme.graphql");
    private static readonly string ShareBackDocument = GraphQLDocument.Read("Staff/Themes/ShareThemeBack.graphql");

    private static readonly string LocalOfferDocument = GraphQLDocument.Read("Staff/Themes/MarkThemeForLocalOffer.graphql");

    public static void MapThemes(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(ThemeLinks.Themes, ListAsync);
        pages.MapGet("/staff/themes/{id}", (string id, IEngagementGraphQL g, HttpContext c, CancellationToken ct) => ShowAsync(id, ThemeFormState.None, g, c, ct));
        pages.MapPost("/staff/themes/{id}/describe", DescribeAsync);
        pages.MapPost("/staff/themes/{id}/dispose", DisposeAsync);
        pages.MapPost("/staff/themes/{id}/share-back", ShareBackAsync);
        pages.MapPost("/staff/themes/{id}/local-offer", MarkAsync);
        pages.MapPost("/staff/themes/{id}/link", LinkAsync);
        pages.MapGet("/staff/themes/{id}/merge", (string id, string? into, IEngagementGraphQL g, HttpContext c, CancellationToken ct) => ShowMergeAsync(id, into, null, [], g, c, ct));
        pages.MapPost("/staff/themes/{id}/merge", MergeAsync);
        pages.MapGet("/staff/themes/{id}/unmerge", (string id, IEngagementGraphQL g, HttpContext c, CancellationToken ct) => ShowUnmergeAsync(id, null, [], g, c, ct));
        pages.MapPost("/staff/themes/{id}/unmerge", UnmergeAsync);
        pages.MapGet("/staff/themes/{id}/split", (string id, IEngagementGraphQL g, HttpContext c, CancellationToken ct) => ShowSplitAsync(id, ThemeFormState.None, [], g, c, ct));
        pages.MapPost("/staff/themes/{id}/split", SplitAsync);
    }

    private static async Task<IResult> ListAsync(IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var filter = ThemeFilter.Of(context.Request);
        var reply = await graphQL.ExecuteAsync(
            ListDocument,
            new
            {
                consultationId = filter.OnlyStanding ? null : filter.Consultation,
                standing = filter.OnlyStanding,
                words = filter.Words,
                audience = filter.Audience,
                district = filter.District,
                disposition = filter.Disposition,
                answered = filter.IsAnswered,
                waitingDays = filter.WaitingDays,
                merged = filter.AlsoMerged,
                order = filter.Order,
                after = filter.After,
            },
            context, ct);
        return Page.Of<ThemesPage>(new
        {
            Viewer = Viewer.Of(reply, "loops.read"),
            Filter = filter,
            Themes = reply.Get<Connection<ThemeRow>>("themes") ?? new Connection<ThemeRow>([]),
            Consultations = reply.Get<Connection<ThemeConsultation>>("consultations")?.Nodes ?? [],
        });
    }

    private static Task<IResult> DescribeAsync(string id, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct) =>
        ChangeAsync(id, "describe", graphQL, context, form => form["definition"].Length == 0
            ? Task.FromResult<IReadOnlyList<FieldError>>([new FieldError("Write the point, so that two coders would understand the same", "definition")])
            : mutation.SendAsync(DescribeDocument, "describeTheme",
                new
                {
                    themeId = id,
                    definition = form["definition"],
                    include = form.OrNull("include"),
                    exclude = form.OrNull("exclude"),
                    idempotencyKey = form["_key"],
                    expectedVersion = form.Number("_version"),
                },
                context, ct), ct);

    private static Task<IResult> DisposeAsync(string id, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct) =>
        ChangeAsync(id, "dispose", graphQL, context, form => ThemeWords.Dispositions.All(choice => choice.Value != form["disposition"])
            ? Task.FromResult<IReadOnlyList<FieldError>>([new FieldError("Choose what becomes of it", "disposition")])
            : mutation.SendAsync(DisposeDocument, "disposeTheme",
                new
                {
                    themeId = id,
                    disposition = form["disposition"],
                    reason = form.OrNull("reason"),
                    idempotencyKey = form["_key"],
                    expectedVersion = form.Number("_version"),
                },
                context, ct), ct);

    private static Task<IResult> ShareBackAsync(string id, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct) =>
        ChangeAsync(id, "share-back", graphQL, context, form => !int.TryParse(form["count"], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? Task.FromResult<IReadOnlyList<FieldError>>([new FieldError("Enter how many people it was shared with", "count")])
            : mutation.SendAsync(ShareBackDocument, "shareThemeBack",
                new { themeId = id, route = form["route"], count, idempotencyKey = form["_key"], expectedVersion = form.Number("_version") }, context, ct), ct);

    private static Task<IResult> MarkAsync(string id, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct) =>
        ChangeAsync(id, "local-offer", graphQL, context, form => ThemeWords.LocalOffer.All(choice => choice.Value != form["matter"])
            ? Task.FromResult<IReadOnlyList<FieldError>>([new FieldError("Choose whether it is about the Local Offer", "matter")])
            : mutation.SendAsync(LocalOfferDocument, "markThemeForLocalOffer",
                new
                {
                    themeId = id,
                    matter = LocalOfferWords.Matters.FirstOrDefault(one => one.InSchema == form["matter"]).InSchema,
                    idempotencyKey = form["_key"],
                    expectedVersion = form.Number("_version"),
                },
                context, ct), ct);

    private static Task<IResult> LinkAsync(string id, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct) =>
        ChangeAsync(id, "link", graphQL, context, form => form["otherThemeId"].Length == 0
            ? Task.FromResult<IReadOnlyList<FieldError>>([new FieldError("Choose the other theme", "otherThemeId")])
            : mutation.SendAsync(LinkDocument, "linkThemes",
                new { themeId = id, otherThemeId = form["otherThemeId"], why = form["why"], idempotencyKey = form["_key"] }, context, ct), ct);

    /// <summary>Takes a form of a theme's page. Refused, it comes back with its words, beside what the theme says now.</summary>
    private static async Task<IResult> ChangeAsync(
        string id, string what, IEngagementGraphQL graphQL, HttpContext context, Func<SubmittedForm, Task<IReadOnlyList<FieldError>>> send, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var errors = form.IsTrusted ? await send(form) : [FieldError.PageTooOld];
        return errors.Count == 0
            ? Page.SeeOther(Links.With(ThemeLinks.Theme(id), ("done", what)))
            : await ShowAsync(id, new ThemeFormState(what, new Fields(name => form[name]), errors), graphQL, context, ct);
    }

    private static async Task<IResult> ShowAsync(string id, ThemeFormState form, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var viewer = await ViewerAsync("loops.read", graphQL, context, ct);
        var reply = await graphQL.ExecuteAsync(ThemeDocument, new { id, readsViews = viewer.ReadsViews }, context, ct);
        if (reply.Get<ThemeDetails>("theme") is not { } theme)
            return TroubleEndpoints.NotFound();
        return Page.Of<ThemePage>(
            new
            {
                Viewer = viewer,
                Theme = theme,
                Views = reply.Get<Connection<ThemeView>>("views")?.Nodes ?? [],
                Others = viewer.May(EditThemes) ? await BesideAsync(theme, graphQL, context, ct) : [],
                AtIt = await WhoIsAtItAsync(theme, viewer, context, ct),
                Form = form,
                Done = context.Request.Query["done"].ToString(),
            },
            form.Errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Who else has this theme open just now; known to those who code its consultation, and only while they are there themselves.</summary>
    private static async Task<IReadOnlyList<string>> WhoIsAtItAsync(ThemeDetails theme, Viewer viewer, HttpContext context, CancellationToken ct)
    {
        if (theme.Consultation?.Id is not { } consultation || !viewer.CodesViews)
            return [];
        var others = await context.RequestServices.GetRequiredService<BoardCompany>().OfAsync(consultation, null, theme.Id, leaves: false, context, ct);
        return [.. others.Where(one => one.ThemeId == theme.Id).Select(one => one.Who)];
    }

    private static async Task<IResult> ShowMergeAsync(
        string id, string? into, string? key, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var viewer = await ViewerAsync(EditThemes, graphQL, context, ct);
        if (await FindAsync(id, graphQL, context, ct) is not { } theme)
            return TroubleEndpoints.NotFound();
        var others = await BesideAsync(theme, graphQL, context, ct);
        return Page.Of<MergePage>(
            new { Viewer = viewer, Theme = theme, Others = others, Into = others.FirstOrDefault(other => other.Id == into), NotChosen = into is { Length: 0 }, Key = key ?? FormKey.New(), Errors = errors },
            errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> MergeAsync(string id, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var into = form["intoId"];
        IReadOnlyList<FieldError> errors = !form.IsTrusted
            ? [FieldError.PageTooOld]
            : await mutation.SendAsync(MergeDocument, "mergeThemes", new { fromIds = new[] { id }, intoId = into, idempotencyKey = form["_key"] }, context, ct);
        return errors.Count == 0
            ? Page.SeeOther(Links.With(ThemeLinks.Theme(into), ("done", "merge")))
            : await ShowMergeAsync(id, into, form["_key"], [.. errors.Select(error => error with { Field = null })], graphQL, context, ct);
    }

    private static async Task<IResult> ShowUnmergeAsync(
        string id, SubmittedForm? form, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var viewer = await ViewerAsync(EditThemes, graphQL, context, ct);
        if (await FindAsync(id, graphQL, context, ct) is not { } theme)
            return TroubleEndpoints.NotFound();
        return Page.Of<UnmergePage>(
            new
            {
                Viewer = viewer,
                Theme = theme,
                Key = form?["_key"] is { Length: > 0 } key ? key : FormKey.New(),
                Reason = form?["reason"],
                Errors = errors,
            },
            errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> UnmergeAsync(string id, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var errors = form.IsTrusted
            ? await mutation.SendAsync(UnmergeDocument, "unmergeTheme", new { themeId = id, reason = form["reason"], idempotencyKey = form["_key"] }, context, ct)
            : [FieldError.PageTooOld];
        return errors.Count == 0
            ? Page.SeeOther(Links.With(ThemeLinks.Theme(id), ("done", "unmerge")))
            : await ShowUnmergeAsync(id, form, errors, graphQL, context, ct);
    }

    private static async Task<IResult> ShowSplitAsync(
        string id, ThemeFormState form, IReadOnlyList<string> ticked, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var viewer = await ViewerAsync(EditThemes, graphQL, context, ct);
        if (await FindAsync(id, graphQL, context, ct) is not { } theme)
            return TroubleEndpoints.NotFound();
        var (words, after) = (OrNull(context.Request.Query["words"].ToString().Trim()), OrNull(context.Request.Query["after"].ToString()));
        var views = viewer.ReadsViews ? (await graphQL.ExecuteAsync(ViewsDocument, new { id, words, after }, context, ct)).Get<Connection<ThemeView>>("views") : null;
        return Page.Of<SplitPage>(
            new { Viewer = viewer, Theme = theme, Views = views ?? new Connection<ThemeView>([]), Words = words, IsFirst = after is null, Form = form, Ticked = ticked },
            form.Errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> SplitAsync(string id, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var viewIds = form.All("viewIds");
        string? part = null;
        IReadOnlyList<FieldError> errors = form.IsTrusted ? [] : [FieldError.PageTooOld];
        if (errors.Count == 0)
        {
            (part, errors) = await mutation.MakeAsync(SplitDocument, "splitTheme", "theme",
                new { themeId = id, title = form["title"], summary = form["summary"], viewIds, idempotencyKey = form["_key"] }, context, ct);
        }

        return part is not null && errors.Count == 0
            ? Page.SeeOther(Links.With(ThemeLinks.Theme(part), ("done", "split")))
            : await ShowSplitAsync(id, new ThemeFormState("split", new Fields(name => form[name]), errors), viewIds, graphQL, context, ct);
    }

    private static async Task<Viewer> ViewerAsync(string permission, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        Viewer.Of(await graphQL.ExecuteAsync(MeDocument, null, context, ct), permission);

    private static async Task<ThemeDetails?> FindAsync(string id, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        (await graphQL.ExecuteAsync(ThemeDocument, new { id, readsViews = false }, context, ct)).Get<ThemeDetails>("theme");

    /// <summary>The other themes of its consultation, and the standing ones.</summary>
    private static async Task<IReadOnlyList<ThemeBeside>> BesideAsync(ThemeDetails theme, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(BesideDocument, new { consultationId = theme.Consultation?.Id, standing = theme.Consultation is null }, context, ct);
        return
        [
            .. (reply.Get<Connection<ThemeBeside>>("themes")?.Nodes ?? []).Concat(reply.Get<Connection<ThemeBeside>>("standingThemes")?.Nodes ?? [])
                .DistinctBy(other => other.Id).Where(other => other.Id != theme.Id),
        ];
    }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
