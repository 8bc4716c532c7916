using Engagement.Common;
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
    public void its_terms_are_agreed_on_anew()
    {
        Given(Board).When(group => ChangeTerms.Decide(new ChangeTerms(Id, " Decides on the plan "), group)).Then(new GroupTermsChanged("Decides on the plan"));
        Given(Board, new GroupTermsChanged("Decides on the plan")).When(group => ChangeTerms.Decide(new ChangeTerms(Id, "Decides on the plan"), group)).ThenNothing();
        Given(Board).When(group => ChangeTerms.Decide(new ChangeTerms(Id, " "), group)).ThenRefused("TERMS_MISSING", "Say what this group decides or advises on", "terms");
    }

    [Fact]
    public void it_meets_more_often_or_less_from_a_day_on() => Given(Board).When(Meet(MeetingFrequency.Quarterly, Today, " Papers take longer "))
        .Then(new MeetingFrequencyChanged(MeetingFrequency.Quarterly, Today, "Papers take longer"));

    [Fact]
    public void meeting_as_often_as_before_is_no_change() => Given(Board).When(Meet(MeetingFrequency.Monthly, Today, "")).ThenNothing();

    [Fact]
    public void the_day_of_a_change_is_not_to_come_and_not_before_the_last_one()
    {
        Given(Board).When(Meet(MeetingFrequency.Quarterly, Today.AddDays(1))).ThenRefused("DAY_IN_THE_FUTURE", "Enter a day that is today or earlier", "from");
        Given(Board, new MeetingFrequencyChanged(MeetingFrequency.Quarterly, new DateOnly(2024, 6, 3), "Papers"))
            .When(Meet(MeetingFrequency.Monthly, new DateOnly(2024, 6, 2)))
            .ThenRefused("DAY_TOO_EARLY", "How often it meets changed on 3 June 2024. Enter that day or a later one", "from");
    }

    [Fact]
    public void everybody_reads_why_it_meets_less() =>
        Given(Board).When(Meet(MeetingFrequency.TwiceAYear, Today, " ")).ThenRefused("REASON_REQUIRED", "Enter the reason, for everybody to read", "reason");

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

    private static Func<GovernanceGroup, Decision> Meet(MeetingFrequency frequency, DateOnly from, string reason = "Papers take longer") =>
        group => ChangeMeetingFrequency.Decide(new ChangeMeetingFrequency(Id, frequency, from, reason), group, Today);

    private static Outcome Constitute(string name, string terms, Guid? parent = null) =>
        new(ConstituteGroup.Decide(new ConstituteGroup(name, terms, MeetingFrequency.Monthly, parent)));
}
