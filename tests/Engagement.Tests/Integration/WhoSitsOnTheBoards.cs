using Engagement.Common;
using Engagement.Governance;

namespace Engagement.Tests.Integration;

public sealed class WhoSitsOnTheBoards : PlatformTest
{
    private static readonly Guid Person = Guid.Parse("a0000000-0000-4000-8000-00000000000b");

    [Fact]
    public async Task A_seat_is_nominated_for_taken_and_vacant_again()
    {
        var (group, seat) = await ConstituteAsync("SEND Improvement Board");
        await NominateAsync(group, seat);
        (await SeatAsync(group)).State.ShouldBe(SeatState.Nominated);

        await Commands.AppointAsync(new AppointRepresentative(group, seat, Story.Today), Story.Officer, default);
        var taken = await SeatAsync(group);
        (taken.State, taken.Since, taken.Nominee, taken.Representative?.Role).ShouldBe((SeatState.Taken, Story.Today, null, "Parent, east"));

        await Commands.VacateAsync(new VacateSeat(group, seat, Story.Today, VacancyReason.Replaced), ForumStories.Coordinator, default);
        var vacant = await SeatAsync(group);
        (vacant.State, vacant.Since, vacant.Representative).ShouldBe((SeatState.Vacant, Story.Today, null));
    }

    [Fact]
    public async Task The_list_is_read_by_name_page_by_page_and_a_group_stands_under_one_that_there_is()
    {
        var (top, _) = await ConstituteAsync("Health and Wellbeing Board");
        var (below, _) = await ConstituteAsync("Improvement Board", top);

        var first = await Reads.ListAsync(null, 1, default);
        var rest = await Reads.ListAsync(GovernanceReads.PositionOf(first.Items[0]), 10, default);

        (first.Items.Single().Id, first.HasMore).ShouldBe((top, true));
        rest.Items.ShouldHaveSingleItem().ShouldSatisfyAllConditions(page => page.Id.ShouldBe(below), page => page.ParentGroupId.ShouldBe(top));
        await Should.ThrowAsync<ThingNotFoundException>(() => ConstituteAsync("Under nothing", Guid.NewGuid()));
    }

    [Fact]
    public async Task A_request_that_comes_twice_creates_one_seat()
    {
        var (group, _) = await ConstituteAsync("Improvement Board");
        var officer = Story.Officer with { IdempotencyKey = "seat-two" };

        var one = await Commands.CreateSeatAsync(new CreateSeat(group, "West"), officer, default);
        var again = await Commands.CreateSeatAsync(new CreateSeat(group, "West"), officer, default);

        again.ShouldBe(one);
        (await Reads.FindAsync(group, default)).ShouldNotBeNull().Seats.Select(seat => seat.Title).ShouldBe(["Parent representative", "West"]);
    }

    [Fact]
    public async Task How_often_it_met_stays_known_with_the_day_of_each_change()
    {
        var (group, _) = await ConstituteAsync("Improvement Board");

        await Commands.ChangeMeetingFrequencyAsync(new ChangeMeetingFrequency(group, MeetingFrequency.Quarterly, Story.Today.AddDays(-30), "Papers take longer"), Story.Officer, default);
        await Commands.ChangeMeetingFrequencyAsync(new ChangeMeetingFrequency(group, MeetingFrequency.Monthly, Story.Today, "There is more to decide"), Story.Officer, default);
        await Commands.ChangeTermsAsync(new ChangeTerms(group, "Decides on the plan"), Story.Officer, default);

        var page = (await Reads.FindAsync(group, default)).ShouldNotBeNull();
        (page.Frequency, page.Terms, page.Version).ShouldBe((MeetingFrequency.Monthly, "Decides on the plan", 5));
        page.FrequencyChanges.ShouldBe(
        [
            new FrequencyChange(Story.Today.AddDays(-30), MeetingFrequency.Monthly, MeetingFrequency.Quarterly, "Papers take longer"),
            new FrequencyChange(Story.Today, MeetingFrequency.Quarterly, MeetingFrequency.Monthly, "There is more to decide"),
        ]);
    }

    private GovernanceCommands Commands => Platform.Get<GovernanceCommands>();

    private GovernanceReads Reads => Platform.Get<GovernanceReads>();

    private async Task<(Guid Group, Guid Seat)> ConstituteAsync(string name, Guid? parent = null)
    {
        var group = await Commands.ConstituteAsync(new ConstituteGroup(name, "Steers the plan", MeetingFrequency.Monthly, parent), Story.Officer, default);
        return (group, await Commands.CreateSeatAsync(new CreateSeat(group, "Parent representative"), Story.Officer, default));
    }

    private Task NominateAsync(Guid group, Guid seat) =>
        Commands.NominateAsync(new NominateRepresentative(group, seat, Person, "Parent, east"), ForumStories.Coordinator, default);

    private async Task<Seat> SeatAsync(Guid group) => (await Reads.FindAsync(group, default)).ShouldNotBeNull().Seats.ShouldHaveSingleItem();
}
