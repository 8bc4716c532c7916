using Engagement.Common;
using Engagement.Surveys;
using EventStore;

namespace Engagement.Feedback;

/// <content>What may be asked of loops and their entries.</content>
public sealed partial class FeedbackCommands
{
    public async Task<Guid> OpenLoopAsync(OpenLoop command, CommandContext context, CancellationToken cancellationToken)
    {
        var theme = await reads.CodingThemeAsync(command.ThemeId, cancellationToken);
        return await runner.StartAsync<Loop>(
            Loop.IdFor(command.ThemeId), command, context, OpenLoop.Decide(theme.Card, theme.GoneInto), OpenLoop.AlreadyThere, cancellationToken);
    }

    public async Task RecordDecisionAsync(RecordDecision command, CommandContext context, CancellationToken cancellationToken)
    {
        var today = runner.DayOf(context);
        var loop = await FindLoopAsync(command.LoopId, cancellationToken);
        var consultation = loop.ConsultationId is { } id ? await consultations.FindAsync(id, cancellationToken) : null;
        await ChangeLoopAsync(
            command.LoopId, command, context, l => RecordDecision.Decide(command, l, today, consultation?.Report?.Version), cancellationToken);
    }

    public Task ReopenDecisionAsync(ReopenDecision command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeLoopAsync(command.LoopId, command, context, loop => ReopenDecision.Decide(command, loop), cancellationToken);

    public Task MakeCommitmentAsync(MakeCommitment command, CommandContext context, CancellationToken cancellationToken)
    {
        var today = runner.DayOf(context);
        return ChangeLoopAsync(command.LoopId, command, context, loop => MakeCommitment.Decide(command, loop, today), cancellationToken);
    }

    public Task TakeActionAsync(TakeAction command, CommandContext context, CancellationToken cancellationToken)
    {
        var today = runner.DayOf(context);
        return ChangeLoopAsync(command.LoopId, command, context, loop => TakeAction.Decide(command, loop, today), cancellationToken);
    }

    public Task RescheduleCommitmentAsync(RescheduleCommitment command, CommandContext context, CancellationToken cancellationToken)
    {
        var today = runner.DayOf(context);
        return ChangeLoopAsync(command.LoopId, command, context, loop => RescheduleCommitment.Decide(command, loop, today), cancellationToken);
    }

    public Task DraftEntryAsync(DraftEntry command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeLoopAsync(command.LoopId, command, context, loop => DraftEntry.Decide(command, loop, context.ActorId), cancellationToken);

    public Task ApproveEntryAsync(ApproveEntry command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeLoopAsync(command.LoopId, command, context, loop => ApproveEntry.Decide(command, loop, context.ActorId), cancellationToken);

    public async Task CorrectEntryAsync(CorrectEntry command, CommandContext context, CancellationToken cancellationToken)
    {
        var views = await CountViewsAsync(await FindLoopAsync(command.LoopId, cancellationToken), cancellationToken);
        await ChangeLoopAsync(
            command.LoopId, command, context, loop => EntryCount.Freeze(CorrectEntry.Decide(command, loop), loop, views), cancellationToken);
    }

    public Task RecordTellingAsync(RecordTelling command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeLoopAsync(command.LoopId, command, context, loop => RecordTelling.Decide(command, loop), cancellationToken);

    public Task CloseLoopAsync(CloseLoop command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeLoopAsync(command.LoopId, command, context, CloseLoop.Decide, cancellationToken);

    public async Task AskForConfirmationAsync(AskForConfirmation command, CommandContext context, CancellationToken cancellationToken)
    {
        var count = await reads.CountResponsesBehindAsync(command.LoopId, cancellationToken);
        await ChangeLoopAsync(command.LoopId, command, context, loop => AskForConfirmation.Decide(loop, count), cancellationToken);
    }

    /// <exception cref="RuleRefusedException">Also where there is no such receipt; never which of reference and secret is wrong.</exception>
    public async Task GiveConfirmationAsync(GiveConfirmation command, CommandContext context, CancellationToken cancellationToken)
    {
        if (await receipts.FindAsync(command.Reference, command.Secret, cancellationToken) is not { } receipt)
            throw new RuleRefusedException(ReceiptReads.NotFound);

        var isBehind = await reads.IsBehindAsync(receipt.Id, command.LoopId, cancellationToken);
        var key = await subjectKeys.FindAsync(await receipts.SubjectOfAsync(receipt.Id, cancellationToken), cancellationToken)
            ?? throw new RuleRefusedException(ReceiptReads.Erased);
        await ChangeLoopAsync(
            command.LoopId, command, context, loop => GiveConfirmation.Decide(command, loop, receipt.Id, isBehind, key.Seal, key.Open), cancellationToken);
    }

    public Task GiveGroupConfirmationAsync(GiveGroupConfirmation command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeLoopAsync(command.LoopId, command, context, loop => GiveGroupConfirmation.Decide(command, loop), cancellationToken);

    public async Task PublishEntryAsync(PublishEntry command, CommandContext context, CancellationToken cancellationToken)
    {
        var loop = await FindLoopAsync(command.LoopId, cancellationToken);
        var theme = await FindThemeAsync(loop.ThemeId, cancellationToken);
        var views = await CountViewsAsync(loop, cancellationToken);
        await ChangeLoopAsync(
            command.LoopId,
            command,
            context,
            // A merge or split of the theme comes before this, and is seen, or after it, and sees this.
            session => session.Events.FetchForExclusiveWriting<Theme>(loop.ThemeId, cancellationToken),
            state => EntryCount.Freeze(PublishEntry.Decide(command, state, theme, context.ActorId), state, views),
            cancellationToken);
    }

    private async Task<int> CountViewsAsync(LoopCard loop, CancellationToken cancellationToken) =>
        (await reads.ViewCountsByThemeAsync([loop.ThemeId], cancellationToken)).GetValueOrDefault(loop.ThemeId);

    private async Task<LoopCard> FindLoopAsync(Guid id, CancellationToken cancellationToken) =>
        await reads.FindLoopAsync(id, cancellationToken) ?? throw new ThingNotFoundException("feedback loop", id);

    private Task ChangeLoopAsync(
        Guid id, object command, CommandContext context, Func<Loop, Decision> decide, CancellationToken cancellationToken) =>
        ChangeLoopAsync(id, command, context, _ => Task.CompletedTask, decide, cancellationToken);

    private async Task ChangeLoopAsync(
        Guid id,
        object command,
        CommandContext context,
        Func<IDocumentSession, Task> take,
        Func<Loop, Decision> decide,
        CancellationToken cancellationToken)
    {
        // An escalation is nobody's change: who was typing meanwhile has still seen all that they decide on.
        var seen = context.ExpectedVersion is { } version ? await reads.PastEscalationsAsync(id, version, cancellationToken) : (int?)null;
        await runner.ChangeAsync<Loop>(
            id,
            "feedback loop",
            command,
            context with { ExpectedVersion = seen },
            async (session, loop) =>
            {
                await take(session);
                var goneInto = await reads.GoneIntoAsync(id, cancellationToken);
                return LoopRules.NotMerged(loop, goneInto) is { } merged ? Decision.Refuse(merged) : decide(loop);
            },
            cancellationToken);
    }
}
