using Engagement.Common;

namespace Engagement.Participants;

/// <summary>What participants may ask for themselves.</summary>
/// <exception cref="RuleRefusedException">A rule refuses it.</exception>
/// <exception cref="ThingNotFoundException">There is no such participant.</exception>
/// <exception cref="StaleVersionException">The participant is no longer at the version the caller saw.</exception>
/// <exception cref="IdempotencyKeyReusedException">The key was used for another request.</exception>
public sealed class ParticipantCommands(CommandRunner runner, SubjectKeys subjectKeys)
{
    private const string Thing = "participant";

    /// <summary>Takes somebody in under a new pseudonym, with a key of their own that everything they say can be sealed with.</summary>
    public async Task<Guid> JoinAsync(Join command, CommandContext context, CancellationToken cancellationToken)
    {
        var id = DeterministicId.ForNew(Thing, context.IdempotencyKey);
        var (_, keep) = subjectKeys.Create(id);
        var answer = await runner.StartAsync(
            id,
            runner.MomentOf(context),
            command,
            context,
            Join.Decide(command),
            (session, events) =>
            {
                session.Events.StartStream<Participant>(id, [.. events]);
                session.QueueSqlCommand(keep);
            },
            alreadyThere: null,
            cancellationToken);
        return answer.Id;
    }

    public Task GivePermissionAsync(GivePermission command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.ParticipantId, command, context, person => GivePermission.Decide(command, person), cancellationToken);

    public Task WithdrawPermissionAsync(WithdrawPermission command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.ParticipantId, command, context, person => WithdrawPermission.Decide(command, person), cancellationToken);

    public async Task DeclareCharacteristicAsync(DeclareCharacteristic command, CommandContext context, CancellationToken cancellationToken)
    {
        var key = await KeyOfAsync(command.ParticipantId, cancellationToken);
        await ChangeAsync(command.ParticipantId, command, context, _ => DeclareCharacteristic.Decide(command, key.Seal), cancellationToken);
    }

    public async Task RecordAccessNeedAsync(RecordAccessNeed command, CommandContext context, CancellationToken cancellationToken)
    {
        var key = await KeyOfAsync(command.ParticipantId, cancellationToken);
        await ChangeAsync(command.ParticipantId, command, context, person => RecordAccessNeed.Decide(command, person, key.Seal), cancellationToken);
    }

    private async Task<SubjectKey> KeyOfAsync(Guid participant, CancellationToken cancellationToken)
    {
        await subjectKeys.RefuseErasedAsync(participant, cancellationToken);
        return await subjectKeys.FindAsync(participant, cancellationToken) ?? throw new ThingNotFoundException(Thing, participant);
    }

    private async Task ChangeAsync(
        Guid id, object command, CommandContext context, Func<Participant, Decision> decide, CancellationToken cancellationToken)
    {
        await subjectKeys.RefuseErasedAsync(id, cancellationToken);
        await runner.ChangeAsync(id, Thing, command, context, decide, cancellationToken);
    }
}
