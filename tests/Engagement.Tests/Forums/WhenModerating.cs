using Engagement.Common;
using Engagement.Feedback;
using Engagement.Forums;
using Engagement.Participants;
using Engagement.Tests.Specs;
using static Engagement.Tests.Forums.ForumStory;

namespace Engagement.Tests.Forums;

public sealed class WhenModerating : Spec<Contribution>
{
    [Fact]
    public void what_is_released_becomes_a_view_in_the_authors_own_words() =>
        Given(Received).When(Release(Officer)).Then(new ContributionReleased(null, Officer.Id), ViewOf(Received, Id));

    [Fact]
    public void only_named_facilitators_moderate_a_forum_for_under_18s()
    {
        Given(Received)
            .When(Release(Officer, YouthForum))
            .ThenRefused("NOT_A_FACILITATOR", "Only named facilitators can moderate this space");
        Given(Received)
            .When(Release(YouthFacilitator, YouthForum))
            .Then(new ContributionReleased(null, YouthFacilitator.Id), ViewOf(Received, Id));
    }

    [Fact]
    public void only_kent_pact_moderates_its_forums()
    {
        Given(Received)
            .When(Release(Officer, PactForum))
            .ThenRefused("NOT_THE_OWNER", "Kent PACT runs this forum. You can see what it publishes");
        Given(Received).When(Release(Coordinator, PactForum)).Then(new ContributionReleased(null, Coordinator.Id), ViewOf(Received, Id));
    }

    [Fact]
    public void kent_pact_does_not_moderate_the_councils() => Given(Received)
        .When(Release(Coordinator))
        .ThenRefused("NOT_THE_OWNER", "The council runs this forum. You can see what it publishes");

    [Fact]
    public void nobody_moderates_their_own_post()
    {
        var own = Officer with { Id = Author.Id };
        const string Message = "You cannot moderate your own post. Another moderator will look at it";

        Given(Received).When(Release(own)).ThenRefused("OWN_CONTRIBUTION", Message);
        Given(Received).When(Hold(own)).ThenRefused("OWN_CONTRIBUTION", Message);
        Given(Received).When(Return(own)).ThenRefused("OWN_CONTRIBUTION", Message);
        Given(Received).When(Refuse(own)).ThenRefused("OWN_CONTRIBUTION", Message);
        Given(Received).When(c => ClaimModeration.Decide(c, CaseOf(own))).ThenRefused("OWN_CONTRIBUTION", Message);
    }

    [Fact]
    public void a_named_facilitator_who_wrote_it_is_its_author_first() =>
        Given(Received)
            .When(Release(
                YouthFacilitator with { Id = Author.Id },
                YouthForum with { Facilitators = [new Facilitator(Author.Id, "youth-facilitator", Today)] }))
            .ThenRefused("OWN_CONTRIBUTION");

    [Fact]
    public void a_moderator_cannot_alter_words()
    {
        // No command that takes a moderator's case carries a text for others to read as the author's,
        Type[] moderation =
        [
            typeof(HoldContribution),
            typeof(ReleaseContribution),
            typeof(ReturnContribution),
            typeof(RefuseContribution),
            typeof(ReverseModeration),
            typeof(DecideAppeal),
            typeof(ClaimModeration),
        ];
        moderation.SelectMany(command => command.GetProperties()).Select(property => property.Name).ShouldNotContain("Text");

        // only an edit brings new words into a contribution's history,
        typeof(Contribution).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(ContributionEdited).Namespace && type.Name.StartsWith("Contribution", StringComparison.Ordinal))
            .Where(type => type.GetProperty("Words")?.PropertyType == typeof(PersonalText) && type != typeof(Contribution))
            .ShouldBe([typeof(ContributionReceived), typeof(ContributionEdited)], ignoreOrder: true);

