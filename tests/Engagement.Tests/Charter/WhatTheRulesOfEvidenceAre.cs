using Engagement.Charter;

namespace Engagement.Tests.Charter;

public sealed class WhatTheRulesOfEvidenceAre
{
    [Fact]
    public void Each_has_a_name_of_its_own_in_its_version_and_says_why()
    {
        foreach (var version in EvidenceRules.All)
        {
            version.Rules.Select(version.NameOf).Distinct().Count().ShouldBe(version.Rules.Count);
            version.Rules.ShouldAllBe(rule => rule.Why.Length > 20);
            version.Rules.Select(rule => (rule.Charter, rule.Principle, rule.Stage, rule.Kind)).Distinct().Count()
                .ShouldBe(version.Rules.Count, "no two propose the same for the same cell");
        }
    }

    [Fact]
    public void A_day_has_the_version_that_was_in_use_on_it()
    {
        EvidenceRules.On(new DateOnly(2030, 1, 1)).ShouldBe(EvidenceRules.All[^1]);
        EvidenceRules.On(new DateOnly(2001, 1, 1)).ShouldBe(EvidenceRules.Version1);
        EvidenceRules.IsRule("1/youth-listen-review").ShouldBeTrue();
        EvidenceRules.IsRule("2/youth-listen-review").ShouldBeTrue("a version takes over the rules it does not change");
        EvidenceRules.IsRule("1/equal-plan-seat").ShouldBeFalse("a version never changes");
    }
}
