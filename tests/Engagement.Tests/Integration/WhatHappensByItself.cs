using Engagement.Common;
using Engagement.Consultations;
using Engagement.Feedback;
using Engagement.Forums;
using Engagement.Notifications;
using Engagement.Releases;
using Engagement.Surveys;
using Engagement.Tests.Releases;
using Messaging;
using Npgsql;

namespace Engagement.Tests.Integration;

public sealed class WhatHappensByItself : PlatformTest
{
    [Fact]
    public async Task A_consultation_closes_at_the_end_of_its_last_day_although_nothing_ran_then()
    {
        var (consultation, _) = await Platform.OpenAsync();
        await Platform.CatchUpAsync();
        (await MessagesAsync("close_consultation")).ShouldBe(1, "its close is scheduled with its opening");
        await RestartAsync(runsInBackground: false);
        (await Platform.ScalarAsync<long>("select count(*) from mt_events where type = 'consultation_closed'")).ShouldBe(0);
        var lastDay = Story.Today.AddDays(55);

        await RestartAsync(runsInBackground: true, DaysLater(58));
        var closed = await Platform.EventAsync<ConsultationClosed>();

        closed.StreamId.ShouldBe(consultation);
        closed.Data.ShouldBe(new ConsultationClosed(lastDay));
        closed.OccurredAt().ShouldBe(LondonCalendar.StartOf(lastDay.AddDays(1)), "it closed when it was due, not when that was found out");
    }

    [Fact]
    public async Task It_closes_once_however_often_the_message_comes_and_whoever_else_closes_it()
    {
        var (consultation, _) = await Platform.OpenAsync();
        await Platform.CatchUpAsync();
        await RestartAsync(runsInBackground: true, DaysLater(58));
        await Platform.EventAsync<ConsultationClosed>();
        var due = LondonCalendar.StartOf(Story.Today.AddDays(56));

        // What is left when a worker dies between the close and the removal of its message: the message, again.
        for (var i = 0; i < 3; i++)
            await Platform.Get<IMessageBus>().SendAsync(new CloseWhenDue(consultation, due));

        await Platform.Consultations.CloseAsync(new CloseConsultation(consultation), Story.Officer, default);
        await RestartAsync(runsInBackground: true, DaysLater(58));
        await HandledAsync("close_consultation");

        (await Platform.ScalarAsync<long>("select count(*) from mt_events where type = 'consultation_closed'")).ShouldBe(1);
        (await Platform.ScalarAsync<long>("select count(*) from messaging.dead_letters")).ShouldBe(0);
    }

    [Fact]
    public async Task A_worker_that_dies_while_it_closes_a_consultation_leaves_it_to_the_next_one()
    {
        var (consultation, _) = await Platform.OpenAsync();
        await Platform.CatchUpAsync();
        await RestartAsync(runsInBackground: false);
        await using var elsewhere = NpgsqlDataSource.Create(ConnectionString);
        await using var connection = await elsewhere.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand($"select from mt_streams where id = '{consultation}' for update", connection);
        await hold.ExecuteNonQueryAsync();

        await RestartAsync(runsInBackground: true, DaysLater(58));
        // The worker has its message and waits for the stream: now all its connections are cut.
        await UntilAsync(elsewhere, "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'", waiting => waiting > 0);
        await using (var cut = elsewhere.CreateCommand(
            $"select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid not in (pg_backend_pid(), {connection.ProcessID})"))
        {
            await cut.ExecuteNonQueryAsync();
        }

        await transaction.RollbackAsync();
        await UntilAsync(elsewhere, "select count(*) from mt_events where type = 'consultation_closed'", closed => closed > 0);
        await UntilAsync(elsewhere, "select count(*) from messaging.envelopes where message_type = 'close_consultation'", left => left == 0);

        (await Platform.ScalarAsync<long>("select count(*) from mt_events where type = 'consultation_closed'")).ShouldBe(1);
    }

