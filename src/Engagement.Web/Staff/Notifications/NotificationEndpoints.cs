using Engagement.Web.Documents;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Staff.Notifications;

/// <summary>What people who took part are sent, for officers to read before families do.</summary>
internal static class NotificationEndpoints
{
    public const string Permission = "notifications.read";

    private static readonly string KindsDocument = GraphQLDocument.Read("Staff/Notifications/NotificationKinds.graphql");
    private static readonly string PreviewDocument = GraphQLDocument.Read("Staff/Notifications/NotificationPreview.graphql");

    public static void MapStaffNotifications(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(NotificationLinks.All, ShowAllAsync);
        pages.MapGet($"{NotificationLinks.All}/{{slug}}", ShowAsync).WithMetadata(ContentPolicy.WithFrame);
        pages.MapGet($"{NotificationLinks.All}/{{slug}}/letter", ShowLetterAsync).WithMetadata(ContentPolicy.Letter);
    }

    private static async Task<IResult> ShowAllAsync(IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(KindsDocument, null, context, ct);
        return Page.Of<NotificationsPage>(new { Viewer = Viewer.Of(reply, Permission), Kinds = Kinds(reply), Delivery = reply.Get<NotificationDelivery>("notificationDelivery") ?? new NotificationDelivery(0, 0, 0, 0) });
    }

    private static async Task<IResult> ShowAsync(
        string slug, string? audience, string? language, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        if (await FindAsync(slug, audience, language, graphQL, context, ct) is not var (reply, variant, preview))
            return TroubleEndpoints.NotFound();

        return Page.Of<NotificationPreviewPage>(new
        {
            Viewer = Viewer.Of(reply, Permission),
            Kind = Kinds(reply).Single(kind => kind.Slug == slug),
            Languages = reply.Get<IReadOnlyList<string>>("notificationLanguages") ?? [],
            Variant = variant,
            Preview = preview,
        });
    }

    private static async Task<IResult> ShowLetterAsync(
        string slug, string? audience, string? language, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        await FindAsync(slug, audience, language, graphQL, context, ct) is var (_, _, preview)
            ? TypedResults.Content(preview.Html, "text/html; charset=utf-8")
            : TroubleEndpoints.NotFound();

    private static async Task<(GraphQLReply Reply, NotificationVariant Variant, NotificationPreview Preview)?> FindAsync(
        string slug, string? audience, string? language, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        // The kinds first: a name that was never given out is not a kind that the preview could be asked for.
        var kinds = await graphQL.ExecuteAsync(KindsDocument, null, context, ct);
        Viewer.Of(kinds, Permission);
        if (Kinds(kinds).FirstOrDefault(kind => kind.Slug == slug) is not { } kind)
            return null;

        var variant = Variant(kind, audience, language);
        var reply = await graphQL.ExecuteAsync(PreviewDocument, new { kind = kind.Kind, audience = variant.Audience, language = variant.Language }, context, ct);
        return reply.Get<NotificationPreview>("notificationPreview") is { } preview ? (reply, variant, preview) : null;
    }

    private static IReadOnlyList<NotificationTemplate> Kinds(GraphQLReply reply) => reply.Get<IReadOnlyList<NotificationTemplate>>("notificationKinds") ?? [];

    private static NotificationVariant Variant(NotificationTemplate kind, string? audience, string? language)
    {
        var chosen = kind.Audiences.FirstOrDefault(one => one == audience) ?? kind.Audiences[0];
        // Staff are written to in English only.
        return new NotificationVariant(chosen, language is { Length: > 0 } && chosen != NotificationVariant.Staff ? language : Languages.English);
    }
}
