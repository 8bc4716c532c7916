using Engagement.Common;
using Engagement.Consultations;
using Engagement.Surveys;
using Engagement.Tests.Specs;

namespace Engagement.Tests.Surveys;

/// <summary>A parental wave of a fortnight, outside any consultation, unless a spec says otherwise.</summary>
public sealed class WhenRunningAWave : Spec<Wave>
{
    private static readonly Guid ConsultationId = Guid.Parse("22222222-2222-4222-8222-222222222222");
    private static readonly Guid InstrumentId = Guid.Parse("33333333-3333-4333-8333-333333333333");
    private static readonly Guid DenominatorSetId = Guid.Parse("44444444-4444-4444-8444-444444444444");
    private static readonly DateOnly First = Today.AddDays(7);
    private static readonly DateOnly Last = Today.AddDays(20);

    private static readonly ScheduleWave Schedule = new(
        InstrumentId, "Parents in June 2019", Audience.ParentsAndCarers, null, WaveFrequency.TwiceAYear, First, Last);

    private static readonly WaveScheduled Scheduled = new(
        InstrumentId, "Parents in June 2019", Audience.ParentsAndCarers, null, WaveFrequency.TwiceAYear, First, Last);

    private static readonly WaveOpened Opened = new(null, InstrumentId, 2, First, Last, DenominatorSetId);

    private static readonly ConsultationPage Consultation = new()
    {
        Id = ConsultationId,
        Slug = "s",
        Title = "t",
        OwnerRole = "o",
        DecisionMaker = "d",
        DecisionExpectedOn = Today.AddDays(100),
        DraftedAt = DateTimeOffset.UnixEpoch,
        OpensOn = Today,
        ClosesOn = Today.AddDays(41),
    };

    private static readonly ScheduleWave YouthSchedule = Schedule with
    {
        Title = "Young people",
        Audience = Audience.YoungPeople,
        ConsultationId = ConsultationId,
        Frequency = WaveFrequency.Once,
        OpensOn = null,
        ClosesOn = null,
    };

    private static readonly WaveScheduled YouthScheduled = new(
        InstrumentId, "Young people", Audience.YoungPeople, ConsultationId, WaveFrequency.Once, null, null);

    private static readonly Instrument Instrument = new() { Title = "t", Versions = [new InstrumentVersion(1, [], []), new InstrumentVersion(2, [], [])] };

    [Fact]
    public void it_is_scheduled_with_its_own_dates() => new Outcome(ScheduleWave.Decide(Schedule, null, Today)).Then(Scheduled);

    [Fact]
    public void one_of_a_consultation_has_the_dates_of_that() =>
        new Outcome(ScheduleWave.Decide(YouthSchedule, Consultation, Today)).Then(YouthScheduled);

    [Fact]
    public void and_no_others() =>
        new Outcome(ScheduleWave.Decide(YouthSchedule with { ClosesOn = Last }, Consultation, Today))
            .ThenRefused("DATES_OF_CONSULTATION", "This survey has the dates of its consultation. Leave its own dates out", "opensOn");

    [Fact]
    public void a_consultation_that_has_closed_gets_no_further_wave() =>
        new Outcome(ScheduleWave.Decide(YouthSchedule, Consultation, Today.AddDays(42)))
            .ThenRefused("NOT_OPEN", "This consultation has closed. It can no longer get a survey", "consultationId");

    [Fact]
    public void it_has_a_title() =>
        new Outcome(ScheduleWave.Decide(Schedule with { Title = " " }, null, Today)).ThenRefused("TITLE_MISSING", "Enter a title for this wave", "title");