    [Fact]
    public async Task A_date_that_was_moved_is_the_one_it_closes_at()
    {
        var (consultation, _) = await Platform.OpenAsync();
        await Platform.Consultations.ExtendClosingDateAsync(
            new ExtendClosingDate(consultation, Story.Today.AddDays(70), "Late copies"), Story.Officer, default);
        await Platform.Consultations.CorrectClosingDateAsync(
            new CorrectClosingDate(consultation, Story.Today.AddDays(71), "The poster gave another", "The poster"), Story.Officer, default);
        await Platform.CatchUpAsync();

        await RestartAsync(runsInBackground: true, DaysLater(75));

        (await Platform.EventAsync<ConsultationClosed>()).Data.ShouldBe(new ConsultationClosed(Story.Today.AddDays(71)));
        await HandledAsync("close_consultation");
        (await Platform.ScalarAsync<long>("select count(*) from mt_events where type = 'consultation_closed'")).ShouldBe(1);
        var page = (await Platform.ConsultationReads.FindAsync(consultation, default)).ShouldNotBeNull();
        page.ClosingDateChanges.Select(change => (change.ClosesOn, change.Source)).ShouldBe(
            [(Story.Today.AddDays(70), null), (Story.Today.AddDays(71), "The poster")]);
    }

    [Fact]
    public async Task A_survey_closes_with_its_consultation_and_what_was_not_sent_is_forgotten()
    {
        var (_, wave) = await Platform.OpenAsync();
        await Platform.Drafts.SaveAsync(new SaveDraft(wave, "begun", new FilledForm([])), default);
        await Platform.CatchUpAsync();
        await RestartAsync(runsInBackground: false);

        await RestartAsync(runsInBackground: true, DaysLater(58));
        var closed = await Platform.EventAsync<WaveClosed>();

        (closed.StreamId, closed.Data).ShouldBe((wave, new WaveClosed(Story.Today.AddDays(55))));
        closed.OccurredAt().ShouldBe(LondonCalendar.StartOf(Story.Today.AddDays(56)));
        (await Platform.ScalarAsync<long>("select count(*) from engagement.response_drafts")).ShouldBe(0);
        await Platform.CatchUpAsync();
        await HandledAsync("close_waves_of_consultation");
        (await Platform.ScalarAsync<long>("select count(*) from mt_events where type = 'wave_closed'")).ShouldBe(1);
    }

    [Fact]
    public async Task A_survey_without_a_consultation_closes_on_the_day_that_it_was_extended_to()
    {
        var wave = await OpenAloneAsync(Story.Today.AddDays(13));
        await Platform.Get<WaveCommands>().ExtendAsync(new ExtendWave(wave, Story.Today.AddDays(20), "Late copies"), Story.Officer, default);
        await Platform.Drafts.SaveAsync(new SaveDraft(wave, "begun", new FilledForm([])), default);
        await Platform.CatchUpAsync();

        await RestartAsync(runsInBackground: true, DaysLater(14));
        await UntilAsync(
            Platform.Get<NpgsqlDataSource>(), "select count(*) from messaging.envelopes where message_type = 'close_wave'", left => left == 1);
        (await Platform.ScalarAsync<long>("select count(*) from engagement.response_drafts")).ShouldBe(1);

        await RestartAsync(runsInBackground: true, DaysLater(30));
        (await Platform.EventAsync<WaveClosed>()).Data.ShouldBe(new WaveClosed(Story.Today.AddDays(20)));
        (await Platform.ScalarAsync<long>("select count(*) from engagement.response_drafts")).ShouldBe(0);
    }

    [Fact]
    public async Task A_survey_whose_consultation_is_withdrawn_ends_that_day()
    {
        var (consultation, wave) = await Platform.OpenAsync();
        await Platform.Drafts.SaveAsync(new SaveDraft(wave, "begun", new FilledForm([])), default);

        await Platform.Consultations.WithdrawAsync(new WithdrawConsultation(consultation, "The grant was refused"), Story.Officer, default);

        (await Platform.EventAsync<WaveClosed>()).Data.ShouldBe(new WaveClosed(Story.Today));
        (await Platform.ScalarAsync<long>("select count(*) from engagement.response_drafts")).ShouldBe(0);
    }

    [Fact]
    public async Task An_overdue_loop_goes_up_the_governance_chain_step_by_step()
    {
        var (consultation, _) = await Platform.OpenAsync();
        var loop = await Platform.DecideAsync(consultation);
        await Platform.CatchUpAsync();

        // Promised in 90 days; four weeks later the next group hears of it.
        await RestartAsync(runsInBackground: true, DaysLater(90 + 30));
        var first = await Platform.EventAsync<LoopEscalated>();
        var second = await Platform.EventAsync<LoopEscalated>(after: first.Sequence);
        await Platform.CatchUpAsync();
        await HandledAsync("escalate_overdue_loop", butFor: 1);

        first.Data.ShouldBe(new LoopEscalated("Workstream", 1, Story.Today.AddDays(90)));
        second.Data.ShouldBe(new LoopEscalated("SEND Improvement Board", 2, Story.Today.AddDays(90)));
        (await Platform.ScalarAsync<DateTime>("select due_at from messaging.envelopes where message_type = 'escalate_overdue_loop'"))
            .ShouldBe(LondonCalendar.StartOf(Story.Today.AddDays(90 + 1 + 2 * 28)).UtcDateTime, "the next step has its day");
        (await Platform.FeedbackReads.FindLoopAsync(loop, default)).ShouldNotBeNull().Escalations.Select(e => e.Step).ShouldBe([1, 2]);
    }

