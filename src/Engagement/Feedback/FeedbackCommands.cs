using Engagement.Common;
using Engagement.Consultations;
using Engagement.Participants;
using Engagement.Surveys;

namespace Engagement.Feedback;

/// <summary>What may be asked of views, themes and loops.</summary>
/// <exception cref="RuleRefusedException">A rule refuses it.</exception>
/// <exception cref="ThingNotFoundException">There is no such view, theme or loop.</exception>
/// <exception cref="StaleVersionException">It is no longer at the version the caller saw.</exception>
/// <exception cref="IdempotencyKeyReusedException">The key was used for another request.</exception>
public sealed partial class FeedbackCommands(
    CommandRunner runner, FeedbackReads reads, ConsultationReads consultations, ReceiptReads receipts, SubjectKeys subjectKeys)
{
    public async Task<Guid> OpenThemeAsync(OpenTheme command, CommandContext context, CancellationToken cancellationToken)
    {
        if (command.ConsultationId is { } consultation && await consultations.FindAsync(consultation, cancellationToken) is null)
            throw new ThingNotFoundException("consultation", consultation);

        var id = DeterministicId.ForNew("theme", context.IdempotencyKey);
        return await runner.StartAsync<Theme>(id, command, context, OpenTheme.Decide(command), null, cancellationToken);
    }

    public async Task CodeViewAsync(CodeView command, CommandContext context, CancellationToken cancellationToken)
    {
        var theme = await reads.CodingThemeAsync(command.ThemeId, cancellationToken);
        await ChangeViewAsync(
            command.ViewId, command, context, view => CodeView.Decide(command, view, theme), cancellationToken);
    }

    public Task MarkViewNotCodableAsync(MarkViewNotCodable command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeViewAsync(command.ViewId, command, context, view => MarkViewNotCodable.Decide(command, view), cancellationToken);

    private async Task<ThemeCard> FindThemeAsync(Guid id, CancellationToken cancellationToken) =>
        await reads.FindThemeAsync(id, cancellationToken) ?? throw new ThingNotFoundException("theme", id);

    private Task ChangeViewAsync(Guid id, object command, CommandContext context, Func<View, Decision> decide, CancellationToken cancellationToken) =>
        runner.ChangeAsync(id, "view", command, context, decide, cancellationToken);
}
