using Engagement.FeedbackPoints;
using Engagement.Tests.Specs;

namespace Engagement.Tests.FeedbackPoints;

public sealed class WhenAskingFamiliesAtEachStep : Spec<AssessmentCase>
{
    private const string Reference = "EHC 104/22";
    private const string Hash = "hash";
    private static readonly CaseReachedPoint ReachedFirst = new(Hash, 1, Today.AddDays(-30));

    [Fact]
    public void a_case_comes_to_a_step() =>
        Given(ReachedFirst)
            .When(c => Reach(c, 2, Today.AddDays(-3)))
            .Then(new CaseReachedPoint(Hash, 2, Today.AddDays(-3)));

    [Fact]
    public void the_first_that_is_known_of_a_case_may_be_any_step() =>
        new Outcome(Reach(null, 4, Today)).Then(new CaseReachedPoint(Hash, 4, Today));

    [Fact]
    public void recording_it_again_changes_nothing() => Given(ReachedFirst).When(c => Reach(c, 1, Today.AddDays(-30))).ThenNothing();

    [Fact]
    public void a_step_is_reached_on_one_day() =>
        Given(ReachedFirst)
            .When(c => Reach(c, 1, Today))
            .ThenRefused("POINT_ALREADY_REACHED", "This case came to this step on another day already", "point");

    [Fact]
    public void a_step_is_not_reached_before_its_day() =>
        Given(ReachedFirst)
            .When(c => Reach(c, 2, Today.AddDays(1)))
            .ThenRefused("DATE_IN_FUTURE", "Enter the day the case came to this step, which cannot be in the future", "reachedOn");

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public void there_are_five_steps(int point)
    {
        Given(ReachedFirst).When(c => Reach(c, point, Today)).ThenRefused("POINT_UNKNOWN", "Choose one of the five steps, 1 to 5", "point");
        Given(ReachedFirst).When(c => Rate(c, point)).ThenRefused("POINT_UNKNOWN", "Choose one of the five steps, 1 to 5", "point");
    }

    [Fact]
    public void a_family_says_how_satisfied_it_was() =>
        Given(ReachedFirst).When(c => Rate(c, 1)).Then(new SatisfactionGiven(1, Satisfaction.MostlySatisfied));

    [Fact]
    public void not_before_the_step_has_happened()
    {
        Given(ReachedFirst).When(c => Rate(c, 2)).ThenRefused("POINT_NOT_REACHED", "This step has not happened yet", "point");
        Given(ReachedFirst).When(c => Rate(c, 1, Today.AddDays(-31))).ThenRefused("POINT_NOT_REACHED");
    }

    [Fact]
    public void once_for_each_step()
    {
        Given(ReachedFirst, new SatisfactionGiven(1, Satisfaction.NotSure))
            .When(c => Rate(c, 1))
            .ThenRefused("POINT_ALREADY_RATED", "You have already told us about this step", "point");
        Given(ReachedFirst, new CaseReachedPoint(Hash, 2, Today), new SatisfactionGiven(1, Satisfaction.NotSure))
            .When(c => Rate(c, 2))
            .Then(new SatisfactionGiven(2, Satisfaction.MostlySatisfied));
    }

    [Fact]
    public void with_one_of_the_answers_shown() =>
        Given(ReachedFirst)
            .When(c => GiveSatisfaction.Decide(new GiveSatisfaction(Reference, 1, (Satisfaction)99), c, Today))
            .ThenRefused("SATISFACTION_MISSING", "Select how satisfied you were", "satisfaction");

    [Fact]
    public void of_a_case_with_a_reference() =>
        new Outcome(RecordPointReached.Decide(new RecordPointReached(" - ", 1, Today), null, Hash, Today))
            .ThenRefused("CASE_REFERENCE_MISSING", "Enter the case reference, as on our letters", "caseReference");

    [Fact]
    public void a_reference_is_the_same_however_it_is_typed_and_cannot_be_guessed_without_the_key()
    {
        var references = new CaseReferences(new byte[32]);

        references.HashOf("ehc-104 22").ShouldBe(references.HashOf("EHC 104/22"));
        references.HashOf("EHC 104/23").ShouldNotBe(references.HashOf("EHC 104/22"));
        new CaseReferences([.. Enumerable.Repeat((byte)1, 32)]).HashOf("EHC 104/22").ShouldNotBe(references.HashOf("EHC 104/22"));
    }

    private static Engagement.Common.Decision Reach(AssessmentCase? known, int point, DateOnly on) =>
        RecordPointReached.Decide(new RecordPointReached(Reference, point, on), known, Hash, Today);

    private static Engagement.Common.Decision Rate(AssessmentCase known, int point, DateOnly? on = null) =>
        GiveSatisfaction.Decide(new GiveSatisfaction(Reference, point, Satisfaction.MostlySatisfied), known, on ?? Today);
}
