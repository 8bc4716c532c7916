using Engagement.Common;
using Engagement.Participants;
using EventStore;

namespace Engagement.Feedback;

/// <summary>What may be asked about the coding of views, beside what <see cref="FeedbackCommands"/> takes for one view.</summary>
/// <inheritdoc cref="FeedbackCommands"/>
public sealed class CodingCommands(CommandRunner runner, FeedbackReads reads, CodingSampleReads samples, SubjectKeys subjectKeys)
{
    private const string Thing = "view";

    public async Task UncodeViewAsync(UncodeView command, CommandContext context, CancellationToken cancellationToken)
    {
        var theme = await reads.CodingThemeAsync(command.ThemeId, cancellationToken);
        await ChangeAsync(command.ViewId, command, context, view => UncodeView.Decide(command, view, theme), cancellationToken);
    }

    /// <summary>All of the views are coded to the theme, or none.</summary>
    public async Task CodeViewsAsync(CodeViews command, CommandContext context, CancellationToken cancellationToken)
    {
        var theme = await reads.CodingThemeAsync(command.ThemeId, cancellationToken);
        await ChangeAllAsync(
            command.ThemeId, command.ViewIds, command, context, view => CodeViews.Decide(command, view, theme), cancellationToken);
    }

    /// <summary>The theme is taken off all of the views, or off none.</summary>
    public async Task UncodeViewsAsync(UncodeViews command, CommandContext context, CancellationToken cancellationToken)
    {
        var theme = await reads.CodingThemeAsync(command.ThemeId, cancellationToken);
        await ChangeAllAsync(
            command.ThemeId, command.ViewIds, command, context, view => UncodeViews.Decide(command, view, theme), cancellationToken);
    }

    public async Task RejectSuggestionAsync(RejectViewSuggestion command, CommandContext context, CancellationToken cancellationToken)
    {
        var theme = await reads.CodingThemeAsync(command.ThemeId, cancellationToken);
        await ChangeAsync(command.ViewId, command, context, view => RejectViewSuggestion.Decide(command, view, theme), cancellationToken);
    }

    /// <param name="command">What to quote.</param>
    /// <param name="mayQuote">Whether the person permits it, which their own record says.</param>
    /// <param name="context">Who asks.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task QuoteViewAsync(QuoteView command, bool mayQuote, CommandContext context, CancellationToken cancellationToken)
    {
        var theme = await reads.CodingThemeAsync(command.ThemeId, cancellationToken);
        var known = await reads.FindViewStateAsync(command.ViewId, cancellationToken) ?? throw new ThingNotFoundException(Thing, command.ViewId);
        var words = await subjectKeys.OpenAsync(known.Words, cancellationToken);
        await ChangeAsync(command.ViewId, command, context, view => QuoteView.Decide(command, view, theme, words, mayQuote), cancellationToken);
    }

    public async Task<Guid> DrawSampleAsync(DrawCodingSample command, CommandContext context, CancellationToken cancellationToken)
    {
        var coded = await samples.CodedViewsAsync(command.ConsultationId, cancellationToken);
        var id = DeterministicId.ForNew("coding sample", context.IdempotencyKey);
        return await runner.StartAsync<CodingSample>(id, command, context, DrawCodingSample.Decide(command, coded), null, cancellationToken);
    }

    public async Task CodeAgainAsync(CodeAgain command, CommandContext context, CancellationToken cancellationToken)
    {
        if (CodeAgain.Check(command) is { } tooMany)
            throw new RuleRefusedException(tooMany);

        var view = await reads.FindViewStateAsync(command.ViewId, cancellationToken) ?? throw new ThingNotFoundException(Thing, command.ViewId);
        var themes = new List<CodingTheme>();
        foreach (var id in command.ThemeIds)
            themes.Add(await reads.CodingThemeAsync(id, cancellationToken));

        await runner.ChangeAsync<CodingSample>(
            command.SampleId,
            "coding sample",
            command,
            context,
            sample => CodeAgain.Decide(command, sample, view, themes, context.ActorId),
            cancellationToken);
    }

    /// <summary>Fetches each view for writing and does to it what is decided.</summary>
    /// <exception cref="RuleRefusedException">One of them refuses, so nothing happens to any.</exception>
    internal static async Task ChangeEachAsync(
        IDocumentSession session, IReadOnlyList<Guid> viewIds, Func<View, Decision> decide, CancellationToken cancellationToken)
    {
        for (var i = 0; i < viewIds.Count; i++)
        {
            var stream = await session.Events.FetchForWriting<View>(viewIds[i], cancellationToken);
            var decision = decide(stream.Aggregate ?? throw new ThingNotFoundException(Thing, viewIds[i]));
            if (decision.Refusal is { } refusal)
                throw new RuleRefusedException(CodingBatch.BecauseOf(refusal, i + 1, viewIds.Count));

            if (decision.Events.Count > 0)
                stream.AppendMany(decision.Events);
        }
    }

    private async Task ChangeAllAsync(
        Guid themeId,
        IReadOnlyList<Guid> viewIds,
        object command,
        CommandContext context,
        Func<View, Decision> decide,
        CancellationToken cancellationToken)
    {
        if (CodingBatch.Check(viewIds) is { } refusal)
            throw new RuleRefusedException(refusal);

        await runner.ChangeTogetherAsync(
            themeId,
            command,
            context,
            session => ChangeEachAsync(session, [.. viewIds.Distinct()], decide, cancellationToken),
            cancellationToken);
    }

    private Task ChangeAsync(Guid id, object command, CommandContext context, Func<View, Decision> decide, CancellationToken cancellationToken) =>
        runner.ChangeAsync(id, Thing, command, context, decide, cancellationToken);
}
