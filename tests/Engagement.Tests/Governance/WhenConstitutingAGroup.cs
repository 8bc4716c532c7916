using Engagement.Governance;
using Engagement.Tests.Specs;

namespace Engagement.Tests.Governance;

public sealed class WhenConstitutingAGroup : Spec<GovernanceGroup>
{
    private static readonly Guid Seat = Guid.Parse("c0000000-0000-4000-8000-000000000001");
    private static readonly Guid Parent = Guid.Parse("c0000000-0000-4000-8000-000000000007");
    private static readonly GroupConstituted Board = new("SEND Improvement Board", "Steers the plan", MeetingFrequency.Monthly, null);

    [Fact]
    public void it_has_a_name_terms_and_a_place_in_the_chain() =>
        Constitute(" SEND Improvement  Board", "Steers the plan ", Parent).Then(Board with { Name = "SEND Improvement  Board", ParentGroupId = Parent });

    [Fact]
    public void what_is_missing_is_asked_for()
    {
        Constitute(" ", "Steers").ThenRefused("NAME_MISSING", "Enter the name of this group", "name");
        Constitute("Board", " ").ThenRefused("TERMS_MISSING", "Say what this group decides or advises on", "terms");
    }

    [Fact]
    public void parents_and_carers_get_a_seat() => Given(Board).When(group => CreateSeat.Decide(new CreateSeat(Id, " East "), Seat, group, Today))
        .Then(new SeatCreated(Seat, "East", Today));

    [Fact]
    public void a_seat_has_a_title_of_its_own()
    {
        Given(Board).When(group => CreateSeat.Decide(new CreateSeat(Id, " "), Seat, group, Today))
            .ThenRefused("TITLE_MISSING", "Enter a title for this seat, such as parent representative for the east", "title");
        Given(Board, new SeatCreated(Seat, "East", Today)).When(group => CreateSeat.Decide(new CreateSeat(Id, "east"), Seat, group, Today))
            .ThenRefused("SEAT_TITLE_TAKEN", "This group has a seat with this title. Give the new one another title", "title");
    }

    [Fact]
    public void a_group_has_at_most_fifty_seats() => Given([Board, .. Enumerable.Range(1, 50).Select(i => new SeatCreated(Guid.NewGuid(), $"Seat {i}", Today))])
        .When(group => CreateSeat.Decide(new CreateSeat(Id, "One more"), Seat, group, Today))
        .ThenRefused("TOO_MANY_SEATS", "A group has at most 50 seats for parents and carers");

    private static Outcome Constitute(string name, string terms, Guid? parent = null) =>
        new(ConstituteGroup.Decide(new ConstituteGroup(name, terms, MeetingFrequency.Monthly, parent)));
}
