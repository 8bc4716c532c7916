using Engagement.Common;
using Engagement.Feedback;
using Engagement.Metrics;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Tests.Metrics;

public sealed class WhatMetricsMean
{
    private static readonly double[] Population = [.2184, .2277, .2854, .2686];
    private static readonly double[] People = [.10, .20, .40, .30];

    [Fact]
    public void how_far_those_who_took_part_are_like_the_population()
    {
        var groups = People.Zip(Population, (s, p) => new GroupShare("a group", s, p)).ToArray();

        Math.Round(Representativeness.Of(groups, 100, 100).Index.ShouldNotBeNull(), 3).ShouldBe(0.854);
    }

    [Fact]
    public void it_comes_out_the_same_of_counts()
    {
        var like = Representativeness.Of(
            Counts(10, 20, 40, 30), notKnown: 10, Counts(2184, 2277, 2854, 2686));

        Math.Round(like.Index.ShouldNotBeNull(), 3).ShouldBe(0.854);
        (like.Known, like.Participants, like.IsReported).ShouldBe((100, 110, true));
        like.Groups.Select(g => g.Standing).ShouldBe([GroupStanding.Under, GroupStanding.InLine, GroupStanding.Over, GroupStanding.InLine]);
    }

    [Theory]
    [InlineData(.0799, GroupStanding.Under)]
    [InlineData(.08, GroupStanding.InLine)]
    [InlineData(.125, GroupStanding.InLine)]
    [InlineData(.1251, GroupStanding.Over)]
    public void a_group_is_in_line_from_four_fifths_to_five_quarters_of_its_share(double share, GroupStanding standing) =>
        new GroupShare("a group", share, .10).Standing.ShouldBe(standing);

    [Fact]
    public void a_group_that_the_population_does_not_have_stands_nowhere() => new GroupShare("a group", .2, 0).Standing.ShouldBeNull();

    [Theory]
    [InlineData(29, 0, false)]
    [InlineData(30, 0, true)]
    [InlineData(70, 30, true)]
    [InlineData(69, 31, false)]
    [InlineData(0, 0, false)]
    public void too_little_known_is_not_reported(int known, int notKnown, bool isReported)
    {
        var like = Representativeness.Of(Counts(known), notKnown, Counts(100));

        like.IsReported.ShouldBe(isReported);
        like.Groups.Count.ShouldBe(isReported ? 1 : 0);
        (like.Known, like.Participants).ShouldBe((known, known + notKnown));
    }

    [Fact]
    public void without_a_population_nothing_is_compared() => Representativeness.Of(Counts(50), 0, Counts()).IsReported.ShouldBeFalse();

    [Fact]
    public void it_is_1_for_the_same_shares_and_never_outside_0_to_1() => Prop.ForAll<NonEmptyArray<byte>, NonEmptyArray<byte>>((people, population) =>
    {
        var same = Representativeness.Of(Counts([.. people.Get.Select(c => c + 30)]), 0, Counts([.. people.Get.Select(c => c + 30)]));
        var like = Representativeness.Of(Counts([.. people.Get.Select(c => c + 30)]), 0, Counts([.. population.Get.Select(c => c + 1)]));
        return Math.Abs(same.Index!.Value - 1) < 1e-9 && like.Index is >= -1e-9 and <= 1 + 1e-9;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void to_count_only_the_views_that_were_answered_would_reward_ignoring_the_old_ones()
    {
        int[] answered = [10, 20, 41, 60];

        var closedOnly = (answered[1] + answered[2]) / 2.0;
        var withTheOneThatWaits = KaplanMeier.Median([.. answered.Select(days => (days, true, 1)), (90, false, 1)]);

        (closedOnly, withTheOneThatWaits).ShouldBe((30.5, 41));
    }

    [Theory]
    [InlineData(6, 3, 1, true)]
    [InlineData(5, 4, 1, false)]
    [InlineData(9, 0, 0, false)]
    [InlineData(0, 0, 0, false)]
    public void a_loop_is_confirmed_by_three_fifths_of_ten_or_more(int yes, int partly, int no, bool isConfirmed) =>
        new LoopConfirmation(yes, partly, no, null, null).IsConfirmed.ShouldBe(isConfirmed);

    [Fact]
    public void silence_is_not_yes()
    {
        new ConfirmationFigures(0, 0, 0, 0).Share.ShouldBeNull();
        new ConfirmationFigures(3, 1, 0, 0).Share.ShouldBe(.75);
    }

    [Fact]
    public void closure_is_of_those_that_were_due()
    {
        new LoopClosure(3, 4).Share.ShouldBe(.75);
        new LoopClosure(0, 0).Share.ShouldBeNull();
    }

    [Fact]
    public void people_acts_and_attendances_are_three_figures()
    {
        var figures = new Participation(Participants: 5, Responses: 3, Posts: 2, Ratings: 1, Identified: 4, HeadCount: 20, ByProxy: 1);

        (figures.Participants, figures.Contributions, figures.Attendance).ShouldBe((5, 6, 24));
    }

    private static Dictionary<string, int> Counts(params int[] counts) =>
        counts.Select((count, i) => (Key: $"group {i:D3}", count)).ToDictionary(group => group.Key, group => group.count);
}