    [Fact]
    public void its_dates_make_sense()
    {
        new Outcome(ScheduleWave.Decide(Schedule with { OpensOn = null }, null, Today))
            .ThenRefused("DATES_MISSING", "Enter the days on which this survey opens and closes", "opensOn");
        new Outcome(ScheduleWave.Decide(Schedule, null, First.AddDays(1)))
            .ThenRefused("OPENING_DATE_PAST", "Choose an opening date that is today or later", "opensOn");
        new Outcome(ScheduleWave.Decide(Schedule with { ClosesOn = First.AddDays(-1) }, null, Today))
            .ThenRefused("CLOSING_DATE_EARLIER", "Choose a closing date on or after the opening date", "closesOn");
        new Outcome(ScheduleWave.Decide(Schedule with { ClosesOn = Today.AddYears(5).AddDays(1) }, null, Today))
            .ThenRefused("DATE_TOO_FAR", "Enter a closing date within the next 5 years", "closesOn");
    }

    [Fact]
    public void it_is_opened_with_the_newest_version_for_its_dates() => Given(Scheduled).When(Open(Today)).Then(Opened);

    [Fact]
    public void opened_late_it_opens_that_day() =>
        Given(Scheduled).When(Open(First.AddDays(3))).Then(Opened with { OpensOn = First.AddDays(3) });

    [Fact]
    public void it_is_not_opened_after_its_last_day()
    {
        Given(Scheduled).When(Open(Last)).Then(Opened with { OpensOn = Last });
        Given(Scheduled).When(Open(Last.AddDays(1))).ThenRefused("NOT_OPEN", "The last day of this survey has passed. Schedule another wave");
    }

    [Fact]
    public void it_is_opened_once() =>
        Given(Scheduled, Opened).When(Open(Today)).ThenRefused("WAVE_ALREADY_OPEN", "This survey has been opened already");

    [Fact]
    public void questions_are_published_before_they_are_asked() =>
        Given(Scheduled)
            .When(w => OpenScheduledWave.Decide(new OpenScheduledWave(Id, null), w, new Instrument { Title = "t" }, null, Today))
            .ThenRefused("INSTRUMENT_NOT_PUBLISHED", "Publish the survey's questions before you open it", "instrumentId");

    [Fact]
    public void one_of_a_consultation_opens_with_it()
    {
        Given(YouthScheduled)
            .When(Open(Today, Consultation))
            .Then(new WaveOpened(ConsultationId, InstrumentId, 2, Today, Today.AddDays(41), DenominatorSetId));
        Given(YouthScheduled)
            .When(Open(Today, Consultation with { OpensOn = null, ClosesOn = null }))
            .ThenRefused("NOT_OPEN", "Open the consultation before you open its survey", "consultationId");
        Given(YouthScheduled).When(Open(Today, Consultation with { ClosedOn = Today.AddDays(-1) })).ThenRefused("NOT_OPEN");
    }

    [Theory]
    [InlineData(-1, WaveState.Coming)]
    [InlineData(0, WaveState.Open)]
    [InlineData(13, WaveState.Open)]
    [InlineData(14, WaveState.Closed)]
    public void it_opens_and_closes_by_itself_and_the_last_day_lasts_to_midnight(int day, WaveState state) =>
        Sheet(Scheduled, Opened).StateOn(First.AddDays(day)).ShouldBe(state);

    [Fact]
    public void while_it_is_only_scheduled_nobody_can_answer_it() => WaveSheet.From(Page(Scheduled), null).ShouldBeNull();

    [Fact]
    public void its_end_is_recorded_after_its_last_day()
    {
        Given(Scheduled, Opened).When(Close(Last.AddDays(1))).Then(new WaveClosed(Last));
        Given(Scheduled, Opened)
            .When(Close(Last))
            .ThenRefused("CLOSING_DATE_EARLIER", "People were promised the last day. This survey cannot be closed before it");
    }

    [Fact]
    public void it_is_extended_while_it_is_open()
    {
        Given(Scheduled, Opened).When(Extend(Last.AddDays(7), Last)).Then(new WaveExtended(Last.AddDays(7), "The printed copies came late"));
        Sheet(Scheduled, Opened, new WaveExtended(Last.AddDays(7), "r")).StateOn(Last.AddDays(7)).ShouldBe(WaveState.Open);
    }

