using Engagement.Feedback;
using Engagement.Releases;

namespace Engagement.Tests.Feedback;

public sealed class WhatOfficersSeeOfThemes
{
    [Fact]
    public void small_counts_are_hidden_and_never_alone() => Shown(12, 3, 25, 0).ShouldBe([null, null, 25, 0]);

    [Fact]
    public void where_nothing_is_small_all_is_shown() => Shown(12, 5, 0, 30).ShouldBe([12, 5, 0, 30]);

    [Fact]
    public void a_nought_is_hidden_only_where_there_is_nothing_else() => Shown(4, 7, 0).ShouldBe([null, null, 0]);

    [Fact]
    public void of_a_few_views_nothing_is_shown_because_it_is_known_how_many_they_are() =>
        DisclosurePolicy.OfficersV1.ShowParts([3, 0, 0]).ShouldBeNull();

    [Theory]
    [InlineData(5, 4, ThemeTrend.NotKnown)]
    [InlineData(12, 10, ThemeTrend.Steady)]
    [InlineData(20, 8, ThemeTrend.Rising)]
    [InlineData(8, 20, ThemeTrend.Falling)]
    [InlineData(10, 0, ThemeTrend.Rising)]
    public void a_trend_is_more_than_chance(int recent, int before, ThemeTrend trend) => ThemeTrends.Of(recent, before).ShouldBe(trend);

    private static IReadOnlyList<int?> Shown(params int[] views) => DisclosurePolicy.OfficersV1.ShowParts(views).ShouldNotBeNull();
}
