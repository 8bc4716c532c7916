using System.Reflection;
using Engagement.Common;
using Engagement.Privacy;

namespace Engagement.Tests.Privacy;

public sealed class WhenRecordsHaveBeenKeptLongEnough
{
    [Theory]
    [InlineData("P30D", "2026-03-01", "2026-01-30")]
    [InlineData("P6Y", "2026-11-22", "2020-11-22")]
    [InlineData("P6Y", "2024-02-29", "2018-02-28")]
    [InlineData("P2Y6M", "2026-08-31", "2024-02-29")]
    public void The_day_that_a_rule_reaches_is_counted_by_the_calendar(string keep, string today, string reaches) =>
        new RetentionRule("words", keep, "they were said", "because").Reaches(IsoDay.Parse(today)).ShouldBe(IsoDay.Parse(reaches));

    [Fact]
    public void Every_class_has_one_rule_with_its_reason()
    {
        var classes = typeof(RecordClasses).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);

        RetentionPolicy.Current.Rules.Select(rule => rule.Class).ShouldBe(classes, ignoreOrder: true);
        RetentionPolicy.Current.Rules.ShouldAllBe(rule => rule.Why.Length > 0 && rule.After.Length > 0);
    }

    [Fact]
    public void Whatever_is_kept_has_a_rule() =>
        Retained.Rows.Select(kept => kept.RecordClass).Concat(Retained.Subjects.Select(kept => kept.RecordClass))
            .ShouldBeSubsetOf(RetentionPolicy.Current.Rules.Select(rule => rule.Class));
}
