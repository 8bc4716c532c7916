using Engagement.Consultations;
using Engagement.Tests.Specs;
using static Engagement.Tests.Consultations.ConsultationStory;

namespace Engagement.Tests.Consultations;

public sealed class WhenPausingAConsultation : Spec<Consultation>
{
    private static readonly DateOnly Day = new(2024, 10, 7);
    private static readonly ConsultationPaused Paused = new(Day, "A page was missing");

    [Fact]
    public void an_open_one_stops_taking_answers() =>
        Given(Drafted, Opened).When(c => PauseConsultation.Decide(new PauseConsultation(Id, "A page was missing"), c, Day)).Then(Paused);

    [Fact]
    public void people_are_told_why() =>
        Given(Drafted, Opened)
            .When(c => PauseConsultation.Decide(new PauseConsultation(Id, ""), c, Day))
            .ThenRefused("REASON_REQUIRED", "Enter the reason for pausing this consultation", "reason");

    [Theory]
    [InlineData(2024, 9, 22)]
    [InlineData(2024, 11, 11)]
    public void what_is_not_open_is_not_paused(int year, int month, int day) =>
        Given(Drafted, Opened)
            .When(c => PauseConsultation.Decide(new PauseConsultation(Id, "Misprint"), c, new DateOnly(year, month, day)))
            .ThenRefused("NOT_OPEN", "Only a consultation that is open can be paused");

    [Fact]
    public void paused_is_paused() =>
        Given(Drafted, Opened, Paused).When(c => PauseConsultation.Decide(new PauseConsultation(Id, "Again"), c, Day.AddDays(1))).ThenNothing();

    [Fact]
    public void the_days_of_the_pause_are_given_back() =>
        Given(Drafted, Opened, Paused)
            .When(c => ResumeConsultation.Decide(new ResumeConsultation(Id, new DateOnly(2024, 11, 13)), c, Day.AddDays(4)))
            .ThenRefused(
                "CLOSING_DATE_EARLIER", "Give people back the days of the pause: choose a closing date of 14 November 2024 or later", "closesOn");

    [Fact]
    public void given_back_it_goes_on() =>
        Given(Drafted, Opened, Paused)
            .When(c => ResumeConsultation.Decide(new ResumeConsultation(Id, new DateOnly(2024, 11, 14)), c, Day.AddDays(4)))
            .Then(new ConsultationResumed(Day.AddDays(4), new DateOnly(2024, 11, 14)));

    [Fact]
    public void only_what_is_paused_is_resumed() =>
        Given(Drafted, Opened)
            .When(c => ResumeConsultation.Decide(new ResumeConsultation(Id, new DateOnly(2024, 11, 14)), c, Day))
            .ThenRefused("NOT_PAUSED", "This consultation is not paused");
}
