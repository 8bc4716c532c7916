using Engagement.Common;
using Engagement.Consultations;

namespace Engagement.Tests.Consultations;

public sealed class ConsultationStateTests
{
    private static readonly DateOnly Opens = new(2024, 9, 23);
    private static readonly DateOnly Closes = new(2024, 11, 10);

    [Theory]
    [InlineData(2024, 9, 22, ConsultationState.Coming)]
    [InlineData(2024, 9, 23, ConsultationState.Open)]
    [InlineData(2024, 11, 10, ConsultationState.Open)]
    [InlineData(2024, 11, 11, ConsultationState.Closed)]
    public void It_opens_and_closes_by_itself_with_its_last_day_counted(int year, int month, int day, ConsultationState state) =>
        ConsultationStates.On(new DateOnly(year, month, day), Opens, Closes, closedOn: null).ShouldBe(state);

    [Theory]
    // 23 September to 10 November is 49 days, the first and the last included.
    [InlineData("2024-09-23", "2024-11-10", 49)]
    [InlineData("2024-09-23", "2024-10-06", 14)]
    [InlineData("2024-09-23", "2024-09-23", 1)]
    // Over both changes of the clocks a day is a day.
    [InlineData("2024-10-20", "2024-11-02", 14)]
    [InlineData("2025-03-24", "2025-04-06", 14)]
    public void Both_the_first_and_the_last_day_count(string opens, string closes, int days) =>
        ConsultationDates.Days(Day(opens), Day(closes)).ShouldBe(days);

    [Theory]
    [InlineData("2024-11-10", "It closes on a Sunday, when nobody can help people answer. Monday 11 November 2024 would give them a day with help")]
    [InlineData("2024-11-09", "It closes on a Saturday, when nobody can help people answer. Monday 11 November 2024 would give them a day with help")]
    [InlineData("2024-11-11", null)]
    public void A_weekend_is_allowed_and_warned_of(string closes, string? warning) =>
        ConsultationDates.Warnings(Opens, Day(closes)).ShouldBe(warning is null ? [] : [warning]);

    [Theory]
    // In summer time a day in London begins at 23:00 of the day before in UTC.
    [InlineData("2024-09-23", "2024-09-22T23:00:00Z")]
    [InlineData("2024-11-11", "2024-11-11T00:00:00Z")]
    // The days on which the clocks go forward and back begin at the midnight before it.
    [InlineData("2025-03-30", "2025-03-30T00:00:00Z")]
    [InlineData("2025-03-31", "2025-03-30T23:00:00Z")]
    [InlineData("2024-10-27", "2024-10-26T23:00:00Z")]
    [InlineData("2024-10-28", "2024-10-28T00:00:00Z")]
    public void A_day_begins_at_midnight_in_London(string day, string moment) =>
        LondonCalendar.StartOf(Day(day)).ShouldBe(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2024-10-06", ConsultationState.Open)]
    [InlineData("2024-10-07", ConsultationState.Paused)]
    [InlineData("2024-11-20", ConsultationState.Paused)]
    public void Paused_it_stays_until_it_is_resumed(string day, ConsultationState state) =>
        ConsultationStates.On(Day(day), Opens, Closes, null, pausedOn: new DateOnly(2024, 10, 7)).ShouldBe(state);

    [Fact]
    public void Withdrawn_it_is_nothing_else() =>
        ConsultationStates.On(Opens, Opens, Closes, Closes, null, isWithdrawn: true).ShouldBe(ConsultationState.Withdrawn);

    [Fact]
    public void That_it_has_closed_says_nothing_of_the_days_before() =>
        ConsultationStates.On(new DateOnly(2024, 11, 1), Opens, Closes, closedOn: Closes).ShouldBe(ConsultationState.Open);

    [Fact]
    public void Without_dates_it_is_a_draft() => ConsultationStates.On(Opens, null, null, null).ShouldBe(ConsultationState.Draft);

    [Theory]
    // Summer time: midnight in London is 23:00 in UTC.
    [InlineData("2024-07-01T22:59:59Z", "2024-07-01")]
    [InlineData("2024-07-01T23:00:00Z", "2024-07-02")]
    // Winter time: midnight is midnight.
    [InlineData("2024-11-10T23:59:59Z", "2024-11-10")]
    [InlineData("2024-11-11T00:00:00Z", "2024-11-11")]
    // The night the clocks go back has one midnight only.
    [InlineData("2024-10-26T23:00:00Z", "2024-10-27")]
    [InlineData("2024-10-27T23:59:59Z", "2024-10-27")]
    public void A_day_lasts_until_midnight_in_London(string moment, string day) =>
        LondonCalendar.DayOf(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture))
            .ShouldBe(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void The_response_is_due_twelve_weeks_after_the_close()
    {
        var page = new ConsultationPage
        {
            Id = Guid.NewGuid(),
            Slug = "s",
            Title = "t",
            OwnerRole = "o",
            DecisionMaker = "d",
            DecisionExpectedOn = Closes,
            DraftedAt = DateTimeOffset.UnixEpoch,
            OpensOn = Opens,
            ClosesOn = Closes,
        };

        page.ResponseDueOn().ShouldBe(new DateOnly(2025, 2, 2));
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
