using Engagement.Common;
using Engagement.Releases;
using Engagement.Tests.Specs;

namespace Engagement.Tests.Releases;

public sealed class WhenReleasingFigures : Spec<Release>
{
    private static readonly object[] Approved = [ReleaseStory.Drafted, ReleaseStory.Passed, new ReleaseApproved(ReleaseStory.Colleague)];

    [Fact]
    public void figures_that_may_be_seen_pass_the_check() => Outcome(Draft()).Then(ReleaseStory.Drafted, ReleaseStory.Passed);

    [Fact]
    public void figures_of_too_few_people_fail_it() => Outcome(Draft(figures: ReleaseStory.Of(4, 0, 5)))
        .Then(ReleaseStory.Drafted, new DisclosureCheckFailed("Public", 1, DisclosureFailure.NothingToShow));

    [Fact]
    public void so_do_figures_that_show_too_much_beside_earlier_ones() => Outcome(Draft(showsDifference: true))
        .Then(ReleaseStory.Drafted, new DisclosureCheckFailed("Public", 1, DisclosureFailure.ShowsDifference));

    [Fact]
    public void a_revision_needs_a_reason() =>
        Outcome(Draft(published: ReleaseStory.Earlier)).ThenRefused("REASON_MISSING", "These figures have been released. Say why you revise them", "reason");

    [Fact]
    public void a_revision_names_what_it_revises_and_why() => Outcome(Draft(published: ReleaseStory.Earlier, reason: " Late forms on paper "))
        .Then(ReleaseStory.Drafted with { Revises = ReleaseStory.Earlier, RevisedBecause = "Late forms on paper" }, ReleaseStory.Passed);

    [Fact]
    public void a_first_release_has_no_reason() => Outcome(Draft(reason: "None")).Then(ReleaseStory.Drafted, ReleaseStory.Passed);

    [Fact]
    public void figures_are_not_of_the_future() => Outcome(Draft(now: ReleaseStory.Moment.At.AddSeconds(-1)))
        .ThenRefused("MOMENT_IN_FUTURE", "Figures are of what has been recorded. Choose a moment that has passed", "asAt");

    [Fact]
    public void somebody_drafts_them() => Outcome(Draft(by: null)).ThenRefused("ACTOR_REQUIRED", "Sign in with your own account to release figures");

    [Fact]
    public void they_have_a_title() => Outcome(Draft(title: " ")).ThenRefused("TITLE_MISSING", "Enter a title for these figures", "title");

    [Fact]
    public void what_is_not_there_is_not_released() => Outcome(Draft(isThere: false)).ThenRefused("FIGURES_NOT_THERE");

    [Fact]
    public void a_second_person_approves_them() => Given(ReleaseStory.Drafted, ReleaseStory.Passed)
        .When(release => ApproveRelease.Decide(release, ReleaseStory.Colleague))
        .Then(new ReleaseApproved(ReleaseStory.Colleague));

    [Fact]
    public void who_drafted_them_does_not_approve_them() => Given(ReleaseStory.Drafted, ReleaseStory.Passed)
        .When(release => ApproveRelease.Decide(release, ReleaseStory.Drafter))
        .ThenRefused("RELEASE_APPROVED_BY_DRAFTER", "You drafted these figures. Ask a colleague to approve them");

    [Fact]
    public void nor_does_nobody() => Given(ReleaseStory.Drafted, ReleaseStory.Passed)
        .When(release => ApproveRelease.Decide(release, null))
        .ThenRefused("ACTOR_REQUIRED");

    [Fact]
    public void approving_twice_is_approving() => Given(Approved).When(release => ApproveRelease.Decide(release, ReleaseStory.Colleague)).ThenNothing();

    [Fact]
    public void what_failed_the_check_is_not_approved_and_no_number_says_why() =>
        Given(ReleaseStory.Drafted, new DisclosureCheckFailed("Public", 1, DisclosureFailure.NothingToShow))
            .When(release => ApproveRelease.Decide(release, ReleaseStory.Colleague))
            .ThenRefused("DISCLOSURE_RISK", "This table cannot be shown because it could identify someone");

    [Fact]
    public void an_approved_release_is_frozen_with_its_hash() => Given(Approved)
        .When(release => PublishRelease.Decide(release, ReleaseStory.Figures, false, false))
        .Then(new ReleasePublished(ReleaseStory.Figures.Json, ReleaseStory.Figures.Hash));

    [Fact]
    public void without_approval_nothing_is_published() => Given(ReleaseStory.Drafted, ReleaseStory.Passed)
        .When(release => PublishRelease.Decide(release, ReleaseStory.Figures, false, false))
        .ThenRefused("RELEASE_NOT_APPROVED", "Ask a colleague to approve these figures before you publish them");

    [Fact]
    public void only_what_was_checked_is_published() => Given(Approved)
        .When(release => PublishRelease.Decide(release, ReleaseStory.Of(12, 30), false, false))
        .ThenRefused("FIGURES_DIFFER");

    [Fact]
    public void what_shows_too_much_beside_what_was_published_meanwhile_is_not() => Given(Approved)
        .When(release => PublishRelease.Decide(release, ReleaseStory.Figures, showsDifference: true, anyTakenBack: false))
        .ThenRefused("DISCLOSURE_RISK", "This table cannot be shown because it could identify someone. The earlier figures stand");

    [Fact]
    public void nobody_is_counted_who_was_told_that_they_are_not() => Given(Approved)
        .When(release => PublishRelease.Decide(release, ReleaseStory.Figures, showsDifference: false, anyTakenBack: true))
        .ThenRefused("ANSWERS_TAKEN_BACK", "Somebody has taken back their answers since these figures were made. Draft them again");

    [Fact]
    public void publishing_twice_is_publishing() => Given([.. Approved, new ReleasePublished("{}", "")])
        .When(release => PublishRelease.Decide(release, null, false, false))
        .ThenNothing();

    [Fact]
    public void a_draft_that_was_replaced_is_not_published() => Given([.. Approved, new ReleaseDraftReplaced(ReleaseStory.Earlier)])
        .When(release => PublishRelease.Decide(release, ReleaseStory.Figures, false, false))
        .ThenRefused("RELEASE_REPLACED", "There is a later draft of these figures. Go on with that one");

    private static Outcome Outcome(Decision decision) => new(decision);

    private static readonly Guid? SomebodyElse = ReleaseStory.Drafter;

    private static Decision Draft(
        string title = "What parents said", FrozenFigures? figures = null, bool isThere = true, bool showsDifference = false, Guid? published = null, string? reason = null,
        DateTimeOffset? now = null) => Draft(SomebodyElse, title, figures, isThere, showsDifference, published, reason, now);

    private static Decision Draft(
        Guid? by,
        string title = "What parents said",
        FrozenFigures? figures = null,
        bool isThere = true,
        bool showsDifference = false,
        Guid? published = null,
        string? reason = null,
        DateTimeOffset? now = null) => DraftRelease.Decide(
            new DraftRelease(title, ReleaseStory.Subject, null, reason),
            1,
            published,
            ReleaseStory.Moment,
            now ?? ReleaseStory.Now,
            isThere ? figures ?? ReleaseStory.Figures : null,
            showsDifference,
            DisclosurePolicy.PublicV1,
            by);
}
