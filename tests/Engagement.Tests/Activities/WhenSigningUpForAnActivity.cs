using Engagement.Activities;
using Engagement.Tests.Specs;
using static Engagement.Tests.Activities.ActivityStory;

namespace Engagement.Tests.Activities;

public sealed class WhenSigningUpForAnActivity : Spec<Activity>
{
    private static readonly Guid You = Guid.Parse("a0000000-0000-4000-8000-000000000001");
    private static readonly Guid SomebodyElse = Guid.Parse("a0000000-0000-4000-8000-000000000002");
    private static readonly PlacesOpened ForOne = new(1, "The library, at 10");

    [Fact]
    public void an_officer_says_how_many_can_come_and_how() =>
        Given(Planned).When(Open(12, " The library, at 10 ")).Then(new PlacesOpened(12, "The library, at 10"));

    [Fact]
    public void it_may_be_said_anew() => Given(Planned, ForOne).When(Open(2, "The library, at 11")).Then(new PlacesOpened(2, "The library, at 11"));

    [Fact]
    public void saying_the_same_again_does_nothing() => Given(Planned, ForOne).When(Open(1, "The library, at 10")).ThenNothing();

    [Theory]
    [InlineData(0)]
    [InlineData(1_001)]
    public void a_number_that_cannot_be_is_refused(int places) => Given(Planned)
        .When(Open(places, "The library"))
        .ThenRefused("PLACES_INVALID", "Enter how many people can come, from 1 to 1,000", "places");

    [Fact]
    public void people_must_know_how_to_join() => Given(Planned)
        .When(Open(5, " "))
        .ThenRefused("JOINING_MISSING", "Say where it is, when it begins and how to get in", "joining");

    [Fact]
    public void nobody_loses_a_place_that_they_have() => Given(Planned, new PlacesOpened(2, "The library"), new PlaceTaken(You), new PlaceTaken(SomebodyElse))
        .When(Open(1, "The library"))
        .ThenRefused("PLACES_TAKEN", "2 people have a place already. Enter that many or more", "places");

    [Fact]
    public void nobody_signs_up_for_a_talk_with_one_person() => Given(Planned with { Kind = ActivityKind.OneToOne })
        .When(Open(1, "The library"))
        .ThenRefused("ONE_TO_ONE", "A talk with one person is arranged with them. Nobody signs up for it");

    [Fact]
    public void a_place_is_taken_once()
    {
        Given(Planned, ForOne).When(Take(You)).Then(new PlaceTaken(You));
        Given(Planned, ForOne, new PlaceTaken(You)).When(Take(You)).ThenNothing();
    }

    [Fact]
    public void when_it_is_full_another_may_come_as_soon_as_a_place_is_given_up()
    {
        Given(Planned, ForOne, new PlaceTaken(SomebodyElse))
            .When(Take(You))
            .ThenRefused("ACTIVITY_FULL", "This activity is full. Look again later: somebody may give up their place");
        Given(Planned, ForOne, new PlaceTaken(SomebodyElse), new PlaceGivenUp(SomebodyElse)).When(Take(You)).Then(new PlaceTaken(You));
    }

    [Fact]
    public void on_the_day_itself_there_is_still_time() =>
        Given(Planned, ForOne).When(a => TakePlace.Decide(new TakePlace(Id, You), a, Day)).Then(new PlaceTaken(You));

    [Fact]
    public void afterwards_there_is_none()
    {
        Given(Planned, ForOne).When(a => TakePlace.Decide(new TakePlace(Id, You), a, Day.AddDays(1)))
            .ThenRefused("ACTIVITY_OVER", "This activity is over. You cannot sign up for it any more");
        Given(Planned, ForOne, Held).When(Take(You)).ThenRefused("ACTIVITY_OVER");
    }

    [Fact]
    public void what_was_cancelled_has_no_places() => Given(Planned, ForOne, Cancelled)
        .When(Take(You))
        .ThenRefused("ACTIVITY_CANCELLED", "This activity was cancelled. You cannot sign up for it");

    [Fact]
    public void before_places_are_opened_nobody_signs_up() =>
        Given(Planned).When(Take(You)).ThenRefused("PLACES_NOT_OPEN", "You cannot sign up for this activity here");

    [Fact]
    public void a_place_is_given_up_without_a_reason()
    {
        Given(Planned, ForOne, new PlaceTaken(You)).When(GiveUp(You)).Then(new PlaceGivenUp(You));
        Given(Planned, ForOne, new PlaceTaken(SomebodyElse)).When(GiveUp(You)).ThenNothing();
        Given(Planned, ForOne, new PlaceTaken(You), Held).When(GiveUp(You))
            .ThenRefused("ACTIVITY_HELD", "This activity has been held. You cannot give up your place any more");
    }

    private static Func<Activity, Engagement.Common.Decision> Open(int places, string joining) =>
        activity => OpenPlaces.Decide(new OpenPlaces(Id, places, joining), activity);

    private static Func<Activity, Engagement.Common.Decision> Take(Guid person) =>
        activity => TakePlace.Decide(new TakePlace(Id, person), activity, Today);

    private static Func<Activity, Engagement.Common.Decision> GiveUp(Guid person) =>
        activity => GiveUpPlace.Decide(new GiveUpPlace(Id, person), activity);
}
