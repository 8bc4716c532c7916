using Engagement.Common;
using Engagement.EvidencePacks;
using Engagement.Forums;
using Engagement.Operations;
using EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Engagement.AccessLog;

/// <summary>The log that the privacy officer reads. Written at once: an access and its entry are one transaction.</summary>
public sealed class AccessLogProjection : IProjection
{
    public string Name => "AccessLog";

    public IReadOnlyCollection<Type> EventTypes { get; } = [typeof(ViewsRead), typeof(SafeguardingItemOpened), typeof(EvidencePackTaken), typeof(MessagesTended), typeof(MessagesLookedInto), typeof(CommandUsed)];

    public IReadOnlyList<string> Tables => ["engagement.access_log"];

    public Task ApplyAsync(IDocumentSession operations, IReadOnlyList<IEvent> events, CancellationToken cancellationToken)
    {
        foreach (var e in events)
        {
            operations.QueueSqlCommand(e.Data switch
            {
                ViewsRead read => Insert(
                    e, AccessKind.ViewsRead, read.Role, read.Actor, read.ConsultationId, read.Count, read.Page is { } page ? $"{read.Field} {page}" : read.Field),
                SafeguardingItemOpened opened => Insert(e, AccessKind.SafeguardingOpened, opened.Role, opened.Actor, e.StreamId, 1, opened.Reason),
                EvidencePackTaken taken => Insert(e, AccessKind.EvidencePackTaken, e.UserName ?? "", taken.By, e.StreamId, 1, $"{taken.File}"),
                MessagesTended tended => Insert(e, AccessKind.MessagesTended, e.UserName ?? "", tended.By, tended.MessageId, tended.Count, PurposeOf(tended)),
                MessagesLookedInto looked => Insert(
                    e, AccessKind.MessagesTended, e.UserName ?? "", looked.By, looked.MessageId, looked.Count, $"Looked at what is in it{Common(looked.MessageType, looked.Queue)}"),
                CommandUsed used => Insert(e, AccessKind.CommandUsed, e.UserName ?? "", null, null, 1, used.Command, used.Account),
                _ => throw new InvalidOperationException($"{e.EventTypeName} says nothing about access."),
            });
        }

        return Task.CompletedTask;
    }

    private static string PurposeOf(MessagesTended tended)
    {
        var done = tended.Act switch
        {
            MessageAct.HandedBack => "Handed back to be tried again",
            MessageAct.Edited => "Given another body",
            _ => "Thrown away",
        };
        return done + Common(tended.MessageType, tended.Queue);
    }

    private static string Common(string? type, string? queue) => $"{(type is null ? "" : $", type {type}")}{(queue is null ? "" : $", queue {queue}")}";

    private static NpgsqlBatchCommand Insert(IEvent e, AccessKind kind, string role, Guid? actor, Guid? subject, int count, string purpose, string? account = null) => new(
        "insert into engagement.access_log (id, kind, at, role, actor, subject, count, purpose, account) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (id) do nothing")
    {
        Parameters =
        {
            new NpgsqlParameter<Guid> { TypedValue = e.Id },
            new NpgsqlParameter<string> { TypedValue = kind.ToString() },
            new NpgsqlParameter<DateTime> { TypedValue = e.OccurredAt().UtcDateTime },
            new NpgsqlParameter<string> { TypedValue = role },
            Id(actor),
            Id(subject),
            new NpgsqlParameter<int> { TypedValue = count },
            new NpgsqlParameter<string> { TypedValue = purpose },
            new NpgsqlParameter { Value = (object?)account ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
        },
    };

    private static NpgsqlParameter Id(Guid? id) => new() { Value = id is { } known ? known : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid };
}
