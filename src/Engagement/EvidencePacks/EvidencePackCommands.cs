using Engagement.Charter;
using Engagement.Common;
using EventStore;
using Messaging;
using Npgsql;

namespace Engagement.EvidencePacks;

/// <summary>What may be asked of evidence packs.</summary>
/// <exception cref="RuleRefusedException">A rule refuses it.</exception>
/// <exception cref="ThingNotFoundException">There is no such pack, or no such commissioning activity.</exception>
/// <exception cref="IdempotencyKeyReusedException">The key was used for another request.</exception>
public sealed class EvidencePackCommands(CommandRunner runner, CharterReads charter, EvidencePackReads reads, MessageOutbox outbox, TimeProvider clock)
{
    private const string Thing = "evidence pack";

    /// <summary>It is made in the background: the message is stored with the request.</summary>
    public async Task<Guid> AskAsync(AskForEvidencePack command, CommandContext context, CancellationToken cancellationToken)
    {
        if (command.CommissioningActivityId is { } activity && await charter.FindAsync(activity, cancellationToken) is null)
            throw new ThingNotFoundException("commissioning activity", activity);

        var id = DeterministicId.ForNew(Thing, context.IdempotencyKey);
        var answer = await runner.StartAsync(
            id,
            runner.MomentOf(context),
            command,
            context,
            AskForEvidencePack.Decide(command, clock.GetUtcNow(), context.ActorId),
            (session, events) =>
            {
                session.Events.StartStream<EvidencePack>(id, [.. events]);
                session.QueueSqlCommand(Waiting(id));
                session.QueueSqlCommand(outbox.Send(new MakeEvidencePack(id), new DeliveryOptions { Queue = MakeEvidencePack.Queue }));
            },
            null,
            cancellationToken);
        outbox.Wake();
        return answer.Id;
    }

    /// <summary>Gives a file of a pack to somebody, and records that before: nothing is taken of which there is no record. Null where there is none.</summary>
    public async Task<byte[]?> TakeAsync(Guid packId, EvidencePackFile file, CommandContext context, CancellationToken cancellationToken)
    {
        if (await reads.ContentAsync(packId, cancellationToken) is not { } archive || PackArchive.Take(archive, file) is not { } content)
            return null;

        await runner.ChangeAsync<EvidencePack>(
            packId, Thing, new object(), context, _ => Decision.To(new EvidencePackTaken(file, context.ActorId)), cancellationToken);
        return content;
    }

    internal Task KeepAsync(EvidencePack pack, MadePack made, CommandContext context, CancellationToken cancellationToken) => runner.ChangeAsync<EvidencePack>(
        pack.Id,
        Thing,
        new MakeEvidencePack(pack.Id),
        context,
        now => now.State == EvidencePackState.Asked ? Decision.To(new EvidencePackMade(made.ManifestHash, made.HasPdf)) : Decision.Nothing,
        (session, _, events) =>
        {
            session.QueueSqlCommand(Kept(pack.Id, made.Archive));
            return events;
        },
        cancellationToken);

    internal Task FailAsync(Guid packId, string because, CommandContext context, CancellationToken cancellationToken) => runner.ChangeAsync<EvidencePack>(
        packId,
        Thing,
        new MakeEvidencePack(packId),
        context,
        now => now.State == EvidencePackState.Asked ? Decision.To(new EvidencePackFailed(because)) : Decision.Nothing,
        cancellationToken);

    private static NpgsqlBatchCommand Waiting(Guid id) => new(
        "insert into engagement.evidence_pack_files (pack_id, percent, stage, seen_at) values ($1, 0, 'Waiting for its turn', clock_timestamp()) on conflict (pack_id) do nothing")
    {
        Parameters = { new NpgsqlParameter<Guid> { TypedValue = id } },
    };

    private static NpgsqlBatchCommand Kept(Guid id, byte[] content) => new(
        "update engagement.evidence_pack_files set percent = 100, stage = 'Made', seen_at = clock_timestamp(), content = $2 where pack_id = $1")
    {
        Parameters = { new NpgsqlParameter<Guid> { TypedValue = id }, new NpgsqlParameter<byte[]> { TypedValue = content } },
    };
}
