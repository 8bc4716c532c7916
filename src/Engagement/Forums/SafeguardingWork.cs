using Engagement.Common;
using EventStore;

namespace Engagement.Forums;

/// <summary>What is open for the safeguarding lead. Nothing here says what it is.</summary>
internal sealed class SafeguardingWork(DocumentStore store) : WorkSource(store)
{
    public override IReadOnlyList<WorkKind> Kinds { get; } = [new("SAFEGUARDING_OPEN", "safeguarding.open")];

    protected override string Items =>
        """
        select 'SAFEGUARDING_OPEN', s.id, case when s.acknowledged_at is null then 'Nobody has taken it up yet' else 'Taken up, and not closed' end,
               s.raised_at, null::text, null::uuid, null::uuid, null::timestamptz
        from engagement.safeguarding_items s
        where s.state <> 'Closed'
        """;
}
