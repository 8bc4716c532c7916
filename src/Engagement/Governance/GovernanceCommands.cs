using Engagement.Common;
using Engagement.Participants;

namespace Engagement.Governance;

/// <summary>What may be asked of groups and their seats.</summary>
/// <exception cref="RuleRefusedException">A rule refuses it.</exception>
/// <exception cref="ThingNotFoundException">There is no such group.</exception>
/// <exception cref="StaleVersionException">The group is no longer at the version the caller saw.</exception>
/// <exception cref="IdempotencyKeyReusedException">The key was used for another request.</exception>
public sealed class GovernanceCommands(CommandRunner runner, GovernanceReads reads, SubjectKeys subjectKeys)
{
    private const string Thing = "group";

    public async Task<Guid> ConstituteAsync(ConstituteGroup command, CommandContext context, CancellationToken cancellationToken)
    {
        if (command.ParentGroupId is { } parent && await reads.FindAsync(parent, cancellationToken) is null)
            throw new ThingNotFoundException(Thing, parent);

        var id = DeterministicId.ForNew(Thing, context.IdempotencyKey);
        return await runner.StartAsync<GovernanceGroup>(id, command, context, ConstituteGroup.Decide(command), null, cancellationToken);
    }

    public Task ChangeTermsAsync(ChangeTerms command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.GroupId, command, context, group => ChangeTerms.Decide(command, group), cancellationToken);

    public Task ChangeMeetingFrequencyAsync(ChangeMeetingFrequency command, CommandContext context, CancellationToken cancellationToken) => ChangeAsync(
        command.GroupId, command, context, group => ChangeMeetingFrequency.Decide(command, group, runner.DayOf(context)), cancellationToken);

    /// <returns>The seat.</returns>
    public async Task<Guid> CreateSeatAsync(CreateSeat command, CommandContext context, CancellationToken cancellationToken)
    {
        var seat = DeterministicId.ForNew("seat", context.IdempotencyKey);
        await ChangeAsync(command.GroupId, command, context, group => CreateSeat.Decide(command, seat, group, runner.DayOf(context)), cancellationToken);
        return seat;
    }

    public async Task NominateAsync(NominateRepresentative command, CommandContext context, CancellationToken cancellationToken)
    {
        var by = Acting.From(context);
        await subjectKeys.RefuseErasedAsync(command.RepresentativeId, cancellationToken);
        await ChangeAsync(command.GroupId, command, context, group => NominateRepresentative.Decide(command, group, by), cancellationToken);
    }

    public Task WithdrawNominationAsync(WithdrawNomination command, CommandContext context, CancellationToken cancellationToken)
    {
        var by = Acting.From(context);
        return ChangeAsync(command.GroupId, command, context, group => WithdrawNomination.Decide(command, group, by), cancellationToken);
    }

    public Task AppointAsync(AppointRepresentative command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.GroupId, command, context, group => AppointRepresentative.Decide(command, group, runner.DayOf(context)), cancellationToken);

    public Task VacateAsync(VacateSeat command, CommandContext context, CancellationToken cancellationToken)
    {
        var by = Acting.From(context);
        return ChangeAsync(
            command.GroupId, command, context, group => VacateSeat.Decide(command, group, by, runner.DayOf(context)), cancellationToken);
    }

    private Task ChangeAsync(
        Guid id, object command, CommandContext context, Func<GovernanceGroup, Decision> decide, CancellationToken cancellationToken) =>
        runner.ChangeAsync(id, Thing, command, context, decide, cancellationToken);
}