    /// <summary>A message is due by the database's clock. What finds itself in yesterday would do nothing, and no other message comes.</summary>
    [Fact]
    public async Task An_overdue_loop_goes_up_also_where_the_nodes_clock_is_behind_the_databases()
    {
        var (consultation, _) = await Platform.OpenAsync();
        var loop = await Platform.DecideAsync(consultation);
        await Platform.CatchUpAsync();
        var due = LondonCalendar.StartOf(Story.Today.AddDays(91));

        await RestartAsync(runsInBackground: false, new HandClock(due.AddSeconds(-1)));
        await Platform.Make<EscalateOverdueLoopHandler>().Handle(new EscalateOverdueLoop(loop), Messages.DueAt(due), default);

        (await Platform.EventAsync<LoopEscalated>()).Data.ShouldBe(new LoopEscalated("Workstream", 1, Story.Today.AddDays(90)));
    }

    [Fact]
    public async Task A_loop_whose_promises_are_taken_back_is_looked_at_then_and_not_on_their_old_day()
    {
        var (consultation, _) = await Platform.OpenAsync();
        var loop = await Platform.DecideAsync(consultation);
        await Platform.Feedback.RescheduleCommitmentAsync(new RescheduleCommitment(loop, 1, Story.Today.AddDays(400), "Empty posts"), Story.Officer, default);
        await Platform.CatchUpAsync();
        await RestartAsync(runsInBackground: true, DaysLater(100));
        await Platform.Feedback.ReopenDecisionAsync(new ReopenDecision(loop, "The grant was refused"), Story.Officer with { OccurredAt = Story.NoonDaysAgo(0) }, default);
        await Platform.CatchUpAsync();
        await HandledAsync("escalate_overdue_loop", butFor: 1);
        (await Platform.ScalarAsync<long>("select count(*) from mt_events where type = 'loop_escalated'")).ShouldBe(0, "it is promised");

        await Platform.Feedback.RecordDecisionAsync(
            new RecordDecision(loop, DecisionOutcome.WeCannot, Story.Today, "Director of SEND", "There is no money", "A smaller one", null), Story.Officer, default);

        (await Platform.EventAsync<LoopEscalated>()).Data.ShouldBe(new LoopEscalated("Workstream", 1, Story.Today.AddDays(84)));
    }

    [Theory]
    [InlineData(3, 23)]
    [InlineData(10, 0)]
    public async Task Who_wants_to_hear_of_a_consultation_is_told_at_the_midnight_of_London_also_after_the_clocks_have_changed(int month, int hour)
    {
        var first = ClocksChange(month, after: Story.Today.AddDays(10)).AddDays(1);
        await OpenLaterAsync(first);
        var midnight = LondonCalendar.StartOf(first);
        midnight.UtcDateTime.TimeOfDay.ShouldBe(TimeSpan.FromHours(hour), "in universal time");

        await RestartAsync(runsInBackground: true, new SetClock(midnight.AddMinutes(-5)));
        (await MessagesAsync("tell_of_opening")).ShouldBe(1);
        (await ToldOfOpeningAsync()).ShouldBeEmpty();

        await RestartAsync(runsInBackground: true, new SetClock(midnight));
        await HandledAsync("tell_of_opening");
        var told = await ToldOfOpeningAsync();
        told.Count.ShouldBe(2);
        told[0].ShouldBeInRange(midnight, midnight.AddMinutes(10), "who may be written to at night");
        told[1].ShouldBe(LondonCalendar.At(first, new TimeOnly(8, 0)), "who may not");
    }

