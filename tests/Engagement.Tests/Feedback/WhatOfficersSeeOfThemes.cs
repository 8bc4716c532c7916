using Engagement.Feedback;
using FsCheck.Fluent;

namespace Engagement.Tests.Feedback;

public sealed class WhatOfficersSeeOfThemes
{
    [Fact]
    public void small_counts_are_hidden_and_never_alone_in_their_row() =>
        ThemeDisclosure.Of([[12, 3, 25, 0]]).Single().ShouldBe([null, null, 25, 0]);

    [Fact]
    public void where_nothing_is_small_all_is_shown() => ThemeDisclosure.Of([[12, 5, 0], [0, 7, 30]]).ShouldBe([[12, 5, 0], [0, 7, 30]]);

    [Fact]
    public void a_nought_is_hidden_only_where_there_is_nothing_else() => ThemeDisclosure.Of([[3, 0, 0]]).Single().ShouldBe([null, null, 0]);

    [Fact]
    public void no_small_count_is_shown_and_no_line_hides_exactly_one() => Always.Holds(
        Gen.Choose(0, 30).Select(n => n > 20 ? 0 : n),
        scripts: 300,
        longest: 24,
        counts =>
        {
            if (counts.Length < 4)
                return;

            var half = counts.Length / 2;
            int[][] table = [counts[..half], counts[half..(2 * half)]];

            var shown = ThemeDisclosure.Of(table);

            for (var c = 0; c < half; c++)
            {
                foreach (var r in new[] { 0, 1 })
                {
                    if (shown[r][c] is { } count)
                    {
                        count.ShouldBe(table[r][c]);
                        (count is > 0 and < 5).ShouldBeFalse();
                    }
                }

                shown.Count(row => row[c] is null).ShouldNotBe(1);
            }

            shown.ShouldAllBe(row => row.Count(count => count == null) != 1);
        });

    [Theory]
    [InlineData(5, 4, ThemeTrend.NotKnown)]
    [InlineData(12, 10, ThemeTrend.Steady)]
    [InlineData(20, 8, ThemeTrend.Rising)]
    [InlineData(8, 20, ThemeTrend.Falling)]
    [InlineData(10, 0, ThemeTrend.Rising)]
    public void a_trend_is_more_than_chance(int recent, int before, ThemeTrend trend) => ThemeTrends.Of(recent, before).ShouldBe(trend);
}
