using Engagement.Consultations;
using Engagement.Tests.Specs;
using static Engagement.Tests.Consultations.ConsultationStory;

namespace Engagement.Tests.Consultations;

public sealed class WhenMovingTheClosingDate : Spec<Consultation>
{
    private static readonly DateOnly DayLater = new(2024, 11, 11);

    [Fact]
    public void later_is_possible() =>
        Given(Drafted, Opened)
            .When(Extend(DayLater, "The printed copies came late"))
            .Then(new ClosingDateExtended(DayLater, "The printed copies came late"));

    [Theory]
    [InlineData("2024-11-10")]
    [InlineData("2024-11-09")]
    public void the_same_day_or_earlier_is_not(string day) =>
        Given(Drafted, Opened)
            .When(Extend(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), "Enough answers"))
            .ThenRefused("CLOSING_DATE_EARLIER", "You can extend the closing date but not bring it forward", "closesOn");

    [Fact]
    public void a_date_already_extended_does_not_move_back() =>
        Given(Drafted, Opened, new ClosingDateExtended(DayLater, "Late copies"))
            .When(Extend(new DateOnly(2024, 11, 10), "Back to the first date"))
            .ThenRefused("CLOSING_DATE_EARLIER");

    [Fact]
    public void years_later_is_a_slip() => Given(Drafted, Opened).When(Extend(DateOnly.MaxValue, "Late")).ThenRefused("DATE_TOO_FAR");

    [Fact]
    public void people_are_told_why() =>
        Given(Drafted, Opened).When(Extend(DayLater, " ")).ThenRefused("REASON_REQUIRED", "Enter the reason for extending the closing date", "reason");

    [Fact]
    public void a_draft_has_no_date_to_move() => Given(Drafted).When(Extend(DayLater, "Late")).ThenRefused("NOT_OPEN");

    [Fact]
    public void a_consultation_past_its_last_day_is_closed_although_nobody_said_so() =>
        Given(Drafted, Opened)
            .When(c => ExtendClosingDate.Decide(new ExtendClosingDate(Id, new DateOnly(2024, 12, 1), "Late"), c, new DateOnly(2024, 11, 11)))
            .ThenRefused("NOT_OPEN", "This consultation has closed. Its closing date can no longer be moved");

    private static Func<Consultation, Engagement.Common.Decision> Extend(DateOnly closesOn, string reason) =>
        consultation => ExtendClosingDate.Decide(new ExtendClosingDate(Id, closesOn, reason), consultation, Today);
}
