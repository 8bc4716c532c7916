using Engagement.Common;
using Engagement.Consultations;
using Engagement.Feedback;
using Engagement.Surveys;

namespace Engagement.Tests.Integration;

/// <summary>Surveys edited while people answer them, in several forms, and waves with and without a consultation.</summary>
public sealed class SurveysInVersions : PlatformTest
{
    private const string Reworded = "I am sure that my child's school can meet their needs";
    private static readonly RenditionName EasyRead = new(RenditionKind.EasyRead, "en");
    private static readonly Guid Reader = Guid.Parse("22222222-2222-4222-8222-222222222222");

    private WaveCommands Waves => Platform.Get<WaveCommands>();

    [Fact]
    public async Task An_open_survey_asks_what_it_asked_until_its_wave_goes_over_to_the_new_version()
    {
        var (_, wave) = await Platform.OpenAsync();
        var instrument = (await SurveyAsync(wave)).Wave.InstrumentId;

        await RewordAsync(instrument);
        (await SurveyAsync(wave)).Questions[0].Text.ShouldNotBe(Reworded, "a draft is its editors' own");

        await PublishSecondAsync(instrument);
        (await SurveyAsync(wave)).Questions[0].Text.ShouldNotBe(Reworded, "the wave still asks version 1");
        await Platform.SubmitAsync(wave, "a");

        await Waves.ChangeVersionAsync(new ChangeWaveVersion(wave), Story.Officer, default);
        (await SurveyAsync(wave)).Questions[0].Text.ShouldBe(Reworded);
        await Platform.SubmitAsync(wave, "b");

        (await Platform.ScalarAsync<string>(
            "select string_agg(data ->> 'InstrumentVersion', ',' order by seq_id) from mt_events where type like 'response_submitted%'")).ShouldBe("1,2");
        var versions = (await Platform.SurveyReads.FindInstrumentAsync(instrument, default)).ShouldNotBeNull().Instrument.Versions;
        QuestionHistory.Between(versions, "P1", 1, 2).ShouldBe(TrendLink.JoinsWithMark);
        QuestionHistory.Between(versions, "phase", 1, 2).ShouldBe(TrendLink.Joins);
    }

    [Fact]
    public async Task What_someone_wrote_stands_beside_the_question_as_they_were_asked_it()
    {
        var (consultation, wave) = await Platform.OpenAsync();
        var instrument = (await SurveyAsync(wave)).Wave.InstrumentId;
        var receipt = await Platform.SubmitAsync(wave, "a");

        await Platform.Surveys.DraftNewVersionAsync(new DraftNewVersion(instrument), Story.Officer, default);
        await Platform.Surveys.RemoveQuestionAsync(new RemoveQuestion(instrument, "change"), Story.Officer, default);
        await Platform.Surveys.PublishInstrumentVersionAsync(new PublishInstrumentVersion(instrument), Story.Officer, default);
        await Platform.CatchUpAsync();

        (await Platform.FeedbackReads.FindViewAsync(Story.ViewOf(receipt), default)).ShouldNotBeNull().QuestionText.ShouldBe("What would you change?");
        (await Platform.Views.ListAsync(new CodingBoardFilter(consultation), ViewOrder.Newest, null, 10, default)).Items.Single().QuestionText.ShouldBe("What would you change?");
    }

