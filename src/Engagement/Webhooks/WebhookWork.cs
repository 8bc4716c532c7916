using Engagement.Common;
using EventStore;

namespace Engagement.Webhooks;

/// <summary>Webhooks that take nothing any more.</summary>
internal sealed class WebhookWork(DocumentStore store) : WorkSource(store)
{
    public override IReadOnlyList<WorkKind> Kinds { get; } = [new("WEBHOOK_TURNED_OFF", "webhooks.manage")];

    protected override string Items =>
        """
        select 'WEBHOOK_TURNED_OFF', w.id, w.name, w.state_since, null::text, null::uuid, null::uuid, null::timestamptz
        from engagement.webhooks w
        where w.state = 'Disabled'
        """;
}
