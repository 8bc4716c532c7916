using Engagement.Common;
using Engagement.Forums;
using Engagement.Tests.Specs;
using static Engagement.Tests.Forums.ForumStory;

namespace Engagement.Tests.Forums;

public sealed class WhenAppealing : Spec<Contribution>
{
    private static readonly AppealMade Appeal = new(Seal("I insulted nobody"));

    [Fact]
    public void the_author_of_what_was_refused_asks_for_another_look() =>
        Given(Received, Refused).When(Make(Author, "I insulted nobody")).Then(Appeal);

    [Fact]
    public void nobody_else_does() => Given(Received, Refused)
        .When(Make(Reader, "Let them speak"))
        .ThenRefused("NOT_THE_AUTHOR", "Only the person who wrote this can do that");

    [Fact]
    public void only_a_refusal_is_appealed() => Given(Received, Released)
        .When(Make(Author, "Why?"))
        .ThenRefused("NOTHING_TO_APPEAL", "You can appeal when something you wrote has been refused");

    [Fact]
    public void an_appeal_says_why() =>
        Given(Received, Refused).When(Make(Author, " ")).ThenRefused("TEXT_MISSING", "Enter why you think this should be shown", "text");

    [Fact]
    public void it_is_made_once() => Given(Received, Refused, Appeal, new AppealDecided(AppealOutcome.Upheld, "r", OtherOfficer.Id))
        .When(Make(Author, "Again"))
        .ThenRefused("APPEAL_ALREADY_MADE", "You have already appealed. You can appeal once");

    [Fact]
    public void also_when_what_was_won_is_refused_again() =>
        Given(
            Received,
            Refused,
            Appeal,
            new AppealDecided(AppealOutcome.Overturned, "r", OtherOfficer.Id),
            Released,
            new ModerationReversed("r", Officer.Id),
            Refused)
            .When(Make(Author, "Again"))
            .ThenRefused("APPEAL_ALREADY_MADE");

    [Fact]
    public void another_moderator_decides_it() => Given(Received, Refused, Appeal)
        .When(Decide(Officer, AppealOutcome.Upheld))
        .ThenRefused("APPEAL_BY_ANOTHER", "You refused this, so another moderator decides the appeal");

    [Fact]
    public void the_refusal_stands_with_a_reason()
    {
        Given(Received, Refused, Appeal)
            .When(Decide(OtherOfficer, AppealOutcome.Upheld))
            .Then(new AppealDecided(AppealOutcome.Upheld, "r", OtherOfficer.Id));
        Given(Received, Refused, Appeal)
            .When(Decide(OtherOfficer, AppealOutcome.Upheld, ""))
            .ThenRefused("REASON_REQUIRED", "Enter the reason for your decision, for the author to read", "reason");
    }

    [Fact]
    public void or_it_is_overturned_and_the_post_is_shown() => Given(Received, Refused, Appeal)
        .When(Decide(OtherOfficer, AppealOutcome.Overturned))
        .Then(
            new AppealDecided(AppealOutcome.Overturned, "r", OtherOfficer.Id), new ContributionReleased("r", OtherOfficer.Id), ViewOf(Received, Id));

    [Fact]
    public void a_flagged_one_still_takes_two_people() => Given(Received, HeldAsDisclosure, Refused, Appeal)
        .When(Decide(OtherOfficer, AppealOutcome.Overturned))
        .Then(new AppealDecided(AppealOutcome.Overturned, "r", OtherOfficer.Id), new ContributionReleaseApproved("r", OtherOfficer.Id));

    [Fact]
    public void until_it_is_decided_there_is_no_way_round_it() => Given(Received, Refused, Appeal)
        .When(c => ReleaseContribution.Decide(new ReleaseContribution(Id, "r"), c, CaseOf(Officer)))
        .ThenRefused("APPEAL_OPEN", "The author has appealed. Decide the appeal first");

    [Fact]
    public void without_an_appeal_there_is_nothing_to_decide() =>
        Given(Received, Refused).When(Decide(OtherOfficer, AppealOutcome.Upheld)).ThenRefused("NO_APPEAL", "There is no appeal to decide");

    private static Func<Contribution, Engagement.Common.Decision> Make(Acting by, string text) =>
        c => MakeAppeal.Decide(new MakeAppeal(Id, text), c, by, Seal);

    private static Func<Contribution, Engagement.Common.Decision> Decide(Acting by, AppealOutcome outcome, string reason = "r") =>
        c => DecideAppeal.Decide(new DecideAppeal(Id, outcome, reason), c, CaseOf(by));
}
