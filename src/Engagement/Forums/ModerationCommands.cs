using Engagement.Common;
using Engagement.Participants;

namespace Engagement.Forums;

/// <summary>What moderators may ask. None of it alters anybody's words.</summary>
/// <exception cref="RuleRefusedException">A rule refuses it.</exception>
/// <exception cref="ThingNotFoundException">There is no such contribution.</exception>
/// <exception cref="StaleVersionException">It is no longer at the version the caller saw.</exception>
/// <exception cref="IdempotencyKeyReusedException">The key was used for another request.</exception>
public sealed class ModerationCommands(CommandRunner runner, ForumFacts facts)
{
    public Task ClaimAsync(ClaimModeration command, CommandContext context, CancellationToken cancellationToken) =>
        DecideAsync(command.ContributionId, command, context, ClaimModeration.Decide, cancellationToken);

    public async Task HoldAsync(HoldContribution command, CommandContext context, CancellationToken cancellationToken)
    {
        Func<string, PersonalText> seal = _ => throw new InvalidOperationException("There is no note to seal.");
        if (command.SafeguardingNote is not null)
        {
            var record = await facts.RecordAsync(command.ContributionId, cancellationToken);
            seal = await facts.SealAsync(record.AuthorId, cancellationToken);
        }

        await DecideAsync(
            command.ContributionId, command, context, (c, on) => HoldContribution.Decide(command, c, on, seal), cancellationToken);
    }

    public Task ReleaseAsync(ReleaseContribution command, CommandContext context, CancellationToken cancellationToken) =>
        DecideAsync(command.ContributionId, command, context, (c, on) => ReleaseContribution.Decide(command, c, on), cancellationToken);

    public Task ReturnAsync(ReturnContribution command, CommandContext context, CancellationToken cancellationToken) =>
        DecideAsync(command.ContributionId, command, context, (c, on) => ReturnContribution.Decide(command, c, on), cancellationToken);

    public Task RefuseAsync(RefuseContribution command, CommandContext context, CancellationToken cancellationToken) =>
        DecideAsync(command.ContributionId, command, context, (c, on) => RefuseContribution.Decide(command, c, on), cancellationToken);

    public Task ReverseAsync(ReverseModeration command, CommandContext context, CancellationToken cancellationToken) =>
        DecideAsync(command.ContributionId, command, context, (c, on) => ReverseModeration.Decide(command, c, on), cancellationToken);

    public Task DecideAppealAsync(DecideAppeal command, CommandContext context, CancellationToken cancellationToken) =>
        DecideAsync(command.ContributionId, command, context, (c, on) => DecideAppeal.Decide(command, c, on), cancellationToken);

    private async Task DecideAsync(
        Guid id, object command, CommandContext context, Func<Contribution, ModerationCase, Decision> decide, CancellationToken cancellationToken)
    {
        var by = Acting.From(context);
        var record = await facts.RecordAsync(id, cancellationToken);
        var forum = await facts.ForumAsync(record.ForumId, cancellationToken);
        var on = new ModerationCase(forum, by, runner.MomentOf(context), record.IsWithSafeguardingLead);
        await runner.ChangeAsync<Contribution>(
            id, "contribution", command, context, c => decide(c, on), ContributionStreams.WriteOthers, cancellationToken);
    }
}
