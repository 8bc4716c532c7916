using Engagement.Common;
using Engagement.Forums;
using Engagement.Tests.Specs;
using static Engagement.Tests.Forums.ForumStory;

namespace Engagement.Tests.Forums;

public sealed class WhenEstablishingAForum : Spec<Forum>
{
    private static readonly EstablishForum Command = new(
        "Parents' forum",
        "For parents and carers in Thanet",
        ForumOwner.Council,
        ForumAgeBand.EighteenAndOver,
        Audience.ParentsAndCarers,
        ModerationMode.AfterShown,
        []);

    private static readonly EstablishForum Youth = Command with
    {
        AgeBand = ForumAgeBand.Under18,
        Audience = Audience.YoungPeople,
        Moderation = ModerationMode.BeforeShown,
        Facilitators = TwoFacilitators,
    };

    private static readonly ForumEstablished Established = new(
        "Your Voice", "your-voice-4k7m2q", "p", ForumOwner.Council, ForumAgeBand.Under18, Audience.YoungPeople, ModerationMode.BeforeShown, TwoFacilitators);

    [Fact]
    public void it_has_an_owner_an_age_band_and_a_way_of_moderating() => Establish(Command, Officer).Then(new ForumEstablished(
        "Parents' forum",
        Slug.For("Parents' forum", Id),
        "For parents and carers in Thanet",
        ForumOwner.Council,
        ForumAgeBand.EighteenAndOver,
        Audience.ParentsAndCarers,
        ModerationMode.AfterShown,
        []));

    [Fact]
    public void it_needs_a_title() => Establish(Command with { Title = " " }, Officer).ThenRefused("TITLE_MISSING", "Enter a title for this forum", "title");

    [Fact]
    public void it_says_what_it_is_for() =>
        Establish(Command with { Purpose = "" }, Officer).ThenRefused("PURPOSE_MISSING", "Say what this forum is for, and who reads it", "purpose");

    [Fact]
    public void it_has_a_reasonable_number_of_facilitators_and_each_is_somebody()
    {
        Establish(Youth with { Facilitators = [.. Enumerable.Repeat(TwoFacilitators[0], 51)] }, Officer)
            .ThenRefused("TOO_MANY_FACILITATORS", "Choose 50 facilitators or fewer at a time", "facilitators");
        Establish(Youth with { Facilitators = [TwoFacilitators[0], null!] }, Officer)
            .ThenRefused("LIST_INCOMPLETE", "One of the facilitators is empty. Fill it in or take it away", "facilitators");
    }

    [Fact]
    public void the_council_does_not_establish_a_forum_for_kent_pact() =>
        Establish(Command with { Owner = ForumOwner.KentPact }, Officer)
            .ThenRefused("NOT_THE_OWNER", "Kent PACT establishes its own forums", "owner");

    [Fact]
    public void kent_pact_does_not_establish_one_for_the_council() =>
        Establish(Command, Coordinator)
            .ThenRefused("NOT_THE_OWNER", "The council establishes its own forums. Choose Kent PACT as the owner", "owner");

    [Fact]
    public void a_forum_for_under_18s_is_always_moderated_before_anything_is_shown() =>
        Establish(Youth with { Moderation = ModerationMode.AfterShown }, Officer).ThenRefused(
            "MODERATION_BEFORE_REQUIRED", "In a forum for under-18s everything is moderated before it is shown", "moderation");

    [Fact]
    public void a_forum_for_under_18s_names_two_vetted_facilitators_because_two_people_release_a_flagged_post() =>
        Establish(Youth with { Facilitators = [TwoFacilitators[0], TwoFacilitators[0]] }, Officer)
            .ThenRefused("FACILITATORS_MISSING", "Name at least 2 vetted facilitators for this forum", "facilitators");

    [Fact]
    public void a_facilitator_whose_check_is_to_come_cannot_be_named_yet() =>
        Establish(Youth with { Facilitators = [TwoFacilitators[0], TwoFacilitators[1] with { VettedOn = Today.AddDays(1) }] }, Officer)
            .ThenRefused("FACILITATOR_NOT_VETTED", "A facilitator can be named once their check is complete", "facilitators");

    [Fact]
    public void a_check_lasts_three_years() =>
        Given(Established)
            .When(f => NameFacilitator.Decide(new NameFacilitator(Id, OtherOfficer.Id, "moderator", new DateOnly(2021, 9, 30)), f, Officer, Today))
            .ThenRefused("FACILITATOR_NOT_VETTED", "This facilitator's check is more than 3 years old. Ask for a new one", "facilitatorId");

    [Fact]
    public void another_facilitator_may_be_named_later() =>
        Given(Established)
            .When(f => NameFacilitator.Decide(new NameFacilitator(Id, OtherOfficer.Id, "moderator", Today), f, Officer, Today))
            .Then(new FacilitatorNamed(new Facilitator(OtherOfficer.Id, "moderator", Today)));

    [Fact]
    public void naming_them_again_changes_nothing() =>
        Given(Established)
            .When(f => NameFacilitator.Decide(
                new NameFacilitator(Id, YouthFacilitator.Id, YouthFacilitator.Role, TwoFacilitators[0].VettedOn), f, Officer, Today))
            .ThenNothing();

    [Fact]
    public void a_forum_for_under_18s_is_never_left_with_one_facilitator() =>
        Given(Established)
            .When(f => RemoveFacilitator.Decide(new RemoveFacilitator(Id, YouthFacilitator.Id, "Has left"), f, Officer))
            .ThenRefused("FACILITATORS_MISSING", "Name another facilitator first. This forum needs at least 2", "facilitatorId");

    [Fact]
    public void a_facilitator_is_removed_with_a_reason()
    {
        var third = new FacilitatorNamed(new Facilitator(OtherOfficer.Id, "moderator", Today));

        Given(Established, third)
            .When(f => RemoveFacilitator.Decide(new RemoveFacilitator(Id, OtherOfficer.Id, "Has left"), f, Officer))
            .Then(new FacilitatorRemoved(OtherOfficer.Id, "Has left"));
        Given(Established, third)
            .When(f => RemoveFacilitator.Decide(new RemoveFacilitator(Id, OtherOfficer.Id, ""), f, Officer))
            .ThenRefused("REASON_REQUIRED", "Enter why this facilitator no longer moderates this forum", "reason");
    }

    private static Outcome Establish(EstablishForum command, Acting by) => new(EstablishForum.Decide(command, Id, by, ForumStory.Today));

    private static new DateOnly Today => ForumStory.Today;
}
