using Engagement.Common;
using Engagement.Consultations;
using Engagement.Tests.Specs;
using static Engagement.Tests.Consultations.ConsultationStory;

namespace Engagement.Tests.Consultations;

public sealed class WhenCorrectingTheClosingDate : Spec<Consultation>
{
    private static readonly DateOnly Recorded = new(2024, 11, 10);
    private static readonly DateOnly Published = new(2024, 11, 11);

    private static readonly ClosingDateCorrected Correction = new(Published, "The web page gave another date", "Draft strategy, page 2");

    [Fact]
    public void the_tenth_becomes_the_eleventh_with_its_source() => Given(Drafted, Opened).When(Correct(Published)).Then(Correction);

    [Fact]
    public void it_can_be_put_right_after_the_close() =>
        Given(Drafted, Opened, new ConsultationClosed(Recorded)).When(Correct(Published, today: new DateOnly(2024, 12, 1))).Then(Correction);

    [Fact]
    public void it_then_closes_again_on_the_right_day() =>
        Given(Drafted, Opened, new ConsultationClosed(Recorded), Correction)
            .When(c => CloseWhenDue.Decide(c, Published.AddDays(1)))
            .Then(new ConsultationClosed(Published));

    [Fact]
    public void on_the_corrected_day_people_can_still_answer() =>
        Given(Drafted, Opened, new ConsultationClosed(Recorded), Correction)
            .When(c => CloseWhenDue.Decide(c, Published))
            .ThenNothing();

    [Theory]
    [InlineData(2024, 11, 10)]
    [InlineData(2024, 11, 9)]
    public void who_relied_on_the_later_date_is_not_shut_out(int year, int month, int day) =>
        Given(Drafted, Opened)
            .When(Correct(new DateOnly(year, month, day)))
            .ThenRefused("CLOSING_DATE_EARLIER", "You can extend the closing date but not bring it forward", "closesOn");

    [Fact]
    public void it_says_where_the_right_date_is_written() =>
        Given(Drafted, Opened)
            .When(c => CorrectClosingDate.Decide(new CorrectClosingDate(Id, Published, "Wrong", " "), c, Today))
            .ThenRefused("SOURCE_MISSING", "Enter where the right closing date is written", "source");

    [Fact]
    public void it_says_why() =>
        Given(Drafted, Opened)
            .When(c => CorrectClosingDate.Decide(new CorrectClosingDate(Id, Published, "", "Page 2"), c, Today))
            .ThenRefused("REASON_REQUIRED", "Enter the reason for correcting the closing date", "reason");

    [Fact]
    public void a_draft_has_none() => Given(Drafted).When(Correct(Published)).ThenRefused("NOT_OPEN");

    [Fact]
    public void once_reported_the_report_puts_it_right() =>
        Given(Drafted, Opened, new ConsultationClosed(Recorded), new ReportPublished(1, "https://council.example.test/report"))
            .When(Correct(Published))
            .ThenRefused("REPORT_PUBLISHED");

    private static Func<Consultation, Decision> Correct(DateOnly closesOn, DateOnly? today = null) => consultation => CorrectClosingDate.Decide(
        new CorrectClosingDate(Id, closesOn, Correction.Reason, Correction.Source), consultation, today ?? Today);
}