    [Fact]
    public async Task The_editor_sees_what_is_different_what_stops_it_and_what_has_no_words_yet()
    {
        var (_, instrument) = await Platform.PrepareAsync();
        (await BuilderAsync(instrument)).Draft.ShouldBeNull();

        await Platform.Surveys.WriteRenditionAsync(new WriteRendition(instrument, EasyRead, 1, Words("P1", "phase", "change")), Story.Officer, default);
        await RewordAsync(instrument);

        var builder = await BuilderAsync(instrument);
        var draft = builder.Draft.ShouldNotBeNull();
        draft.InstrumentVersion.ShouldBe(2);
        draft.Changes.ShouldBe([new QuestionChange("P1", QuestionChangeKind.Changed, null)]);
        draft.Blocks.ShouldHaveSingleItem().Code.ShouldBe("CONTINUITY_MISSING");
        builder.Renditions.Select(r => (r.Name, r.InstrumentVersion, string.Join(",", r.Untranslated))).ShouldBe([(EasyRead, 2, "P1"), (EasyRead, 1, "")]);
        builder.Sheet.Questions[0].Text.ShouldNotBe(Reworded);
        (await Should.ThrowAsync<RuleRefusedException>(
            () => Platform.Surveys.PublishInstrumentVersionAsync(new PublishInstrumentVersion(instrument), Story.Officer, default))).Code.ShouldBe("CONTINUITY_MISSING");
    }

    [Fact]
    public async Task A_survey_is_offered_in_the_forms_that_were_approved_for_its_version()
    {
        var (_, wave) = await Platform.OpenAsync();
        var instrument = (await SurveyAsync(wave)).Wave.InstrumentId;
        var write = new WriteRendition(instrument, EasyRead, 1, Words("P1", "phase", "change"));
        var approve = new ApproveRendition(instrument, EasyRead, 1, "Youth reader");

        await Platform.Surveys.WriteRenditionAsync(write, Story.Officer with { ActorId = Reader }, default);
        (await SurveyAsync(wave)).Renditions.ShouldBeEmpty();
        (await Should.ThrowAsync<RuleRefusedException>(
            () => Platform.Surveys.ApproveRenditionAsync(approve, Story.Officer with { ActorId = Reader }, default))).Code.ShouldBe("APPROVER_IS_AUTHOR");

        await Platform.Surveys.ApproveRenditionAsync(approve, Story.Officer with { ActorId = Guid.NewGuid() }, default);
        (await SurveyAsync(wave)).QuestionsIn(EasyRead).ShouldNotBeNull().Select(q => (q.Key, q.Text))
            .ShouldBe([("P1", "P1 in easy words"), ("phase", "phase in easy words"), ("change", "change in easy words")]);

        await RewordAsync(instrument);
        await PublishSecondAsync(instrument);
        (await SurveyAsync(wave)).Renditions.Count.ShouldBe(1, "version 1 is as it was");
        await Waves.ChangeVersionAsync(new ChangeWaveVersion(wave), Story.Officer, default);
        (await SurveyAsync(wave)).QuestionsIn(EasyRead).ShouldBeNull("nobody has approved it for version 2");
    }

    [Fact]
    public async Task A_wave_outside_a_consultation_opens_and_closes_at_its_own_dates()
    {
        var (_, instrument) = await Platform.PrepareAsync();
        var wave = await ScheduleAsync(instrument, "Parents in June", Story.Today, Story.Today.AddDays(13));

        (await Platform.SurveyReads.FindSurveyAsync(wave, default)).ShouldBeNull("it is only scheduled");
        await Waves.FixInvitationListAsync(new FixInvitationList(wave, 1200, 0), Story.Officer, default);
        await Waves.OpenAsync(new OpenScheduledWave(wave, null), Story.Officer, default);

        var opened = await SurveyAsync(wave);
        (opened.Wave.ConsultationId, opened.Wave.Title, opened.Wave.Audience).ShouldBe((null, "Parents in June", Audience.ParentsAndCarers));
        opened.Questions.Select(q => q.Key).ShouldBe(["P1", "phase", "change"]);
        opened.Wave.StateOn(Story.Today.AddDays(13)).ShouldBe(WaveState.Open);
        opened.Wave.StateOn(Story.Today.AddDays(14)).ShouldBe(WaveState.Closed);

        var later = Story.Officer with { OccurredAt = new DateTimeOffset(Story.Today.AddDays(14), new TimeOnly(12, 0), TimeSpan.Zero) };
        await Platform.Surveys.CloseWaveAsync(new CloseWave(wave), later, default);
        await Waves.ReopenAsync(new ReopenWave(wave, Story.Today.AddDays(20), "The link did not work"), later, default);
        await Waves.ExtendAsync(new ExtendWave(wave, Story.Today.AddDays(21), "Half term"), later, default);

        var card = (await Platform.SurveyReads.FindWaveAsync(wave, default)).ShouldNotBeNull();
        card.Wave.Invitations.ShouldBe(new InvitationList(1200, 0));
        card.Wave.Version.ShouldBe(6);
        card.InstrumentTitle.ShouldBe("Strategy survey");
        card.Sheet.ShouldNotBeNull().StateOn(Story.Today.AddDays(21)).ShouldBe(WaveState.Open);
    }

