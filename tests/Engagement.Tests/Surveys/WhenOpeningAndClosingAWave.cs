using Engagement.Consultations;
using Engagement.Surveys;
using Engagement.Tests.Specs;

namespace Engagement.Tests.Surveys;

public sealed class WhenOpeningAndClosingAWave : Spec<Wave>
{
    private static readonly Guid InstrumentId = Guid.Parse("22222222-2222-4222-8222-222222222222");

    private static readonly ConsultationPage Consultation = new()
    {
        Id = Id,
        Slug = "s",
        Title = "t",
        OwnerRole = "o",
        DecisionMaker = "d",
        DecisionExpectedOn = Today.AddDays(100),
        DraftedAt = DateTimeOffset.UnixEpoch,
        OpensOn = Today,
        ClosesOn = Today.AddDays(41),
    };

    private static readonly InstrumentSheet Published = new()
    {
        Id = InstrumentId,
        Instrument = new Instrument { Title = "t", Versions = [new InstrumentVersion(1, [], [])] },
        DraftedAt = DateTimeOffset.UnixEpoch,
    };

    private static readonly WaveOpened Opened = new(Id, InstrumentId, 1, Today, Today.AddDays(41), null);

    [Fact]
    public void it_has_the_dates_of_its_consultation() => new Outcome(Open(Consultation, Published)).Then(Opened);

    [Fact]
    public void a_draft_consultation_has_no_survey_yet() =>
        new Outcome(Open(Consultation with { OpensOn = null, ClosesOn = null }, Published))
            .ThenRefused("NOT_OPEN", "Open the consultation before you open its survey", "consultationId");

    [Fact]
    public void a_closed_consultation_gets_no_survey() =>
        new Outcome(OpenWave.Decide(new OpenWave(Id, InstrumentId), Consultation, Published, Today.AddDays(42))).ThenRefused("NOT_OPEN");

    [Fact]
    public void questions_are_published_before_they_are_asked() =>
        new Outcome(Open(Consultation, Published with { Instrument = new Instrument { Title = "t" } }))
            .ThenRefused("INSTRUMENT_NOT_PUBLISHED", "Publish the survey's questions before you open it", "instrumentId");

    [Fact]
    public void it_closes_after_its_consultation() =>
        Given(Opened)
            .When(w => CloseWave.Decide(w, Sheet(Consultation), Today.AddDays(42)))
            .Then(new WaveClosed(Today.AddDays(41)));

    [Fact]
    public void it_does_not_close_before_its_consultation() =>
        Given(Opened).When(w => CloseWave.Decide(w, Sheet(Consultation), Today.AddDays(41))).ThenRefused("CLOSING_DATE_EARLIER");

    [Fact]
    public void an_extension_of_the_consultation_reaches_it() =>
        Given(Opened)
            .When(w => CloseWave.Decide(w, Sheet(Consultation with { ClosesOn = Today.AddDays(50) }), Today.AddDays(42)))
            .ThenRefused("CLOSING_DATE_EARLIER");

    [Fact]
    public void while_its_consultation_is_paused_it_is_not_closed() =>
        Given(Opened)
            .When(w => CloseWave.Decide(w, Sheet(Consultation with { PausedOn = Today.AddDays(1) }), Today.AddDays(42)))
            .ThenRefused("NOT_OPEN", "This survey is paused with its consultation. Resume that first: people are owed the days of the pause");

    [Fact]
    public void it_closes_once() =>
        Given(Opened, new WaveClosed(Today.AddDays(41)))
            .When(w => CloseWave.Decide(w, Sheet(Consultation), Today.AddDays(43)))
            .ThenNothing();

    [Fact]
    public void of_a_consultation_that_was_withdrawn_it_ended_that_day() =>
        Given(Opened)
            .When(w => CloseWave.Decide(w, Sheet(Consultation with { WithdrawnOn = Today.AddDays(9) }), Today.AddDays(20)))
            .Then(new WaveClosed(Today.AddDays(9)));

    [Fact]
    public void withdrawn_after_its_last_day_it_still_ended_on_that() =>
        Given(Opened)
            .When(w => CloseWave.Decide(w, Sheet(Consultation with { WithdrawnOn = Today.AddDays(50) }), Today.AddDays(51)))
            .Then(new WaveClosed(Today.AddDays(41)));

    [Fact]
    public void given_more_days_after_it_closed_it_takes_answers_and_closes_again()
    {
        var corrected = Consultation with { ClosesOn = Today.AddDays(43) };
        var sheet = Sheet(corrected, closedOn: Today.AddDays(41));

        sheet.StateOn(Today.AddDays(43)).ShouldBe(WaveState.Open);
        Given(Opened, new WaveClosed(Today.AddDays(41)))
            .When(w => CloseWave.Decide(w, sheet, Today.AddDays(44)))
            .Then(new WaveClosed(Today.AddDays(43)));
    }

    [Fact]
    public void by_itself_it_closes_when_it_is_due_and_not_before()
    {
        Given(Opened).When(w => CloseWaveWhenDue.Decide(w, Sheet(Consultation), Today.AddDays(42))).Then(new WaveClosed(Today.AddDays(41)));
        Given(Opened).When(w => CloseWaveWhenDue.Decide(w, Sheet(Consultation), Today.AddDays(41))).ThenNothing();
        Given(Opened)
            .When(w => CloseWaveWhenDue.Decide(w, Sheet(Consultation with { PausedOn = Today.AddDays(1) }), Today.AddDays(42)))
            .ThenNothing();
    }

    private static Engagement.Common.Decision Open(ConsultationPage consultation, InstrumentSheet instrument) =>
        OpenWave.Decide(new OpenWave(Id, InstrumentId), consultation, instrument, Today);

    private static WaveSheet Sheet(ConsultationPage consultation, DateOnly? closedOn = null) => WaveSheet.From(
        new WavePage
        {
            Id = Wave.IdFor(Id),
            ConsultationId = Id,
            InstrumentId = InstrumentId,
            InstrumentVersion = 1,
            OpensOn = Opened.OpensOn,
            ClosesOn = Opened.ClosesOn,
            ClosedOn = closedOn,
        },
        consultation).ShouldNotBeNull();
}