    [Theory]
    [InlineData(3, 2)]
    [InlineData(70, 0)]
    public async Task Who_wants_to_hear_of_a_consultation_is_told_late_and_once_where_nothing_ran_on_its_first_day_and_not_once_it_has_closed(int daysLate, int told)
    {
        var first = Story.Today.AddDays(7);
        var consultation = await OpenLaterAsync(first);
        await RestartAsync(runsInBackground: false);

        await RestartAsync(runsInBackground: true, DaysLater(7 + daysLate));
        await HandledAsync("tell_of_opening");
        (await ToldOfOpeningAsync()).Count.ShouldBe(told);

        // What is left when a worker dies between the letters and the removal of its message: the message, again.
        await Platform.Get<IMessageBus>().SendAsync(new TellOfOpening(consultation));
        await HandledAsync("tell_of_opening");
        (await ToldOfOpeningAsync()).Count.ShouldBe(told);
    }

    [Fact]
    public async Task Who_wants_to_hear_of_a_consultation_is_told_also_where_the_nodes_clock_is_behind_the_databases()
    {
        var first = Story.Today.AddDays(7);
        var consultation = await OpenLaterAsync(first);
        var due = LondonCalendar.StartOf(first);

        await RestartAsync(runsInBackground: false, new HandClock(due.AddSeconds(-1)));
        await Platform.Make<TellOfOpeningHandler>().Handle(new TellOfOpening(consultation), Messages.DueAt(due), default);

        (await ToldOfOpeningAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_week_is_told_of_also_where_nothing_ran_from_before_Monday_morning_until_after_it()
    {
        var monday = Enumerable.Range(2, 7).Select(Story.Today.AddDays).First(day => day.DayOfWeek is DayOfWeek.Monday);
        await OpenLaterAsync(Story.Today.AddDays(2));
        await HearsAsync("Weekly", quiet: true);
        // What the hours before sent went out, and none of them was Monday's.
        await Platform.ScalarAsync<long>("with gone as (delete from messaging.envelopes where message_type = 'prepare_morning' returning 1) select count(*) from gone");

        await RestartAsync(runsInBackground: true, new SetClock(LondonCalendar.At(monday, new TimeOnly(10, 0))));
        await UntilAsync(Platform.Get<NpgsqlDataSource>(), "select count(*) from engagement.notifications where kind = 'WeeklyDigest'", queued => queued == 1);

        (await Platform.ScalarAsync<DateTime>("select due_at from messaging.envelopes where message_type = 'prepare_morning'"))
            .ShouldBe(LondonCalendar.At(monday.AddDays(1), new TimeOnly(7, 30)).UtcDateTime, "the next morning has its message");
    }

    [Fact]
    public async Task A_month_of_a_forum_is_drafted_once_it_is_over_and_read_once_it_is_published()
    {
        var september = new DateTimeOffset(2024, 9, 24, 9, 0, 0, TimeSpan.Zero);
        var (forum, topic) = await Platform.PublishTopicAsync(ForumStories.Officer with { OccurredAt = september });
        for (var i = 0; i < 12; i++)
        {
            var posted = await Platform.PostAsync(topic, "Meetings start too early", ForumStories.Parent with { OccurredAt = september });
            await Platform.ReleaseAsync(posted.Id, ForumStories.Officer with { OccurredAt = september.AddHours(2) });
        }

        await Platform.CatchUpAsync();
        (await MessagesAsync("draft_forum_month")).ShouldBe(1, "one for the month, however many contributions");
        (await Platform.ScalarAsync<long>("select count(*) from mt_events where type in ('release_drafted', 'release_drafted_v2')")).ShouldBe(0, "what is brought in is not over yet");

        await RestartAsync(runsInBackground: true, DaysLater(2));
        var drafted = await Platform.EventAsync<ReleaseDrafted>();
        await HandledAsync("draft_forum_month");
        ((ReleaseDrafted)drafted.Data).Title.ShouldBe("How Thanet parents was moderated in September 2024");
        (await ReportAsync()).State.ShouldBe(TransparencyState.BeingChecked);

        // The message again, as after a worker that died.
        await Platform.Get<IMessageBus>().SendAsync(new DraftForumMonth(forum, new DateOnly(2024, 9, 1), Story.Today.AddDays(1)));
        await HandledAsync("draft_forum_month");
        var releases = Platform.Get<ReleaseCommands>();
        var colleague = new CommandContext("analyst", ActorId: ReleaseStory.Colleague);
        await releases.ApproveAsync(new ApproveRelease(drafted.StreamId), colleague, default);
        await releases.PublishAsync(new PublishRelease(drafted.StreamId), colleague, default);

        var report = await ReportAsync();
        (report.State, report.ReleaseId, report.Received, report.ReleasedAtFirst, report.Held).ShouldBe((TransparencyState.Published, (Guid?)drafted.StreamId, 10, null, null));
        (await Platform.ScalarAsync<long>("select count(*) from mt_events where type in ('release_drafted', 'release_drafted_v2')")).ShouldBe(1);
        await Platform.PostAsync(topic, "Later", ForumStories.Parent with { OccurredAt = september });
        (await ReportAsync()).ShouldBeEquivalentTo(report, "what is published does not grow");

        async Task<TransparencyReport> ReportAsync() =>
            (await Platform.Get<TransparencyReads>().ListAsync(forum, Story.Today, null, 10, default)).Items.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(3, 23)]
    [InlineData(10, 0)]
    public async Task A_consultation_that_ends_on_a_day_on_which_the_clocks_change_closes_at_the_midnight_of_London(int month, int hour)
    {
        var (consultation, _) = await Platform.OpenAsync();
        var sunday = ClocksChange(month, after: Story.Today.AddDays(60));
        await Platform.Consultations.ExtendClosingDateAsync(new ExtendClosingDate(consultation, sunday, "Late copies"), Story.Officer, default);
        await Platform.CatchUpAsync();
        var midnight = LondonCalendar.StartOf(sunday.AddDays(1));
        midnight.UtcDateTime.TimeOfDay.ShouldBe(TimeSpan.FromHours(hour), "in universal time");

        // The message of the date before, which is over, has been looked at; the one of this midnight is not due yet.
        await RestartAsync(runsInBackground: true, new SetClock(midnight.AddMinutes(-5)));
        await HandledAsync("close_consultation", butFor: 1);
        (await Platform.ScalarAsync<long>("select count(*) from mt_events where type = 'consultation_closed'")).ShouldBe(0);

        await RestartAsync(runsInBackground: true, new SetClock(midnight));
        var closed = await Platform.EventAsync<ConsultationClosed>();
        (closed.Data, closed.OccurredAt()).ShouldBe((new ConsultationClosed(sunday), midnight));
    }

    [Fact]
    public async Task All_that_fell_due_while_nothing_ran_happens_once_and_each_as_of_its_own_day()
    {
        int[] days = [55, 62, 70];
        foreach (var day in days)
        {
            var (consultation, _) = await Platform.OpenAsync();
            if (day > days[0])
                await Platform.Consultations.ExtendClosingDateAsync(new ExtendClosingDate(consultation, Story.Today.AddDays(day), "Late copies"), Story.Officer, default);
        }

        var alone = await OpenAloneAsync(Story.Today.AddDays(20));
        await Platform.CatchUpAsync();
        await RestartAsync(runsInBackground: false);

        await RestartAsync(runsInBackground: true, DaysLater(100));
        await HandledAsync("close_consultation");
        await HandledAsync("close_wave");
        await Platform.CatchUpAsync();
        await HandledAsync("close_waves_of_consultation");
        var ended = await Platform.Store.ListAsync(
            "select type, (data ->> 'ClosedOn')::date, (headers ->> 'occurredAt')::timestamptz, stream_id from mt_events where type in ('consultation_closed', 'wave_closed') order by 2, 1",
            row => (Type: row.GetString(0), On: row.GetFieldValue<DateOnly>(1), At: row.GetFieldValue<DateTimeOffset>(2), Stream: row.GetGuid(3)),
            default);

        ended.Select(one => (one.Type, one.On)).ShouldBe(
            [("wave_closed", Story.Today.AddDays(20)), .. days.SelectMany(day => new[] { ("consultation_closed", Story.Today.AddDays(day)), ("wave_closed", Story.Today.AddDays(day)) })]);
        ended.ShouldAllBe(one => one.At == LondonCalendar.StartOf(one.On.AddDays(1)), "each counts as of its own midnight");
        ended[0].Stream.ShouldBe(alone);
        (await Platform.ScalarAsync<long>("select count(*) from messaging.dead_letters")).ShouldBe(0);
    }

    [Fact]
    public async Task A_survey_and_a_topic_open_on_their_first_day_without_anybody_doing_anything()
    {
        var (first, last) = (Story.Today.AddDays(7), Story.Today.AddDays(27));
        var (_, instrument) = await Platform.PrepareAsync();
        var waves = Platform.Get<WaveCommands>();
        var wave = await waves.ScheduleAsync(
            new ScheduleWave(instrument, "Parents", Audience.ParentsAndCarers, null, WaveFrequency.Once, first, last), Story.Officer, default);
        await waves.OpenAsync(new OpenScheduledWave(wave, null), Story.Officer, default);
        var (forum, _) = await Platform.PublishTopicAsync();
        var topic = await Platform.Get<ForumCommands>().PublishTopicAsync(
            new PublishTopic(forum, "When do meetings suit you?", null, first, last, null), ForumStories.Officer, default);

        foreach (var (moment, isOpen) in new[]
        {
            (LondonCalendar.StartOf(first).AddMinutes(-5), false),
            (LondonCalendar.StartOf(first), true),
            (LondonCalendar.StartOf(last.AddDays(1)).AddMinutes(-5), true),
            (LondonCalendar.StartOf(last.AddDays(1)), false),
        })
        {
            await RestartAsync(runsInBackground: false, new SetClock(moment));
            (await IsTakenAsync(() => Platform.SubmitAsync(wave, $"{moment:O}"))).ShouldBe(isOpen, $"the survey at {moment:O}");
            (await IsTakenAsync(() => Platform.PostAsync(topic, "In the evening"))).ShouldBe(isOpen, $"the topic at {moment:O}");
        }

        static async Task<bool> IsTakenAsync(Func<Task> say)
        {
            try
            {
                await say();
                return true;
            }
            catch (RuleRefusedException)
            {
                return false;
            }
        }
    }

    /// <summary>A consultation of eight weeks that begins on a later day, and two who want to hear of it: one at any time, and one not at night.</summary>
    private async Task<Guid> OpenLaterAsync(DateOnly first)
    {
        await HearsAsync("AtOnce", quiet: false);
        await HearsAsync("AtOnce", quiet: true);
        var (consultation, _) = await Platform.PrepareAsync();
        await Platform.Consultations.OpenAsync(new OpenConsultation(consultation, first, first.AddDays(55), null), Story.Officer, default);
        await Platform.CatchUpAsync();
        return consultation;
    }

    private Task HearsAsync(string frequency, bool quiet) => Platform.ScalarAsync<Guid>(
        $"""
        insert into engagement.notification_recipients (id, address_hash, audience, language, frequency, quiet, unwanted, asked_at, confirmed_at, about)
        values (gen_random_uuid(), uuid_send(gen_random_uuid()), 'Families', 'en', '{frequency}', {quiet}, array[]::text[], now(), now(), array['Travel']) returning id
        """);

    /// <summary>When each of those who are told of an opening is written to.</summary>
    private Task<IReadOnlyList<DateTimeOffset>> ToldOfOpeningAsync() => Platform.Store.ListAsync(
        "select due_at from engagement.notifications where kind = 'ConsultationOpened' order by due_at", row => row.GetFieldValue<DateTimeOffset>(0), default);

    private async Task<Guid> OpenAloneAsync(DateOnly lastDay)
    {
        var (_, instrument) = await Platform.PrepareAsync();
        var waves = Platform.Get<WaveCommands>();
        var wave = await waves.ScheduleAsync(
            new ScheduleWave(instrument, "Parents", Audience.ParentsAndCarers, null, WaveFrequency.Once, Story.Today, lastDay), Story.Officer, default);
        await waves.OpenAsync(new OpenScheduledWave(wave, null), Story.Officer, default);
        return wave;
    }

    /// <summary>The next last Sunday of a month.</summary>
    private static DateOnly ClocksChange(int month, DateOnly after) => Enumerable.Range(1, 400).Select(after.AddDays)
        .First(day => day.Month == month && day.DayOfWeek is DayOfWeek.Sunday && day.AddDays(7).Month != month);

    private static SetClock DaysLater(int days) => new(TimeProvider.System.GetUtcNow().AddDays(days));

    private Task<long> MessagesAsync(string type) =>
        Platform.ScalarAsync<long>($"select count(*) from messaging.envelopes where message_type = '{type}'");

    /// <summary>Waits until the worker has nothing more of a kind to do.</summary>
    private Task HandledAsync(string type, int butFor = 0) => UntilAsync(
        Platform.Get<NpgsqlDataSource>(), $"select count(*) from messaging.envelopes where message_type = '{type}'", left => left <= butFor);

    private static async Task UntilAsync(NpgsqlDataSource database, string count, Func<long, bool> isReached)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var command = database.CreateCommand(count);
        while (!isReached((long)(await command.ExecuteScalarAsync(deadline.Token))!))
            await Task.Delay(20, deadline.Token);
    }
}
