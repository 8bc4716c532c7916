using Engagement.SurveyResults;
using Engagement.Surveys;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Tests.SurveyResults;

public sealed class WhatFiguresMean
{
    [Fact]
    public void confidence_is_those_who_agree_of_all_who_took_a_place_on_the_scale()
    {
        var counts = new Dictionary<string, int>
        {
            ["strongly-agree"] = 120,
            ["agree"] = 90,
            ["neither"] = 60,
            ["disagree"] = 80,
            ["strongly-disagree"] = 50,
            ["not-applicable"] = 20,
            [""] = 5,
        };

        var confidence = Confidence.On(AnswerScales.Agreement, key => counts.GetValueOrDefault(key));

        confidence.ShouldBe(new Proportion(210, 400));
        confidence.Percentage.ShouldBe(52.5m);
        confidence.Interval.ShouldBe((47.6m, 57.3m));
    }

    [Fact]
    public void in_easy_read_one_of_three_points_is_favourable() =>
        Confidence.On(AnswerScales.EasyReadAgreement, key => key == "easy-agree" ? 3 : 1).ShouldBe(new Proportion(3, 5));

    [Theory]
    [InlineData(0, 10, 0, 27.8)]
    [InlineData(10, 10, 72.2, 100)]
    [InlineData(1, 1, 20.7, 100)]
    public void an_interval_is_never_empty_and_stays_within_bounds(int part, int whole, double low, double high) =>
        new Proportion(part, whole).Interval.ShouldBe(((decimal)low, (decimal)high));

    [Fact]
    public void the_interval_holds_the_percentage_whatever_it_is() => Check.One(
        Config.QuickThrowOnFailure,
        Prop.ForAll(
            Arb.From(from whole in Gen.Choose(1, 100_000) from part in Gen.Choose(0, whole) select new Proportion(part, whole)),
            p => p.Interval is { } i && i.Low >= 0 && i.High <= 100 && i.Low <= i.High && i.Low - 0.1m <= p.Percentage && p.Percentage <= i.High + 0.1m));

    [Fact]
    public void of_nobody_there_is_no_percentage()
    {
        new Proportion(0, 0).Percentage.ShouldBeNull();
        new Proportion(0, 0).Interval.ShouldBeNull();
    }

    [Fact]
    public void a_change_may_be_chance()
    {
        new Proportion(210, 400).MayBeChance(new Proportion(225, 400)).ShouldBeTrue();
        new Proportion(210, 400).MayBeChance(new Proportion(250, 400)).ShouldBeFalse();
        new Proportion(250, 400).ChangeTo(new Proportion(210, 400)).ShouldNotBeNull().ShouldBeLessThan(-1.96);
        new Proportion(4, 4).MayBeChance(new Proportion(4, 4)).ShouldBeTrue();
        new Proportion(0, 0).MayBeChance(new Proportion(4, 4)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(45, 100, 8, 2, 50)]
    [InlineData(0, 10, 0, 0, 0)]
    public void the_response_rate_is_of_those_who_were_reached_and_eligible(int countable, int invited, int undeliverable, int ineligible, int rate) =>
        ResponseRate.OfInvited(countable, invited, undeliverable, ineligible).ShouldBe(rate);

    [Fact]
    public void where_nobody_was_reached_it_is_not_applicable()
    {
        ResponseRate.OfInvited(0, 10, 8, 2).ShouldBeNull();
        ResponseRate.PerThousand(3, 0).ShouldBeNull();
    }

    [Fact]
    public void of_an_open_link_there_are_responses_for_each_thousand() =>
        Math.Round(ResponseRate.PerThousand(670, 44_921).ShouldNotBeNull(), 1).ShouldBe(14.9m);
}
