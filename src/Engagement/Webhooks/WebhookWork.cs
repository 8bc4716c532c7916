using Engagement.Common;
using EventStore;

namespace Engagement.Webhooks;

/// <summary>Webhooks that take nothing: those that still may of themselves, and those that were turned off for it.</summary>
internal sealed class WebhookWork(DocumentStore store, TimeProvider clock) : WorkSource(store)
{
    // A receiver that is started anew, or away for some minutes, is back within it; what goes on longer nobody mends by waiting, and there is most of a day to mend it.
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    public override IReadOnlyList<WorkKind> Kinds { get; } = [new("WEBHOOK_FAILING", "webhooks.manage"), new("WEBHOOK_TURNED_OFF", "webhooks.manage")];

    protected override string Items =>
        $"""
        select case w.state when 'Active' then 'WEBHOOK_FAILING' else 'WEBHOOK_TURNED_OFF' end, w.id, w.name,
            case w.state when 'Active' then w.failing_since else w.state_since end, null::text, null::uuid, null::uuid, null::timestamptz
        from engagement.webhooks w
        where w.state = 'Disabled' or (w.state = 'Active' and w.failing_since <= {First})
        """;

    protected override IReadOnlyList<object?> OwnParameters(WorkAsker asker) => [(clock.GetUtcNow() - Patience).UtcDateTime];
}
