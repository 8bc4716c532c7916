using Engagement.Common;
using Engagement.Governance;
using Engagement.Tests.Specs;

namespace Engagement.Tests.Governance;

public sealed class WhenFillingASeat : Spec<GovernanceGroup>
{
    private static readonly Guid Seat = Guid.Parse("c0000000-0000-4000-8000-000000000001");
    private static readonly Guid OtherSeat = Guid.Parse("c0000000-0000-4000-8000-000000000002");
    private static readonly Guid Person = Guid.Parse("c0000000-0000-4000-8000-000000000003");
    private static readonly Guid OtherPerson = Guid.Parse("c0000000-0000-4000-8000-000000000004");
    private static readonly Acting Coordinator = new(Guid.Parse("c0000000-0000-4000-8000-000000000005"), "pact-forum-coordinator");
    private static readonly Acting Officer = new(Guid.Parse("c0000000-0000-4000-8000-000000000006"), "participation-officer");

    private static readonly GroupConstituted Constituted = new("SEND Improvement Board", "Steers the plan", MeetingFrequency.Monthly, null);
    private static readonly SeatCreated Created = new(Seat, "Parent representative, east", new DateOnly(2024, 6, 3));
    private static readonly RepNominated Nominated = new(Seat, Person, "Parent of a primary school child");
    private static readonly RepAppointed Appointed = new(Seat, new DateOnly(2024, 7, 1));

    [Fact]
    public void kent_pact_nominates() => Given(Constituted, Created)
        .When(Nominate())
        .Then(Nominated);

    [Theory]
    [InlineData("participation-officer")]
    [InlineData("commissioner")]
    [InlineData("administrator")]
    public void nobody_else_does(string role) => Given(Constituted, Created)
        .When(Nominate(by: new Acting(Officer.Id, role)))
        .ThenRefused("NOT_KENT_PACT", "Kent PACT chooses its own representatives");

    [Fact]
    public void a_later_nomination_takes_the_place_of_the_first() => Given(Constituted, Created, Nominated)
        .When(Nominate(OtherPerson))
        .Then(Nominated with { RepresentativeId = OtherPerson });

    [Fact]
    public void the_same_nomination_again_changes_nothing() => Given(Constituted, Created, Nominated)
        .When(Nominate())
        .ThenNothing();

    [Fact]
    public void a_seat_that_is_taken_is_vacated_first() => Given(Constituted, Created, Nominated, Appointed)
        .When(Nominate(OtherPerson))
        .ThenRefused("SEAT_TAKEN", "Somebody sits in this seat. Vacate it before you nominate somebody else", "seatId");

    [Fact]
    public void a_representative_has_a_code_and_a_role()
    {
        Given(Constituted, Created).When(Nominate(Guid.Empty))
            .ThenRefused("REPRESENTATIVE_MISSING", "Enter the code of the representative", "representativeId");
        Given(Constituted, Created).When(Nominate(role: " "))
            .ThenRefused("ROLE_MISSING", "Enter the role that everybody sees in place of a name", "role");
        Given(Constituted, Created).When(Nominate(role: new string('x', CleanText.LineLimit + 1))).ThenRefused("TEXT_TOO_LONG");
    }

    [Fact]
    public void nobody_has_two_seats_in_one_group() => Given(Constituted, Created, Created with { SeatId = OtherSeat, Title = "West" }, Nominated)
        .When(Nominate(seat: OtherSeat))
        .ThenRefused("REPRESENTATIVE_HAS_SEAT", "This person has another seat in this group. Choose somebody else", "representativeId");

    [Fact]
    public void a_seat_is_one_of_the_groups() => Given(Constituted, Created)
        .When(Nominate(seat: OtherSeat))
        .ThenRefused("SEAT_UNKNOWN", "This group has no such seat", "seatId");

    [Fact]
    public void a_nomination_is_withdrawn_by_kent_pact_until_the_appointment()
    {
        Given(Constituted, Created, Nominated).When(Withdraw(Coordinator)).Then(new NominationWithdrawn(Seat));
        Given(Constituted, Created).When(Withdraw(Coordinator)).ThenNothing();
        Given(Constituted, Created, Nominated).When(Withdraw(Officer)).ThenRefused("NOT_KENT_PACT");
        Given(Constituted, Created, Nominated, Appointed).When(Withdraw(Coordinator))
            .ThenRefused("ALREADY_APPOINTED", "This representative has been appointed. Vacate the seat if they no longer sit there", "seatId");
    }

