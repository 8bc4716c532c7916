using Engagement.Activities;
using Engagement.Common;
using Engagement.Tests.Specs;
using static Engagement.Tests.Activities.ActivityStory;

namespace Engagement.Tests.Activities;

public sealed class WhenPlanningAnActivityAnew : Spec<Activity>
{
    private static readonly PlaceTaken SignedUp = new(Guid.Parse("f0000000-0000-4000-8000-000000000001"));

    private static readonly PlacesOpened Places = new(12, "The library, from 10 to 12");

    private static readonly ChangeActivityPlan AsItWas = new(
        Id,
        Planned.Title,
        Planned.Kind,
        Planned.Level,
        Planned.Audience,
        Planned.IncludesUnder18s,
        Planned.District,
        Planned.Stage,
        Planned.Lundy,
        Planned.SafeguardingPlan,
        null);

    [Fact]
    public void the_plan_changes_and_the_day_stays() =>
        Given(Planned, new ActivityMoved(Day.AddDays(7), "The college is closed"))
            .When(Change(AsItWas with { Title = " A better  title", Level = EngagementLevel.Engaging, District = null }))
            .Then(new ActivityPlanChanged(
                "A better  title", Planned.Kind, EngagementLevel.Engaging, Planned.Audience, true, null, Planned.Stage, Lundy, Planned.SafeguardingPlan, null));

    [Fact]
    public void what_comes_next_goes_by_the_changed_plan() =>
        Given(Planned, new ActivityPlanChanged("A talk", ActivityKind.OneToOne, Planned.Level, Planned.Audience, true, null, Planned.Stage, Lundy, "Vetted", null))
            .When(activity => OpenPlaces.Decide(new OpenPlaces(Id, 5, "Here"), activity))
            .ThenRefused("ONE_TO_ONE");

    [Fact]
    public void a_plan_as_it_was_is_no_change() =>
        Given(Planned, new ActivityMoved(Day.AddDays(7), "The college is closed")).When(Change(AsItWas)).ThenNothing();

    [Fact]
    public void whoever_signed_up_is_told_why()
    {
        var other = AsItWas with { Level = EngagementLevel.Informing };
        Given(Planned, Places, SignedUp).When(Change(other)).ThenRefused("REASON_REQUIRED", "Enter the reason, for those who planned to come", "reason");
        Given(Planned, Places, SignedUp).When(Change(other with { Reason = " Others decided " })).Then(
            new ActivityPlanChanged(Planned.Title, Planned.Kind, EngagementLevel.Informing, Planned.Audience, true, Planned.District, Planned.Stage, Lundy, Planned.SafeguardingPlan, "Others decided"));
    }

    [Fact]
    public void what_holds_for_a_plan_holds_for_a_changed_one()
    {
        Given(Planned).When(Change(AsItWas with { Level = null })).ThenRefused("LEVEL_MISSING");
        Given(Planned).When(Change(AsItWas with { SafeguardingPlan = " " }))
            .ThenRefused("SAFEGUARDING_PLAN_MISSING", "Add a safeguarding plan, because people under 18 take part", "safeguardingPlan");
        Given(Planned).When(Change(AsItWas with { Lundy = Lundy with { Influence = "" } })).ThenRefused("LUNDY_INFLUENCE_MISSING");
    }

    [Fact]
    public void where_people_can_sign_up_it_does_not_become_a_talk_with_one() =>
        Given(Planned, Places).When(Change(AsItWas with { Kind = ActivityKind.OneToOne }))
            .ThenRefused(
                "PLACES_OPEN",
                "People can sign up for this activity, and a talk with one person is arranged with them. Plan the talk as one of its own",
                "kind");

    [Fact]
    public void once_held_its_plan_is_what_was_promised() =>
        Given(Planned, Held).When(Change(AsItWas with { Level = EngagementLevel.CoProducing }))
            .ThenRefused("ACTIVITY_HELD", "This activity has been held. Its plan can no longer change");

    [Fact]
    public void nor_does_a_cancelled_one_change() => Given(Planned, Cancelled).When(Change(AsItWas with { Title = "Another" })).ThenRefused("ACTIVITY_CANCELLED");

    private static Func<Activity, Decision> Change(ChangeActivityPlan command) => activity => ChangeActivityPlan.Decide(command, activity);
}
