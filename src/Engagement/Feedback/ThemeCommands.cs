using Engagement.Common;
using EventStore;

namespace Engagement.Feedback;

/// <summary>What may be asked of themes once they are open.</summary>
/// <inheritdoc cref="FeedbackCommands"/>
public sealed class ThemeCommands(CommandRunner runner, FeedbackReads reads)
{
    private const string Thing = "theme";

    public Task DescribeAsync(DescribeTheme command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.ThemeId, command, context, (theme, today) => DescribeTheme.Decide(command, theme, today), cancellationToken);

    public Task ShareBackAsync(ShareThemeBack command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.ThemeId, command, context, (theme, today) => ShareThemeBack.Decide(command, theme, today), cancellationToken);

    public Task GiveDispositionAsync(DisposeTheme command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.ThemeId, command, context, (theme, today) => DisposeTheme.Decide(command, theme, today), cancellationToken);

    public Task MarkForLocalOfferAsync(MarkThemeForLocalOffer command, CommandContext context, CancellationToken cancellationToken) =>
        ChangeAsync(command.ThemeId, command, context, (theme, today) => MarkThemeForLocalOffer.Decide(command, theme, today), cancellationToken);

    public async Task MergeAsync(MergeThemes command, CommandContext context, CancellationToken cancellationToken)
    {
        if (MergeThemes.Check(command) is { } tooMany)
            throw new RuleRefusedException(tooMany);

        Guid[] ids = [.. command.FromIds.Distinct()];
        await runner.ChangeTogetherAsync(
            command.IntoId,
            command,
            context,
            async session =>
            {
                await TakeAsync(session, ids, cancellationToken);
                var from = await FetchAsync(session, ids, cancellationToken);
                var into = command.FromIds.Contains(command.IntoId)
                    ? from.First(stream => stream.Aggregate!.Id == command.IntoId)
                    : (await FetchAsync(session, [command.IntoId], cancellationToken))[0];
                var decision = MergeThemes.Decide(
                    command,
                    [.. from.Select(stream => stream.Aggregate!)],
                    into.Aggregate!,
                    await PublishedAsync(ids, cancellationToken),
                    await reads.TodaysTitlesAsync([.. ids, command.IntoId], cancellationToken));
                var decided = decision.EventsOrThrow();

                // In each of them, so that no two merges or splits of a theme can pass one another.
                foreach (var stream in from.Append(into))
                    stream.AppendMany(decided);
            },
            cancellationToken);
    }

    public Task UnmergeAsync(UnmergeTheme command, CommandContext context, CancellationToken cancellationToken) => runner.ChangeTogetherAsync(
        command.ThemeId,
        command,
        context,
        async session =>
        {
            var chain = await reads.MergedThroughAsync(command.ThemeId, cancellationToken);
            await TakeAsync(session, chain, cancellationToken);
            var streams = await FetchAsync(session, chain, cancellationToken);
            var (theme, today) = (streams[0].Aggregate!, streams[^1].Aggregate!);
            var decided = UnmergeTheme.Decide(command, theme, today, await reads.IsPublishedSinceMergeAsync(chain, cancellationToken)).EventsOrThrow();

            // In both, so that no merge or split of either can pass it.
            foreach (var stream in streams.Where(stream => stream.Aggregate!.Id == theme.Id || stream.Aggregate.Id == theme.MergedInto))
                stream.AppendMany(decided);
        },
        cancellationToken);

    public Task LinkAsync(LinkThemes command, CommandContext context, CancellationToken cancellationToken) => runner.ChangeTogetherAsync(
        command.ThemeId,
        command,
        context,
        async session =>
        {
            var streams = await FetchAsync(session, [.. new[] { command.ThemeId, command.OtherThemeId }.Distinct()], cancellationToken);
            var titles = await reads.TodaysTitlesAsync([command.ThemeId, command.OtherThemeId], cancellationToken);
            var decided = LinkThemes.Decide(command, streams[0].Aggregate!, streams[^1].Aggregate!, titles).EventsOrThrow();
            foreach (var stream in streams.Where(_ => decided.Count > 0))
                stream.AppendMany(decided);
        },
        cancellationToken);

    /// <summary>Opens a theme for a part of another and moves views there, all in one transaction.</summary>
    /// <returns>The id of the new theme.</returns>
    public async Task<Guid> SplitAsync(SplitTheme command, CommandContext context, CancellationToken cancellationToken)
    {
        var partId = DeterministicId.ForNew(Thing, context.IdempotencyKey);
        return await runner.ChangeTogetherAsync(
            partId,
            command,
            context,
            async session =>
            {
                await TakeAsync(session, [command.ThemeId], cancellationToken);
                var theme = await reads.CodingThemeAsync(command.ThemeId, cancellationToken);
                var stream = (await FetchAsync(session, [command.ThemeId], cancellationToken))[0];
                var titles = await reads.TodaysTitlesAsync([command.ThemeId], cancellationToken);
                var published = await PublishedAsync([command.ThemeId], cancellationToken);
                var decision = SplitTheme.Decide(
                    command, stream.Aggregate!, partId, published.Contains(command.ThemeId), titles.GetValueOrDefault(command.ThemeId));
                var decided = decision.EventsOrThrow();
                stream.AppendMany(decided.OfType<ThemeSplit>());
                session.Events.StartStream<Theme>(partId, [.. decided]);
                await CodingCommands.ChangeEachAsync(
                    session, [.. command.ViewIds.Distinct()], view => SplitTheme.Move(view, theme, partId), cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>
    /// Takes themes for a session alone: until it has been saved nothing is published of them. In one order, so that no two wait for each other.
    /// </summary>
    private static async Task TakeAsync(IDocumentSession session, IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        foreach (var id in ids.Order())
            await session.Events.FetchForExclusiveWriting<Theme>(id, cancellationToken);
    }

    private static async Task<IReadOnlyList<IEventStream<Theme>>> FetchAsync(
        IDocumentSession session, IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        var streams = new List<IEventStream<Theme>>();
        foreach (var id in ids)
        {
            var stream = await session.Events.FetchForWriting<Theme>(id, cancellationToken);
            streams.Add(stream.Aggregate is null ? throw new ThingNotFoundException(Thing, id) : stream);
        }

        return streams;
    }

    private async Task<IReadOnlySet<Guid>> PublishedAsync(IReadOnlyCollection<Guid> themeIds, CancellationToken cancellationToken)
    {
        var loops = await reads.LoopsByThemeAsync(themeIds, cancellationToken);
        return loops.Values.Where(loop => loop.Entry is not null).Select(loop => loop.ThemeId).ToHashSet();
    }

    private async Task ChangeAsync(
        Guid id, object command, CommandContext context, Func<Theme, string?, Decision> decide, CancellationToken cancellationToken)
    {
        var titles = await reads.TodaysTitlesAsync([id], cancellationToken);
        await runner.ChangeAsync<Theme>(id, Thing, command, context, theme => decide(theme, titles.GetValueOrDefault(id)), cancellationToken);
    }
}
