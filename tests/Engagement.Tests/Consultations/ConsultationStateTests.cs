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
}