    [Fact]
    public void the_group_takes_in_whom_kent_pact_nominated() => Given(Constituted, Created, Nominated)
        .When(Appoint(new DateOnly(2024, 7, 1)))
        .Then(Appointed);

    [Fact]
    public void and_nobody_else() => Given(Constituted, Created, Nominated, new NominationWithdrawn(Seat))
        .When(Appoint(Today))
        .ThenRefused("NOT_NOMINATED", "Nobody is nominated for this seat. Kent PACT chooses its own representatives", "seatId");

    [Fact]
    public void the_first_day_is_not_to_come_and_not_before_the_seat_was_vacant()
    {
        Given(Constituted, Created, Nominated).When(Appoint(Today.AddDays(1)))
            .ThenRefused("DAY_IN_THE_FUTURE", "Enter a day that is today or earlier", "appointedOn");
        Given(Constituted, Created, Nominated).When(Appoint(Created.CreatedOn.AddDays(-1)))
            .ThenRefused("DAY_TOO_EARLY", "This seat has been vacant since 3 June 2024. Enter that day or a later one", "appointedOn");
    }

    [Fact]
    public void appointed_again_changes_nothing_and_no_other_first_day()
    {
        Given(Constituted, Created, Nominated, Appointed).When(Appoint(Appointed.AppointedOn)).ThenNothing();
        Given(Constituted, Created, Nominated, Appointed).When(Appoint(Today))
            .ThenRefused("SEAT_TAKEN", "Somebody has sat in this seat since 1 July 2024", "seatId");
    }

    [Fact]
    public void kent_pact_vacates_a_seat_and_the_group_cannot()
    {
        Given(Constituted, Created, Nominated, Appointed).When(Vacate(Today, Coordinator)).Then(new SeatVacated(Seat, Today, VacancyReason.SteppedDown));
        Given(Constituted, Created, Nominated, Appointed).When(Vacate(Today, Officer))
            .ThenRefused("NOT_KENT_PACT", "Kent PACT chooses its own representatives");
        Given(Constituted, Created, Nominated).When(Vacate(Today, Coordinator)).ThenNothing();
    }

    [Fact]
    public void the_last_day_is_between_the_first_and_today()
    {
        Given(Constituted, Created, Nominated, Appointed).When(Vacate(Today.AddDays(1), Coordinator))
            .ThenRefused("DAY_IN_THE_FUTURE", "Enter a day that is today or earlier", "vacatedOn");
        Given(Constituted, Created, Nominated, Appointed).When(Vacate(new DateOnly(2024, 6, 30), Coordinator))
            .ThenRefused("DAY_TOO_EARLY", "They have sat there since 1 July 2024. Enter that day or a later one", "vacatedOn");
    }

    [Fact]
    public void a_vacated_seat_takes_the_next() =>
        Given(Constituted, Created, Nominated, Appointed, new SeatVacated(Seat, Today.AddDays(-9), VacancyReason.TermEnded), Nominated with { RepresentativeId = OtherPerson })
            .When(Appoint(Today))
            .Then(Appointed with { AppointedOn = Today });

    private static Func<GovernanceGroup, Decision> Nominate(
        Guid? person = null, string role = " Parent of a primary school child", Acting? by = null, Guid? seat = null) =>
        group => NominateRepresentative.Decide(new NominateRepresentative(Id, seat ?? Seat, person ?? Person, role), group, by ?? Coordinator);

    private static Func<GovernanceGroup, Decision> Withdraw(Acting by) => group => WithdrawNomination.Decide(new WithdrawNomination(Id, Seat), group, by);

    private static Func<GovernanceGroup, Decision> Appoint(DateOnly on) =>
        group => AppointRepresentative.Decide(new AppointRepresentative(Id, Seat, on), group, Today);

    private static Func<GovernanceGroup, Decision> Vacate(DateOnly on, Acting by) =>
        group => VacateSeat.Decide(new VacateSeat(Id, Seat, on, VacancyReason.SteppedDown), group, by, Today);
}
