using Engagement.Consultations;
using Engagement.Tests.Specs;
using static Engagement.Tests.Consultations.ConsultationStory;

namespace Engagement.Tests.Consultations;

public sealed class WhenReportingOnAConsultation : Spec<Consultation>
{
    private const string Url = "https://council.example.test/report";

    private static readonly DateOnly LastDay = new(2024, 11, 10);
    private static readonly ConsultationClosed Closed = new(LastDay);
    private static readonly ReportReadiness Ready = new(0, 0);

    [Fact]
    public void it_is_published_once_everything_is_answered() => Given(Drafted, Opened, Closed).When(Publish(Ready)).Then(new ReportPublished(1, Url));

    [Fact]
    public void the_next_one_is_the_next_version() =>
        Given(Drafted, Opened, Closed, new ReportPublished(1, Url)).When(Publish(Ready)).Then(new ReportPublished(2, Url));

    [Fact]
    public void it_is_closed_by_its_date_alone() => Given(Drafted, Opened).When(Publish(Ready)).Then(new ReportPublished(1, Url));

    [Fact]
    public void while_people_can_answer_there_is_no_report() =>
        Given(Drafted, Opened)
            .When(c => PublishReport.Decide(new PublishReport(Id, Url), c, Ready, LastDay))
            .ThenRefused("NOT_CLOSED", "This consultation has not closed yet");

    [Theory]
    [InlineData(12, 0, "VIEWS_UNFINISHED", "12 views are still to be coded")]
    [InlineData(1, 3, "VIEWS_UNFINISHED", "1 view is still to be coded")]
    [InlineData(0, 3, "THEMES_WITHOUT_RESPONSE", "3 themes still need a response")]
    [InlineData(0, 1, "THEMES_WITHOUT_RESPONSE", "1 theme still needs a response")]
    public void nothing_that_was_said_is_left_out(int views, int themes, string code, string message) =>
        Given(Drafted, Opened, Closed).When(Publish(new ReportReadiness(views, themes))).ThenRefused(code, message);

    [Fact]
    public void it_can_be_read() =>
        Given(Drafted, Opened, Closed)
            .When(c => PublishReport.Decide(new PublishReport(Id, "in the drawer"), c, Ready, LastDay.AddDays(1)))
            .ThenRefused("URL_INVALID");

    [Fact]
    public void late_answers_are_accepted_for_a_reason() =>
        Given(Drafted, Opened, Closed).When(Accept(LastDay.AddDays(7))).Then(new LateSubmissionAccepted(LastDay.AddDays(7), "Paper forms", "Strike"));

    [Fact]
    public void before_the_close_no_answer_is_late() =>
        Given(Drafted, Opened)
            .When(c => AcceptLateSubmissions.Decide(new AcceptLateSubmissions(Id, LastDay.AddDays(7), "Paper forms", "Strike"), c, LastDay))
            .ThenRefused("NOT_CLOSED", "This consultation has not closed yet. Answers are taken as usual");

    [Fact]
    public void late_is_after_the_close() => Given(Drafted, Opened, Closed).When(Accept(LastDay)).ThenRefused("DATE_INVALID", "Enter a date after the closing date", "until");

    [Fact]
    public void a_published_report_takes_no_late_answers() =>
        Given(Drafted, Opened, Closed, new ReportPublished(1, Url)).When(Accept(LastDay.AddDays(7))).ThenRefused("REPORT_PUBLISHED");

    [Fact]
    public void a_consultation_is_given_up_for_a_reason() =>
        Given(Drafted, Opened)
            .When(c => WithdrawConsultation.Decide(new WithdrawConsultation(Id, "The grant was withdrawn"), c, Today))
            .Then(new ConsultationWithdrawn(Today, "The grant was withdrawn"));

    [Fact]
    public void without_one_it_is_not() =>
        Given(Drafted)
            .When(c => WithdrawConsultation.Decide(new WithdrawConsultation(Id, " "), c, Today))
            .ThenRefused("REASON_REQUIRED", "Enter the reason for withdrawing this consultation", "reason");

    [Fact]
    public void nor_after_its_report() =>
        Given(Drafted, Opened, Closed, new ReportPublished(1, Url))
            .When(c => WithdrawConsultation.Decide(new WithdrawConsultation(Id, "No grant"), c, Today))
            .ThenRefused("REPORT_PUBLISHED");

    [Fact]
    public void given_up_it_does_nothing_more() =>
        Given(Drafted, Opened, Closed, new ConsultationWithdrawn(Today, "No grant"))
            .When(Publish(Ready))
            .ThenRefused("WITHDRAWN", "This consultation was withdrawn. Draft a new one instead");

    private static Func<Consultation, Engagement.Common.Decision> Publish(ReportReadiness readiness) =>
        consultation => PublishReport.Decide(new PublishReport(Id, Url), consultation, readiness, LastDay.AddDays(1));

    private static Func<Consultation, Engagement.Common.Decision> Accept(DateOnly until) => consultation => AcceptLateSubmissions.Decide(
        new AcceptLateSubmissions(Id, until, "Paper forms", "Strike"), consultation, LastDay.AddDays(1));
}