    [Fact]
    public void its_last_day_only_moves_later() =>
        Given(Scheduled, Opened)
            .When(Extend(Last, Today))
            .ThenRefused("CLOSING_DATE_EARLIER", "You can extend the closing date but not bring it forward", "closesOn");

    [Fact]
    public void what_has_closed_is_not_extended() =>
        Given(Scheduled, Opened)
            .When(Extend(Last.AddDays(7), Last.AddDays(1)))
            .ThenRefused("NOT_OPEN", "This survey has closed. Open it again to give people longer");

    [Fact]
    public void an_extension_has_a_reason() =>
        Given(Scheduled, Opened)
            .When(w => ExtendWave.Decide(new ExtendWave(Id, Last.AddDays(7), " "), w, Today))
            .ThenRefused("REASON_REQUIRED", "Enter the reason for extending the closing date", "reason");

    [Fact]
    public void closed_it_can_be_opened_again_with_a_reason()
    {
        var reopened = new WaveReopened("The link did not work", Last.AddDays(10));
        Given(Scheduled, Opened).When(Reopen(Last.AddDays(10), Last.AddDays(1))).Then(reopened);
        Given(Scheduled, Opened, new WaveClosed(Last)).When(Reopen(Last.AddDays(10), Last.AddDays(3))).Then(reopened);
        Sheet(Scheduled, Opened, new WaveClosed(Last), reopened).StateOn(Last.AddDays(10)).ShouldBe(WaveState.Open);

        Given(Scheduled, Opened)
            .When(w => ReopenWave.Decide(new ReopenWave(Id, Last.AddDays(10), ""), w, Last.AddDays(1)))
            .ThenRefused("REASON_REQUIRED", "Enter the reason for opening this survey again", "reason");
    }

    [Fact]
    public void it_closes_again_on_its_new_last_day() =>
        Given(Scheduled, Opened, new WaveClosed(Last), new WaveReopened("r", Last.AddDays(10)))
            .When(w => CloseWave.Decide(
                w, Sheet(Scheduled, Opened, new WaveClosed(Last), new WaveReopened("r", Last.AddDays(10))), Last.AddDays(11)))
            .Then(new WaveClosed(Last.AddDays(10)));

    [Fact]
    public void what_is_open_is_not_opened_again() =>
        Given(Scheduled, Opened).When(Reopen(Last.AddDays(10), Last)).ThenRefused("ALREADY_OPEN", "This survey has not closed");

    [Fact]
    public void it_is_opened_again_for_days_to_come() =>
        Given(Scheduled, Opened)
            .When(Reopen(Last.AddDays(2), Last.AddDays(3)))
            .ThenRefused("CLOSING_DATE_EARLIER", "Choose a closing date that is today or later", "closesOn");

    [Fact]
    public void one_of_a_consultation_goes_with_it()
    {
        var opened = new WaveOpened(ConsultationId, InstrumentId, 2, Today, Last, null);
        const string Message = "This survey has the dates of its consultation. Extend the consultation instead";

        Given(YouthScheduled, opened).When(Extend(Last.AddDays(7), Today)).ThenRefused("DATES_OF_CONSULTATION", Message);
        Given(YouthScheduled, opened).When(Reopen(Last.AddDays(7), Last.AddDays(1))).ThenRefused("DATES_OF_CONSULTATION", Message);
        WaveSheet.From(Page(YouthScheduled, opened), Consultation).ShouldNotBeNull().ClosesOn.ShouldBe(Today.AddDays(41));
    }

    [Fact]
    public void what_has_not_been_opened_is_neither_extended_nor_opened_again()
    {
        Given(Scheduled).When(Extend(Last.AddDays(7), Today)).ThenRefused("NOT_OPEN", "Open this survey first");
        Given(Scheduled).When(Reopen(Last.AddDays(7), Today)).ThenRefused("NOT_OPEN", "Open this survey first");
    }

