using Engagement.Common;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Tests.Common;

public sealed class KaplanMeierTests
{
    [Fact]
    public void The_worked_example_counts_the_view_that_still_waits() =>
        KaplanMeier.Median([(10, true, 1), (20, true, 1), (41, true, 1), (60, true, 1), (90, false, 1)]).ShouldBe(41);

    [Fact]
    public void While_fewer_than_half_are_over_there_is_none() => KaplanMeier.Median([(10, true, 1), (50, false, 4)]).ShouldBeNull();

    [Fact]
    public void Exactly_half_is_half() => KaplanMeier.Median([(3, true, 2), (7, true, 1), (9, true, 3)]).ShouldBe(7);

    [Fact]
    public void Of_nothing_there_is_none() => KaplanMeier.Median([]).ShouldBeNull();

    [Fact]
    public void What_is_left_on_a_day_was_at_risk_on_it() => KaplanMeier.Median([(5, true, 1), (5, false, 1)]).ShouldBe(5);

    /// <summary>Where nothing waits it is the middle one, the lower of two.</summary>
    [Fact]
    public void Without_waiting_it_is_the_lower_median() =>
        Prop.ForAll<NonEmptyArray<byte>>(days =>
        {
            byte[] sorted = [.. days.Get.Order()];
            return KaplanMeier.Median(days.Get.Select(day => ((int)day, true, 1))) == sorted[(sorted.Length - 1) / 2];
        }).QuickCheckThrowOnFailure();
}