    [Fact]
    public async Task A_consultation_may_ask_young_people_beside_parents_and_an_extension_reaches_both()
    {
        var (consultation, parents) = await Platform.OpenAsync();
        var instrument = (await SurveyAsync(parents)).Wave.InstrumentId;
        var youth = await Waves.ScheduleAsync(
            new ScheduleWave(instrument, "Young people", Audience.YoungPeople, consultation, WaveFrequency.Once, null, null), Story.Officer, default);
        await Waves.OpenAsync(new OpenScheduledWave(youth, null), Story.Officer, default);

        await Platform.Consultations.ExtendClosingDateAsync(
            new ExtendClosingDate(consultation, Story.Today.AddDays(60), "Late copies"), Story.Officer, default);

        var waves = (await Platform.SurveyReads.AllWavesByConsultationAsync([consultation], default))[consultation].ToList();
        waves.Select(w => w.Id).ShouldBe([parents, youth]);
        waves.ShouldAllBe(w => w.ClosesOn == Story.Today.AddDays(60));
        (await Platform.SurveyReads.WavesByConsultationAsync([consultation], Story.Today, default))[consultation].Id.ShouldBe(parents);
    }

    [Fact]
    public async Task Scheduling_again_with_the_same_key_makes_no_second_wave()
    {
        var (_, instrument) = await Platform.PrepareAsync();
        var schedule = new ScheduleWave(
            instrument, "Parents", Audience.ParentsAndCarers, null, WaveFrequency.Once, Story.Today, Story.Today.AddDays(13));
        var context = Story.Officer with { IdempotencyKey = "once" };

        var first = await Waves.ScheduleAsync(schedule, context, default);
        (await Waves.ScheduleAsync(schedule, context, default)).ShouldBe(first);
        (await Platform.SurveyReads.ListWavesAsync(new WaveFilter(), null, 10, default)).Items.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Instruments_and_waves_are_found_by_title_and_the_list_goes_on_from_the_last_one_seen()
    {
        var (_, strategy) = await Platform.PrepareAsync();
        var youth = await Platform.Surveys.DraftInstrumentAsync(new DraftInstrument("100% youth_voice"), Story.Officer, default);
        foreach (var title in new[] { "Parents in June", "Parents in December", "Staff" })
            await ScheduleAsync(strategy, title, Story.Today, Story.Today.AddDays(13));

        var first = await Platform.SurveyReads.ListInstrumentsAsync(null, null, 1, default);
        var next = await Platform.SurveyReads.ListInstrumentsAsync(null, SurveyReads.PositionOf(first.Items[0]), 1, default);
        (first.Items.Single().Id, first.HasMore).ShouldBe((youth, true));
        (next.Items.Single().Id, next.HasMore).ShouldBe((strategy, false));
        (await Platform.SurveyReads.ListInstrumentsAsync("YOUTH_", null, 10, default)).Items.Single().Id.ShouldBe(youth);
        (await Platform.SurveyReads.ListInstrumentsAsync("th%voice", null, 10, default)).Items.ShouldBeEmpty("a sign is looked for as it is");

        var parents = await Platform.SurveyReads.ListWavesAsync(new WaveFilter("parents"), null, 1, default);
        var rest = await Platform.SurveyReads.ListWavesAsync(new WaveFilter("parents"), SurveyReads.PositionOf(parents.Items[0]), 1, default);
        (parents.Items.Single().Wave.Title, parents.HasMore).ShouldBe(("Parents in December", true));
        (rest.Items.Single().Wave.Title, rest.HasMore).ShouldBe(("Parents in June", false));
        (await Platform.SurveyReads.ListWavesAsync(new WaveFilter("strategy survey"), null, 10, default)).Items.Count.ShouldBe(3, "by what they ask, too");
    }

    [Fact]
    public async Task Built_again_from_the_log_instruments_and_waves_are_the_same()
    {
        const string Everything =
            """
            select jsonb_build_object(
                'instruments', (select jsonb_agg(jsonb_build_array(id, data, mt_version) order by id) from mt_doc_instrumentsheet),
                'waves', (select jsonb_agg(jsonb_build_array(id, data, mt_version) order by id) from mt_doc_wavepage))::text
            """;
        var (_, wave) = await Platform.OpenAsync();
        var instrument = (await SurveyAsync(wave)).Wave.InstrumentId;
        await Platform.Surveys.WriteRenditionAsync(new WriteRendition(instrument, EasyRead, 1, Words("P1")), Story.Officer, default);
        await RewordAsync(instrument);
        await PublishSecondAsync(instrument);
        await Waves.ChangeVersionAsync(new ChangeWaveVersion(wave), Story.Officer, default);
        var standing = await ScheduleAsync(instrument, "Parents in June", Story.Today, Story.Today.AddDays(13));
        await Waves.OpenAsync(new OpenScheduledWave(standing, Guid.NewGuid()), Story.Officer, default);
        var live = await Platform.ScalarAsync<string>(Everything);

        await Platform.ScalarAsync<long>(
            """
            with instruments as (update mt_doc_instrumentsheet set data = data || '{"Title": "spoilt"}' returning 1),
                 waves as (update mt_doc_wavepage set data = data || '{"Title": "spoilt"}' returning 1)
            select (select count(*) from instruments) + (select count(*) from waves)
            """);
        (await Platform.ScalarAsync<string>(Everything)).ShouldNotBe(live);
        await Platform.Daemon.RebuildProjectionAsync(nameof(InstrumentSheet));
        await Platform.Daemon.RebuildProjectionAsync(nameof(WavePage));

        (await Platform.ScalarAsync<string>(Everything)).ShouldBe(live);
    }

    private static RenderedItem[] Words(params string[] keys) => [.. keys.Select(key => new RenderedItem(key, $"{key} in easy words", null, [], null))];

    private async Task<Survey> SurveyAsync(Guid wave) => (await Platform.SurveyReads.FindSurveyAsync(wave, default)).ShouldNotBeNull();

    private async Task<InstrumentBuilder> BuilderAsync(Guid instrument) =>
        (await Platform.SurveyReads.FindBuilderAsync(instrument, default)).ShouldNotBeNull();

    private async Task RewordAsync(Guid instrument)
    {
        await Platform.Surveys.DraftNewVersionAsync(new DraftNewVersion(instrument), Story.Officer, default);
        await Platform.Surveys.ChangeQuestionAsync(
            new ChangeQuestion(instrument, "P1", QuestionKind.Agreement, Reworded, null, false, []), Story.Officer, default);
    }

    private async Task PublishSecondAsync(Guid instrument)
    {
        await Platform.Surveys.DeclareContinuityAsync(new DeclareContinuity(instrument, "P1", Continuity.Changed), Story.Officer, default);
        await Platform.Surveys.PublishInstrumentVersionAsync(new PublishInstrumentVersion(instrument), Story.Officer, default);
    }

    private Task<Guid> ScheduleAsync(Guid instrument, string title, DateOnly opensOn, DateOnly closesOn) => Waves.ScheduleAsync(
        new ScheduleWave(instrument, title, Audience.ParentsAndCarers, null, WaveFrequency.TwiceAYear, opensOn, closesOn), Story.Officer, default);
}
