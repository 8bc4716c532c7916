using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Webhooks;
using GraphQL;
using GraphQL.Data;

namespace Engagement.Api.Webhooks;

[QueryType]
public static partial class WebhookQueries
{
    /// <summary>What programs can be told of, in the order in which things happen. What is sent is in <c>schema/webhooks</c>.</summary>
    [AllowAnonymous]
    public static IReadOnlyList<WebhookKind> GetWebhookKinds() => WebhookKinds.All;

    /// <summary>Whether a webhook may lead to the machine that the platform runs on, also by http: while a receiver is developed, and nowhere else.</summary>
    [Authorize(Permissions.ManageWebhooks)]
    public static bool GetWebhooksMayStayHere(WebhookOptions options) => options.AllowThisMachine;

    /// <summary>Programs that are told when something is published, the newest first. A program sees its own.</summary>
    [Authorize(Permissions.ManageWebhooks), UsePaging(DefaultPageSize = 50)]
    public static Task<Connection<Webhook>> GetWebhooksAsync(PagingArguments paging, WebhookReads reads, ClaimsPrincipal user, CancellationToken cancellation)
    {
        var asker = Asker.Of(user);
        var owner = asker.MayEverywhere(Permissions.ManageWebhooks) ? null : asker.ActorId;
        return Keyset.PageAsync(paging, WebhookReads.PositionOf, (after, limit) => reads.ListAsync(owner, after, limit, cancellation));
    }

    /// <summary>One of them; null when it is not there any more.</summary>
    /// <param name="id">The webhook.</param>
    [Authorize(Permissions.ManageWebhooks)]
    public static Task<Webhook?> GetWebhookAsync([ID<Webhook>] Guid id, WebhookReads reads, CancellationToken cancellation) => reads.FindAsync(id, cancellation);

    /// <summary>What a webhook was told, and is to be, the newest first. It is kept for some weeks.</summary>
    /// <param name="webhookId">The webhook.</param>
    /// <param name="state">Of one state.</param>
    /// <param name="kind">Of one kind: one of <c>webhookKinds</c>, or <c>webhook.test</c>.</param>
    [Authorize(Permissions.ManageWebhooks), UsePaging(DefaultPageSize = 20)]
    public static Task<Connection<WebhookDelivery>> GetWebhookDeliveriesAsync(
        [ID<Webhook>] Guid webhookId, WebhookDeliveryState? state, string? kind, PagingArguments paging, WebhookReads reads, CancellationToken cancellation) =>
        Keyset.PageAsync(paging, WebhookReads.PositionOf, (after, limit) => reads.DeliveriesAsync(webhookId, state, kind, after, limit, cancellation));

    /// <summary>Something that one of them was told, or is to be; null when it is not kept any more.</summary>
    /// <param name="id">The delivery.</param>
    [Authorize(Permissions.ManageWebhooks)]
    public static Task<WebhookDelivery?> GetWebhookDeliveryAsync([ID<WebhookDelivery>] Guid id, WebhookReads reads, CancellationToken cancellation) =>
        reads.FindDeliveryAsync(id, cancellation);
}