    [Fact]
    public void it_may_go_over_to_a_new_version_while_it_is_open()
    {
        var first = Opened with { InstrumentVersion = 1 };
        Given(Scheduled, first).When(ChangeVersion(First, Scheduled, first)).Then(new WaveVersionChanged(2));
        Given(Scheduled, Opened).When(ChangeVersion(First, Scheduled, Opened)).ThenNothing();
        Given(Scheduled, first)
            .When(ChangeVersion(Last.AddDays(1), Scheduled, first))
            .ThenRefused("NOT_OPEN", "This survey has closed. The new version is for the next wave");
    }

    [Fact]
    public void its_invitation_list_is_fixed_before_it_opens_and_what_came_back_is_counted_until_it_closes()
    {
        var fixedList = new InvitationListFixed(new InvitationList(1200, 0));
        Given(Scheduled).When(Invite(1200, 0, Today, Scheduled)).Then(fixedList);
        Given(Scheduled, fixedList, Opened)
            .When(Invite(1200, 40, First, Scheduled, fixedList, Opened))
            .Then(new InvitationListFixed(new InvitationList(1200, 40)));
        Given(Scheduled, fixedList, Opened).When(Invite(1200, 0, First, Scheduled, fixedList, Opened)).ThenNothing();
        Given(Scheduled, fixedList, Opened)
            .When(Invite(1300, 0, First, Scheduled, fixedList, Opened))
            .ThenRefused("INVITATIONS_FIXED", "This survey is open. Its invitation list can no longer be changed", "invited");
        Given(Scheduled, fixedList, Opened)
            .When(Invite(1200, 41, Last.AddDays(1), Scheduled, fixedList, Opened))
            .ThenRefused("NOT_OPEN", "This survey has closed. Its response rate rests on this list");
    }

    [Fact]
    public void an_open_link_does_not_become_an_invitation_list() =>
        Given(Scheduled, Opened).When(Invite(1200, 0, First, Scheduled, Opened)).ThenRefused("INVITATIONS_FIXED");

    [Theory]
    [InlineData(0, 0, "INVITED_MISSING")]
    [InlineData(10, 11, "UNDELIVERABLE_INVALID")]
    [InlineData(10, -1, "UNDELIVERABLE_INVALID")]
    public void nobody_is_more_than_invited(int invited, int undeliverable, string code) =>
        Given(Scheduled).When(Invite(invited, undeliverable, Today, Scheduled)).ThenRefused(code);

    private static Func<Wave, Decision> Open(DateOnly today, ConsultationPage? consultation = null) =>
        wave => OpenScheduledWave.Decide(new OpenScheduledWave(Id, DenominatorSetId), wave, Instrument, consultation, today);

    private static Func<Wave, Decision> Close(DateOnly today) =>
        wave => CloseWave.Decide(wave, Sheet(Scheduled, Opened), today);

    private static Func<Wave, Decision> Extend(DateOnly closesOn, DateOnly today) =>
        wave => ExtendWave.Decide(new ExtendWave(Id, closesOn, "The printed copies came late"), wave, today);

    private static Func<Wave, Decision> Reopen(DateOnly closesOn, DateOnly today) =>
        wave => ReopenWave.Decide(new ReopenWave(Id, closesOn, "The link did not work"), wave, today);

    private static Func<Wave, Decision> ChangeVersion(DateOnly today, params object[] events) =>
        wave => ChangeWaveVersion.Decide(wave, Sheet(events), Instrument, today);

    private static Func<Wave, Decision> Invite(int invited, int undeliverable, DateOnly today, params object[] events) =>
        wave => FixInvitationList.Decide(new FixInvitationList(Id, invited, undeliverable), wave, WaveSheet.From(Page(events), null), today);

    private static WaveSheet Sheet(params object[] events) => WaveSheet.From(Page(events), null).ShouldNotBeNull();

    private static WavePage Page(params object[] events)
    {
        WavePage? page = null;
        foreach (var e in events)
            page = new WavePageProjection().Evolve(page, Id, EventStore.Event.For(e));

        return page.ShouldNotBeNull();
    }
}
