using System.Globalization;
using Engagement.Notifications;

namespace Engagement.Tests.Notifications;

/// <summary>The night is left alone, in London's time whatever the clocks do.</summary>
public sealed class WhenMessagesMayGo
{
    [Theory]
    [InlineData("2027-01-13T12:00Z", "2027-01-13T12:00Z")]
    [InlineData("2027-01-13T20:59Z", "2027-01-13T20:59Z")]
    [InlineData("2027-01-13T21:00Z", "2027-01-14T08:00Z")]
    [InlineData("2027-01-14T07:59Z", "2027-01-14T08:00Z")]
    [InlineData("2027-01-14T08:00Z", "2027-01-14T08:00Z")]
    // In summer London is an hour ahead.
    [InlineData("2027-07-13T19:59Z", "2027-07-13T19:59Z")]
    [InlineData("2027-07-13T20:00Z", "2027-07-14T07:00Z")]
    // The nights in which the clocks change are an hour shorter, and an hour longer.
    [InlineData("2027-03-27T22:00Z", "2027-03-28T07:00Z")]
    [InlineData("2027-10-30T22:00Z", "2027-10-31T08:00Z")]
    public void At_once_waits_for_the_morning(string moment, string goes) => Of(NotificationFrequency.AtOnce, moment).ShouldBe(At(goes));

    [Fact]
    public void At_once_does_not_wait_for_whoever_does_not_mind() =>
        SendingTimes.Of(NotificationFrequency.AtOnce, isQuiet: false, At("2027-01-13T23:30Z")).ShouldBe(At("2027-01-13T23:30Z"));

    [Theory]
    [InlineData("2027-01-13T12:00Z", "2027-01-14T08:00Z")]
    [InlineData("2027-01-14T07:59Z", "2027-01-14T08:00Z")]
    [InlineData("2027-01-14T08:00Z", "2027-01-15T08:00Z")]
    public void Daily_goes_in_the_next_morning(string moment, string goes) => Of(NotificationFrequency.Daily, moment).ShouldBe(At(goes));

    [Theory]
    [InlineData("2027-01-13T12:00Z", "2027-01-18T08:00Z")]
    [InlineData("2027-01-18T07:00Z", "2027-01-18T08:00Z")]
    [InlineData("2027-01-18T09:00Z", "2027-01-25T08:00Z")]
    [InlineData("2027-03-26T09:00Z", "2027-03-29T07:00Z")]
    public void Weekly_goes_on_the_next_Monday(string moment, string goes) => Of(NotificationFrequency.Weekly, moment).ShouldBe(At(goes));

    private static DateTimeOffset Of(NotificationFrequency frequency, string moment) => SendingTimes.Of(frequency, isQuiet: true, At(moment));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
