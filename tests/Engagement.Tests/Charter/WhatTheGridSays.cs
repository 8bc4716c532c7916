using Engagement.Activities;
using Engagement.Charter;
using Engagement.Tests.Feedback;
using FsCheck.Fluent;
using static Engagement.Tests.Charter.CharterStory;

namespace Engagement.Tests.Charter;

public sealed class WhatTheGridSays
{
    [Fact]
    public void A_cell_is_2_when_a_claim_is_accepted_1_when_it_waits_and_0_when_there_is_none_or_it_is_disputed()
    {
        CellAfter().ShouldBe((CellState.None, 0));
        CellAfter(Claim(First)).ShouldBe((CellState.Partly, 1));
        CellAfter(Claim(First), new ClaimVerified(First, "kent-pact", null)).ShouldBe((CellState.Evidenced, 2));
        CellAfter(Claim(First), new ClaimDisputed(First, "No", "kent-pact", null)).ShouldBe((CellState.Disputed, 0));
        CellAfter(Claim(First), new ClaimExpired(First, Today)).ShouldBe((CellState.None, 0));
        CellAfter(Claim(First), new ClaimWithdrawn(First, "Wrong")).ShouldBe((CellState.None, 0));
    }

    [Fact]
    public void One_dispute_outweighs_what_is_accepted_until_it_is_settled()
    {
        object[] both = [Claim(First), new ClaimVerified(First, "kent-pact", null), Claim(Second), new ClaimDisputed(Second, "No", "youth-voice", null)];

        CellAfter(both).ShouldBe((CellState.Disputed, 0));
        CellAfter([.. both, new ClaimWithdrawn(Second, "They are right")]).ShouldBe((CellState.Evidenced, 2));
        CellAfter([.. both, new ClaimVerified(Second, "youth-voice", null)]).ShouldBe((CellState.Evidenced, 2));
    }

    [Fact]
    public void A_cell_that_does_not_apply_counts_only_as_that_once_it_is_agreed()
    {
        var asked = new CellMarkedNotApplicable("listen", CycleStage.Analyse, "Decided by law", "county-council");

        CellAfter(asked).ShouldBe((CellState.None, 0));
        CellAfter(asked, new NotApplicableAgreed("listen", CycleStage.Analyse, "kent-pact", null)).ShouldBe((CellState.NotApplicable, null));
        CellAfter(asked, new NotApplicableRefused("listen", CycleStage.Analyse, "No", "kent-pact", null)).ShouldBe((CellState.None, 0));
    }

    // Two principles and four stages: 8 cells, of which one does not apply. 2 + 1 of 2 x 7.
    [Fact]
    public void The_score_is_the_points_of_twice_the_cells_that_apply_beside_the_lowest_cells()
    {
        var grid = GridOf(
            Claim(First),
            new ClaimVerified(First, "kent-pact", null),
            Claim(Second, "lead"),
            new CellMarkedNotApplicable("lead", CycleStage.Do, "Decided by law", "county-council"),
            new NotApplicableAgreed("lead", CycleStage.Do, "kent-pact", null));

        (grid.Points, grid.Applicable).ShouldBe((3, 7));
        grid.Score.ShouldBe(3 / 14d);
        grid.Lowest.Count.ShouldBe(5);
        (grid.Lowest[0].Principle, grid.Lowest[0].Stage).ShouldBe(("listen", CycleStage.Plan));
    }

    [Fact]
    public void The_charter_was_kept_at_a_stage_where_no_principle_that_applies_is_at_0()
    {
        var grid = GridOf(Claim(First), Claim(Second, "lead"));

        grid.Verdicts.Select(one => one.IsKept).ShouldBe([true, false, false, false]);
        grid.Verdicts[1].Missing.ShouldBe(["listen", "lead"]);
    }

    [Fact]
    public void Where_nothing_applies_there_is_no_score()
    {
        var grid = GridOf([.. CharterGrid.Stages.SelectMany(stage => new[] { "listen", "lead" }.SelectMany(principle => new object[]
        {
            new CellMarkedNotApplicable(principle, stage, "Decided by law", "county-council"), new NotApplicableAgreed(principle, stage, "kent-pact", null),
        }))]);

        grid.Score.ShouldBeNull();
        grid.Lowest.ShouldBeEmpty();
        grid.Verdicts.ShouldAllBe(verdict => verdict.IsKept == null);
    }

    [Fact]
    public void Whatever_is_claimed_the_score_is_between_0_and_1_and_taking_everything_back_makes_it_0()
    {
        var step =
            from principle in Gen.Elements("listen", "lead")
            from stage in Gen.Elements(CharterGrid.Stages.ToArray())
            from fate in Gen.Choose(0, 5)
            select (principle, stage, fate);

        Always.Holds(step, scripts: 300, longest: 25, script =>
        {
            var events = new List<object>();
            var claims = new List<Guid>();
            foreach (var (principle, stage, fate) in script)
            {
                var id = Guid.NewGuid();
                if (fate == 5)
                {
                    events.Add(new CellMarkedNotApplicable(principle, stage, "No", "county-council"));
                    events.Add(new NotApplicableAgreed(principle, stage, "kent-pact", null));
                    continue;
                }

                claims.Add(id);
                events.Add(Claim(id, principle, stage));
                if (fate > 0)
                {
                    events.Add(fate switch
                    {
                        1 => new ClaimVerified(id, "kent-pact", null),
                        2 => new ClaimDisputed(id, "No", "kent-pact", null),
                        3 => new ClaimWithdrawn(id, "Wrong"),
                        _ => new ClaimExpired(id, Today),
                    });
                }
            }

            (GridOf([.. events]).Score ?? 0).ShouldBeInRange(0, 1);
            (GridOf([.. events, .. claims.Select(id => new ClaimWithdrawn(id, "All of it"))]).Score ?? 0).ShouldBe(0);
        });
    }

    private static CharterGrid GridOf(params object[] events) => CharterGrid.Of(Small, Told(events));

    private static (CellState State, int? Points) CellAfter(params object[] events)
    {
        var cell = GridOf(events).Cells[0];
        return (cell.State, cell.Points);
    }
}
