using Engagement.Common;

namespace Engagement.FeedbackPoints;

/// <summary>What may be asked of the feedback points of the statutory assessment.</summary>
/// <exception cref="RuleRefusedException">A rule refuses it.</exception>
/// <exception cref="ThingNotFoundException">The month has not been collated.</exception>
/// <exception cref="StaleVersionException">It is no longer at the version the caller saw.</exception>
/// <exception cref="IdempotencyKeyReusedException">The key was used for another request.</exception>
public sealed class FeedbackPointCommands(CommandRunner runner, FeedbackPointReads reads, CaseReferences references)
{
    private const string Case = "case";
    private static readonly Refusal StartedMeanwhile = new("STALE_VERSION", "Someone else recorded this case just now. Send it again");

    public async Task RecordPointReachedAsync(RecordPointReached command, CommandContext context, CancellationToken cancellationToken)
    {
        var hash = references.HashOf(command.CaseReference);
        var id = AssessmentCase.IdFor(hash);
        var today = runner.DayOf(context);
        try
        {
            await runner.ChangeAsync<AssessmentCase>(
                id, Case, command, context, known => RecordPointReached.Decide(command, known, hash, today), cancellationToken);
        }
        catch (ThingNotFoundException)
        {
            await runner.StartAsync<AssessmentCase>(
                id, command, context, RecordPointReached.Decide(command, null, hash, today), StartedMeanwhile, cancellationToken);
        }
    }

    public async Task GiveSatisfactionAsync(GiveSatisfaction command, CommandContext context, CancellationToken cancellationToken)
    {
        var today = runner.DayOf(context);
        try
        {
            await runner.ChangeAsync<AssessmentCase>(
                AssessmentCase.IdFor(references.HashOf(command.CaseReference)),
                Case,
                command,
                context,
                known => GiveSatisfaction.Decide(command, known, today),
                cancellationToken);
        }
        catch (ThingNotFoundException)
        {
            throw new RuleRefusedException(GiveSatisfaction.NotYet);
        }
    }

    public async Task<Guid> CollateMonthAsync(CollateMonth command, CommandContext context, CancellationToken cancellationToken) =>
        await runner.StartAsync<Collation>(
            Collation.IdFor(command.Month),
            command,
            context,
            CollateMonth.Decide(command, await reads.LiveAsync(command.Month, cancellationToken), runner.DayOf(context)),
            CollateMonth.AlreadyThere,
            cancellationToken);

    public async Task CorrectCollationAsync(CorrectCollation command, CommandContext context, CancellationToken cancellationToken)
    {
        var points = await reads.LiveAsync(command.Month, cancellationToken);
        await runner.ChangeAsync<Collation>(
            Collation.IdFor(command.Month),
            "collated month",
            command,
            context,
            collation => CorrectCollation.Decide(command, collation, points),
            cancellationToken);
    }
}
