using Engagement.Activities;
using Engagement.Charter;
using static Engagement.Tests.Charter.CharterStory;

namespace Engagement.Tests.Charter;

public sealed class WhatAnotherEditionSays
{
    private static readonly Guid SecondEdition = Guid.Parse("aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa");
    private static readonly Guid ThirdEdition = Guid.Parse("bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb");

    private static readonly CharterEdition One = EditionOf(CharterStory.Edition, null, ("listen", []), ("lead", []));
    private static readonly CharterEdition Two = EditionOf(SecondEdition, CharterStory.Edition, ("hear", ["listen"]), ("decide", ["lead"]), ("learn", []));
    private static readonly CharterEdition Three = EditionOf(ThirdEdition, SecondEdition, ("together", ["hear", "decide"]));
    private static readonly CharterEdition Other = EditionOf(Guid.Parse("cccccccc-cccc-4ccc-8ccc-cccccccccccc"), null, ("listen", []));

    [Fact]
    public void Claims_count_for_the_principle_that_continues_theirs_and_a_new_principle_begins_at_0()
    {
        var again = Rescore(Two, Claim(First), new ClaimVerified(First, "kent-pact", null), Claim(Second, "lead"));

        again.IsConnected.ShouldBeTrue();
        CellOf(again, "hear").ShouldBe(CellState.Evidenced);
        CellOf(again, "decide").ShouldBe(CellState.Partly);
        CellOf(again, "learn").ShouldBe(CellState.None);
        again.Cells.ShouldBe(CharterGrid.Stages.Select(stage => new CellChange("learn", stage, null, CellState.None)));
        again.Dropped.ShouldBeEmpty();
    }

    [Fact]
    public void A_decision_that_comes_out_otherwise_is_named()
    {
        var again = Rescore(Two, Claim(First), Claim(Second, "lead"));

        again.Verdicts.ShouldHaveSingleItem().ShouldBe(new VerdictChange(CycleStage.Analyse, true, false));
        again.Before.Verdicts[0].IsKept.ShouldBe(true, "what was recorded is as it was");
    }

    [Fact]
    public void A_principle_that_continues_several_has_the_claims_of_all_of_them()
    {
        var again = Rescore(Three, Claim(First), Claim(Second, "lead"), new ClaimVerified(Second, "kent-pact", null));

        CellOf(again, "together").ShouldBe(CellState.Evidenced);
        again.After.Cells[0].Claims.ShouldBe(2);
    }

    [Fact]
    public void It_does_not_apply_only_where_none_of_them_did()
    {
        object[] one = [NotApplicable("listen"), Agreed("listen")];

        CellOf(Rescore(Three, one), "together").ShouldBe(CellState.None);
        CellOf(Rescore(Three, [.. one, NotApplicable("lead"), Agreed("lead")]), "together").ShouldBe(CellState.NotApplicable);
    }

    [Fact]
    public void An_earlier_edition_is_looked_back_at_the_same_way()
    {
        var activity = Told(Claim(First, "hear"), new ClaimVerified(First, "kent-pact", null), Claim(Second, "learn"));
        var again = RescoredActivity.Of(activity, Two, One, Editions);

        CellOf(again, "listen").ShouldBe(CellState.Evidenced);
        again.Dropped.ShouldBe(["learn"], "nothing in the other edition takes its claims");
    }

    [Fact]
    public void Where_neither_edition_goes_back_to_the_other_nothing_carries_over_though_the_words_are_the_same()
    {
        var again = Rescore(Other, Claim(First));

        (again.IsConnected, again.After.Points).ShouldBe((false, 0));
        again.Dropped.ShouldBe(["listen"]);
    }

    private static IReadOnlyDictionary<Guid, CharterEdition> Editions { get; } = new[] { One, Two, Three, Other }.ToDictionary(edition => edition.Id);

    private static CellMarkedNotApplicable NotApplicable(string principle) => new(principle, CycleStage.Analyse, "Decided by law", "county-council");

    private static NotApplicableAgreed Agreed(string principle) => new(principle, CycleStage.Analyse, "kent-pact", null);

    private static RescoredActivity Rescore(CharterEdition to, params object[] events) => RescoredActivity.Of(Told(events), One, to, Editions);

    private static CellState CellOf(RescoredActivity again, string principle) =>
        again.After.Cells.Single(cell => cell.Principle == principle && cell.Stage == CycleStage.Analyse).State;
}
