using Engagement.Common;
using Engagement.Feedback;
using Engagement.Forums;
using Engagement.Tests.Specs;
using static Engagement.Tests.Forums.ForumStory;

namespace Engagement.Tests.Forums;

public sealed class WhenAReaderFearsForSomebody : Spec<Contribution>
{
    private static readonly ContributionReported Reported = new(ReportReason.SomebodyInDanger);

    private static readonly SafeguardingRaised Raised = new(
        new SafeguardingSource(SafeguardingSourceKind.Contribution, Id), SafeguardingCause.Report, null, [], Received.Words, Note: null, RaisedBy: null);

    [Fact]
    public void the_safeguarding_lead_is_told_at_once_and_the_post_stays() => Given(Received, Released).When(Report()).Then(Reported, Raised);

    [Fact]
    public void while_the_lead_has_it_they_are_not_told_again() =>
        Given(Received, Released, Reported).When(Report(isWithSafeguardingLead: true)).ThenNothing();

    [Fact]
    public void when_the_lead_has_finished_a_new_worry_is_told_anew() => Given(Received, Released, Reported).When(Report()).Then(Reported, Raised);

    [Fact]
    public void what_the_lead_has_for_another_cause_is_reported_and_raised_no_second_time() =>
        Given(Received, Released).When(Report(isWithSafeguardingLead: true)).Then(Reported);

    [Fact]
    public void what_is_not_shown_is_not_reported() => Given(Received).When(Report()).ThenRefused("POST_NOT_SHOWN");

    [Fact]
    public void meanwhile_a_moderator_may_keep_it_back() => Given(Received, Released, Reported)
        .When(c => HoldContribution.Decide(
            new HoldContribution(Id, HoldReason.NeedsAnotherOpinion, "We look at this again"), c, CaseOf(Officer, isWithSafeguardingLead: true), Seal))
        .Then(
            new ModerationReversed("We look at this again", Officer.Id),
            new ViewWithdrawn("We look at this again"),
            new ContributionHeld(HoldReason.NeedsAnotherOpinion, "We look at this again", [], null, Officer.Id));

    [Fact]
    public void but_decides_nothing_else() => Given(Received, Released, Reported)
        .When(c => ReleaseContribution.Decide(new ReleaseContribution(Id), c, CaseOf(Officer, isWithSafeguardingLead: true)))
        .ThenRefused("WITH_SAFEGUARDING_LEAD");

    private static Func<Contribution, Decision> Report(bool isWithSafeguardingLead = false) =>
        c => ReportContribution.Decide(new ReportContribution(Id, ReportReason.SomebodyInDanger), c, isWithSafeguardingLead);
}
