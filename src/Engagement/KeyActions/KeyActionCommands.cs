using Engagement.Common;
using Engagement.Governance;

namespace Engagement.KeyActions;

/// <summary>What may be asked of key actions and their milestones.</summary>
/// <exception cref="RuleRefusedException">A rule refuses it.</exception>
/// <exception cref="ThingNotFoundException">There is no such action, or no such group.</exception>
/// <exception cref="StaleVersionException">The action is no longer at the version the caller saw.</exception>
/// <exception cref="IdempotencyKeyReusedException">The key was used for another request.</exception>
public sealed class KeyActionCommands
{
    private const string Thing = "key action";

    private readonly CommandRunner _runner;
    private readonly GovernanceReads _groups;
    private readonly CoproductionThings _things;

    internal KeyActionCommands(CommandRunner runner, GovernanceReads groups, CoproductionThings things) => (_runner, _groups, _things) = (runner, groups, things);

    public async Task<Guid> AdoptAsync(AdoptAction command, CommandContext context, CancellationToken cancellationToken)
    {
        if (command.GroupId is { } group && await _groups.FindAsync(group, cancellationToken) is null)
            throw new ThingNotFoundException("group", group);

        var id = DeterministicId.ForNew(Thing, context.IdempotencyKey);
        return await _runner.StartAsync<KeyAction>(id, command, context, AdoptAction.Decide(command, _runner.DayOf(context)), null, cancellationToken);
    }

    /// <returns>The milestone.</returns>
    public async Task<Guid> SetMilestoneAsync(SetMilestone command, CommandContext context, CancellationToken cancellationToken)
    {
        var id = DeterministicId.ForNew("milestone", context.IdempotencyKey);
        await ChangeAsync(command.ActionId, command, context, action => SetMilestone.Decide(command, id, action, _runner.DayOf(context)), cancellationToken);
        return id;
    }

    public Task ChangeDueDateAsync(ChangeMilestoneDueDate command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.ActionId, command, context, action => ChangeMilestoneDueDate.Decide(command, action, _runner.DayOf(context)), cancellationToken);

    public Task ReportProgressAsync(ReportMilestoneProgress command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.ActionId, command, context, action => ReportMilestoneProgress.Decide(command, action, _runner.DayOf(context)), cancellationToken);

    public Task AchieveAsync(AchieveMilestone command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.ActionId, command, context, action => AchieveMilestone.Decide(command, action, _runner.DayOf(context)), cancellationToken);

    public async Task LinkCoproductionAsync(LinkCoproduction command, CommandContext context, CancellationToken cancellationToken)
    {
        var thing = await _things.FindAsync(command.ThingId, cancellationToken);
        await ChangeAsync(command.ActionId, command, context, action => LinkCoproduction.Decide(command, thing, action), cancellationToken);
    }

    public Task RecordAbsenceAsync(RecordCoproductionAbsence command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.ActionId, command, context, action => RecordCoproductionAbsence.Decide(command, action), cancellationToken);

    public Task CompleteAsync(CompleteAction command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.ActionId, command, context, action => CompleteAction.Decide(action, _runner.DayOf(context)), cancellationToken);

    private Task ChangeAsync(Guid id, object command, CommandContext context, Func<KeyAction, Decision> decide, CancellationToken cancellationToken) =>
        _runner.ChangeAsync(id, Thing, command, context, decide, cancellationToken);
}
