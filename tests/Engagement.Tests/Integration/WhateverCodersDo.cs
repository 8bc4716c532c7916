using Engagement.Common;
using Engagement.Feedback;

namespace Engagement.Tests.Integration;

/// <summary>Any sequence of coding, merging and splitting: the tables count what the events say.</summary>
public sealed class WhateverCodersDo : PlatformTest
{
    private const int Steps = 60;

    protected override bool RunsInBackground => false;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Each_view_is_counted_once_in_each_theme_it_carries_today(int seed)
    {
        var random = new Random(seed);
        var themes = new List<Guid>();
        for (var i = 0; i < 10; i++)
            themes.Add(await Platform.OpenThemeAsync(null, $"Theme {i}"));

        var views = new List<Guid>();
        for (var i = 0; i < 12; i++)
            views.Add(await Platform.CaptureAsync(null, $"view {i}"));

        for (var step = 0; step < Steps; step++)
        {
            try
            {
                await DoAsync(random, themes, views);
            }
            catch (RuleRefusedException)
            {
                // What the rules refuse changes nothing, which the check below would notice.
            }
        }

        await CheckAsync(themes, views);
    }

    private async Task DoAsync(Random random, List<Guid> themes, List<Guid> views)
    {
        var (theme, other, view) = (Any(themes), Any(themes), Any(views));
        switch (random.Next(12))
        {
            case 0:
                await Platform.MergeAsync(other, theme);
                break;
            case 1 or 2 when (await Platform.FeedbackReads.FindViewAsync(view, default))?.ThemeIds is [var carried, ..]:
                themes.Add(await Platform.SplitAsync(carried, "Part", view));
                break;
            case 3:
                await Platform.Get<CodingCommands>().UncodeViewAsync(new UncodeView(view, theme, "Misread"), CodingStory.FirstCoder, default);
                break;
            case 4 when random.Next(4) == 0:
                await Platform.WithdrawAsync(view);
                break;
            default:
                await Platform.CodeAsync(view, theme);
                break;
        }

        Guid Any(List<Guid> things) => things[random.Next(things.Count)];
    }

    private async Task CheckAsync(List<Guid> themes, List<Guid> views)
    {
        var changes = new HashSet<ThemeChange>();
        foreach (var theme in themes)
            changes.UnionWith((await Platform.Get<ThemeExplorerReads>().HistoryAsync(theme, default)).Changes);

        var lineage = new ThemeLineage(changes);
        var expected = new Dictionary<Guid, int>();
        foreach (var id in views)
        {
            var state = (await Platform.FeedbackReads.FindViewStateAsync(id, default)).ShouldNotBeNull();
            Guid[] today = [.. state.ThemeIds.Select(lineage.TodayOf).Distinct()];
            foreach (var theme in today)
                expected[theme] = expected.GetValueOrDefault(theme) + 1;

            (await Platform.FeedbackReads.FindViewAsync(id, default)).ShouldNotBeNull().ThemeIds.ShouldBe(today);
        }

        (await Platform.FeedbackReads.ViewCountsByThemeAsync(themes, default)).ShouldBe(expected, ignoreOrder: true);
        (await Platform.FeedbackReads.TodaysThemesAsync(themes, default)).ShouldAllBe(pair => pair.Value == lineage.TodayOf(pair.Key));
        expected.Count.ShouldBeGreaterThan(1, "a sequence in which nothing is left to count shows nothing");
        changes.Select(change => change.Kind).Distinct().ShouldBe([ThemeChangeKind.Merged, ThemeChangeKind.Split], ignoreOrder: true);
    }
}
