using Engagement.Common;
using EventStore;

namespace Engagement.Operations;

/// <summary>Messages that could not be handled: one piece of work, however many they are.</summary>
internal sealed class MessageWork(DocumentStore store) : WorkSource(store)
{
    public override IReadOnlyList<WorkKind> Kinds { get; } = [new("MESSAGES_NOT_HANDLED", "messages.manage")];

    protected override string Items =>
        """
        select 'MESSAGES_NOT_HANDLED', (array_agg(l.id order by l.failed_at, l.id))[1],
            case count(*) when 1 then '1 message' else count(*) || ' messages' end || ' could not be handled', min(l.failed_at),
            null::text, null::uuid, null::uuid, null::timestamptz
        from messaging.dead_letters l
        having count(*) > 0
        """;
}