        // and nobody but the author edits.
        Given(Received)
            .When(c => EditContribution.Decide(new EditContribution(Id, "Nicer words"), c, OpenTopic, Officer, Seal, Now))
            .ThenRefused("NOT_THE_AUTHOR", "Only the person who wrote this can do that");
    }

    [Fact]
    public void a_return_says_what_to_change()
    {
        Given(Received).When(Return(Officer)).Then(new ContributionReturned(ReturnReason.NamedChild, "Leave out the name", Officer.Id));
        Given(Received)
            .When(c => ReturnContribution.Decide(new ReturnContribution(Id, ReturnReason.NamedChild, " "), c, CaseOf(Officer)))
            .ThenRefused("REASON_REQUIRED", "Enter what the author should change", "whatToChange");
    }

    [Fact]
    public void a_refusal_has_a_reason_that_the_author_can_read()
    {
        Given(Received).When(Refuse(Officer)).Then(Refused);
        Given(Received)
            .When(c => RefuseContribution.Decide(new RefuseContribution(Id, RefusalReason.Abusive, ""), c, CaseOf(Officer)))
            .ThenRefused("REASON_REQUIRED", "Enter why this is refused, for the author to read", "reason");
    }

    [Fact]
    public void nothing_is_held_without_a_reason() => Given(Received)
        .When(c => HoldContribution.Decide(new HoldContribution(Id, HoldReason.NeedsAnotherOpinion, ""), c, CaseOf(Officer), Seal))
        .ThenRefused("REASON_REQUIRED", "Enter why this is held, for the author to read", "reason");

    [Fact]
    public void what_was_found_is_released_only_with_a_reason_why_it_is_nobodys_contact_details()
    {
        Given(Received, HeldForContactDetails).When(Release(Officer)).ThenRefused(
            "REASON_REQUIRED", "Enter why what was found can be shown. Return it if it is somebody's contact details", "reason");
        Given(Received, HeldForContactDetails)
            .When(Release(Officer, reason: "It is the number of the council"))
            .Then(new ContributionReleased("It is the number of the council", Officer.Id), ViewOf(Received, Id));
    }

    [Fact]
    public void the_first_of_two_people_does_not_release_a_flagged_post() => Given(Received, HeldAsDisclosure)
        .When(Release(Officer, reason: "There is no concern"))
        .Then(new ContributionReleaseApproved("There is no concern", Officer.Id));

    [Fact]
    public void the_second_does() => Given(Received, HeldAsDisclosure, new ContributionReleaseApproved(null, Officer.Id))
        .When(Release(OtherOfficer))
        .Then(new ContributionReleased(null, OtherOfficer.Id), ViewOf(Received, Id));

    [Fact]
    public void the_same_person_is_not_two() => Given(Received, HeldAsDisclosure, new ContributionReleaseApproved(null, Officer.Id))
        .When(Release(Officer))
        .ThenRefused("SECOND_PERSON_REQUIRED", "You have agreed to release this. Another moderator must agree as well");

    [Fact]
    public void an_edit_does_not_take_the_second_person_away() =>
        Given(Received, HeldAsDisclosure, new ContributionReleaseApproved(null, Officer.Id), new ContributionEdited(Seal("All is well"), Now))
            .When(Release(OtherOfficer))
            .Then(new ContributionReleaseApproved(null, OtherOfficer.Id));

    [Fact]
    public void what_is_with_the_safeguarding_lead_is_left_to_them() => Given(Received, HeldAsDisclosure)
        .When(c => ReleaseContribution.Decide(new ReleaseContribution(Id), c, CaseOf(Officer, isWithSafeguardingLead: true)))
        .ThenRefused("WITH_SAFEGUARDING_LEAD", "This is with the safeguarding lead. You can decide on it when they have finished");

    [Fact]
    public void a_note_that_the_safeguarding_lead_would_never_read_is_not_taken() => Given(Received)
        .When(c => HoldContribution.Decide(
            new HoldContribution(Id, HoldReason.NeedsAnotherOpinion, "r", "Reads like a cry for help"), c, CaseOf(Officer), Seal))
        .ThenRefused(
            "NOTE_WITHOUT_READER",
            "The safeguarding lead reads this note when you hold it as a possible disclosure. Choose that reason, or leave the note out",
            "safeguardingNote");

    [Fact]
    public void a_moderator_who_is_worried_raises_it_themselves() => Given(Received)
        .When(c => HoldContribution.Decide(
            new HoldContribution(Id, HoldReason.PossibleDisclosure, "Someone will get in touch", "Reads like a cry for help"), c, CaseOf(Officer), Seal))
        .Then(
            new ContributionHeld(HoldReason.PossibleDisclosure, "Someone will get in touch", [], null, Officer.Id),
            new SafeguardingRaised(
                new SafeguardingSource(SafeguardingSourceKind.Contribution, Id),
                SafeguardingCause.Moderator,
                null,
                [],
                Received.Words,
                Seal("Reads like a cry for help"),
                Officer.Id));

    [Fact]
    public void who_looks_at_something_claims_it_for_a_quarter_of_an_hour() => Given(Received)
        .When(c => ClaimModeration.Decide(c, CaseOf(Officer)))
        .Then(new ModerationClaimed(Officer.Id, Now.AddMinutes(15)));

    [Fact]
    public void meanwhile_others_leave_it_alone() => Given(Received, new ModerationClaimed(OtherOfficer.Id, Now.AddMinutes(5)))
        .When(Release(Officer))
        .ThenRefused("CLAIMED_BY_ANOTHER", "Another moderator is looking at this until 10:35. Choose another one, or come back then");

    [Fact]
    public void a_claim_lapses_by_itself() => Given(Received, new ModerationClaimed(OtherOfficer.Id, Now))
        .When(Release(Officer))
        .Then(new ContributionReleased(null, Officer.Id), ViewOf(Received, Id));

    [Fact]
    public void a_claim_is_the_claimants_own() => Given(Received, new ModerationClaimed(Officer.Id, Now.AddMinutes(5)))
        .When(Release(Officer))
        .Then(new ContributionReleased(null, Officer.Id), ViewOf(Received, Id));

    [Fact]
    public void what_is_decided_needs_no_claim() => Given(Received, Refused)
        .When(c => ClaimModeration.Decide(c, CaseOf(OtherOfficer)))
        .ThenRefused("ALREADY_DECIDED", "This has been decided. Choose another one from the queue");

    [Fact]
    public void what_was_shown_and_is_refused_later_is_no_view_any_more() => Given(Received, Released)
        .When(Refuse(OtherOfficer))
        .Then(
            new ModerationReversed(Refused.Reason, OtherOfficer.Id),
            new ViewWithdrawn(Refused.Reason),
            Refused with { By = OtherOfficer.Id });

    [Fact]
    public void every_decision_is_reversed_with_a_reason_and_stays_in_the_history()
    {
        Given(Received, Refused).When(Reverse(OtherOfficer, "It is blunt, no more")).Then(new ModerationReversed("It is blunt, no more", OtherOfficer.Id));
        Given(Received, new ContributionReturned(ReturnReason.Other, "w", Officer.Id))
            .When(Reverse(OtherOfficer, "Nothing to change"))
            .Then(new ModerationReversed("Nothing to change", OtherOfficer.Id));
        Given(Received, Released)
            .When(Reverse(OtherOfficer, "A child is named"))
            .Then(new ModerationReversed("A child is named", OtherOfficer.Id), new ViewWithdrawn("A child is named"));
        Given(Received, Refused).When(Reverse(OtherOfficer, "")).ThenRefused("REASON_REQUIRED", "Enter why the earlier decision is changed", "reason");
    }

    [Fact]
    public void what_was_refused_may_be_released_with_a_reason()
    {
        Given(Received, Refused).When(Release(OtherOfficer)).ThenRefused("REASON_REQUIRED", "Enter why the earlier decision is changed", "reason");
        Given(Received, Refused)
            .When(Release(OtherOfficer, reason: "It is blunt, no more"))
            .Then(
                new ModerationReversed("It is blunt, no more", OtherOfficer.Id),
                new ContributionReleased("It is blunt, no more", OtherOfficer.Id),
                ViewOf(Received, Id));
    }

    [Fact]
    public void where_nothing_is_decided_nothing_is_reversed() => Given(Received)
        .When(Reverse(Officer, "r"))
        .ThenRefused("NOTHING_TO_REVERSE", "Nothing has been decided on this that could be reversed");

    [Fact]
    public void a_decision_is_made_once()
    {
        Given(Received, Released).When(Release(Officer)).ThenRefused("ALREADY_DECIDED", "This has already been released");
        Given(Received, Refused).When(Refuse(Officer)).ThenRefused("ALREADY_DECIDED", "This has already been refused");
        Given(Received, new ContributionReturned(ReturnReason.Other, "w", Officer.Id))
            .When(Return(Officer))
            .ThenRefused("ALREADY_DECIDED", "This has already been returned");
        Given(Received, HeldForContactDetails)
            .When(c => HoldContribution.Decide(new HoldContribution(Id, HoldReason.ContactDetails, "r"), c, CaseOf(Officer), Seal))
            .ThenRefused("ALREADY_DECIDED", "This is already held for that reason");
    }

    [Fact]
    public void what_was_shown_without_a_decision_is_looked_at_once()
    {
        Given(Received, new ContributionReleased(null, null)).When(Release(Officer)).Then(new ContributionReviewed(Officer.Id));
        Given(Received, new ContributionReleased(null, null))
            .When(c => ClaimModeration.Decide(c, CaseOf(Officer)))
            .Then(new ModerationClaimed(Officer.Id, Now.AddMinutes(15)));
        Given(Received, new ContributionReleased(null, null), new ContributionReviewed(Officer.Id))
            .When(Release(OtherOfficer))
            .ThenRefused("ALREADY_DECIDED");
    }

    [Fact]
    public void a_reason_does_not_repeat_contact_details() => Given(Received)
        .When(c => ReturnContribution.Decide(new ReturnContribution(Id, ReturnReason.ContactDetails, "Leave out 07700 900123"), c, CaseOf(Officer)))
        .ThenRefused("CONTACT_DETAILS_REPEATED", "Do not repeat contact details here. Say what kind they are", "whatToChange");

    [Fact]
    public void what_its_author_has_withdrawn_nobody_brings_back() => Given(Received, new ContributionWithdrawn(false))
        .When(Release(Officer))
        .ThenRefused("CONTRIBUTION_WITHDRAWN", "The author has withdrawn this");

    private static Func<Contribution, Engagement.Common.Decision> Release(Acting by, Forum? forum = null, string? reason = null) =>
        c => ReleaseContribution.Decide(new ReleaseContribution(Id, reason), c, CaseOf(by, forum));

    private static Func<Contribution, Engagement.Common.Decision> Hold(Acting by) =>
        c => HoldContribution.Decide(new HoldContribution(Id, HoldReason.NeedsAnotherOpinion, "r"), c, CaseOf(by), Seal);

    private static Func<Contribution, Engagement.Common.Decision> Return(Acting by) =>
        c => ReturnContribution.Decide(new ReturnContribution(Id, ReturnReason.NamedChild, "Leave out the name"), c, CaseOf(by));

    private static Func<Contribution, Engagement.Common.Decision> Refuse(Acting by) =>
        c => RefuseContribution.Decide(new RefuseContribution(Id, RefusalReason.Abusive, Refused.Reason), c, CaseOf(by));

    private static Func<Contribution, Engagement.Common.Decision> Reverse(Acting by, string reason) =>
        c => ReverseModeration.Decide(new ReverseModeration(Id, reason), c, CaseOf(by));
}
