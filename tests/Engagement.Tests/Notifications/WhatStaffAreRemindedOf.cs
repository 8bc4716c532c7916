using Engagement.Common;
using Engagement.Feedback;
using Engagement.Notifications;
using Engagement.Participants;
using Engagement.Privacy;
using Engagement.SignIn;
using Engagement.Tests.Integration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Engagement.Tests.Notifications;

/// <summary>People who work here are reminded of what is due, if they asked for it: once for each stage, together, and not of what is done.</summary>
public sealed class WhatStaffAreRemindedOf : PlatformTest
{
    private const string Address = "officer@council.example.test";
    private const int PromisedIn = 90;

    private static readonly Guid Officer = Guid.NewGuid();

    private readonly Postbox _post = new();
    private readonly HandClock _clock = new(Story.NoonDaysAgo(0));

    private Guid _loop;

    private ReminderCommands Reminders => Platform.Get<ReminderCommands>();

    protected override TimeProvider Clock => _clock;

    protected override void Configure(EngagementOptions options, IServiceCollection services) => services.AddSingleton<IMailer>(_post).AddSingleton<ISiteAddress, TestSite>();

    [Fact]
    public async Task Nothing_comes_before_the_address_is_confirmed()
    {
        await BeginAsync();
        _clock.Pass(TimeSpan.FromDays(PromisedIn - 16));
        await AskAsync(confirms: false);
        await MorningOnDayAsync(PromisedIn - 14);

        _post.Mails.Select(mail => mail.Subject).ShouldBe(["Confirm your address for reminders"]);
        var settings = await Reminders.FindAsync(Officer, default);
        (settings.IsOn, settings.IsConfirmed, settings.IsRefused).ShouldBe((true, false, false));
    }

    [Fact]
    public async Task A_promise_is_reminded_of_before_on_and_after_its_day_each_once()
    {
        await BeginAsync();
        await AskAsync();
        for (var day = PromisedIn - 20; day < PromisedIn + 20; day++)
        {
            await MorningOnDayAsync(day);
            await MorningAsync();
        }

        _post.Mails.Select(mail => mail.Subject).ShouldBe(
            ["A promise to families is due in 14 days", "A promise to families is due today", "A promise to families is 7 days overdue"]);
        _post.Mails[0].Text.ShouldContain("To be done by: Assistant director");
        _post.Mails[0].Text.ShouldContain($"Due on: {LondonCalendar.Text(Story.Today.AddDays(PromisedIn))}");
        _post.Mails[0].Text.ShouldContain("/staff/reminders");
        _post.Mails.ShouldAllBe(mail => mail.To == Address && mail.Stop != null);
    }

    [Fact]
    public async Task After_days_without_anything_running_only_the_last_stage_is_reminded_of()
    {
        await BeginAsync();
        await AskAsync();
        await MorningOnDayAsync(PromisedIn + 2);
        await MorningAsync();

        _post.Mails.Select(mail => mail.Subject).ShouldBe(["A promise to families is 2 days overdue"]);
    }

    [Fact]
    public async Task A_promise_that_is_kept_or_moved_is_not_reminded_of_on_its_old_day()
    {
        await BeginAsync();
        await AskAsync();
        await Platform.Feedback.RescheduleCommitmentAsync(
            new RescheduleCommitment(_loop, 1, Story.Today.AddDays(PromisedIn + 10), "The printer is late"), Story.Officer, default);
        await MorningOnDayAsync(PromisedIn - 14);
        _post.Mails.ShouldBeEmpty("the reminder has moved with the day");
        await MorningOnDayAsync(PromisedIn - 4);
        _post.Mails.Count.ShouldBe(1);

        await Platform.ActAsync(_loop);
        await MorningOnDayAsync(PromisedIn + 10);
        _post.Mails.Count.ShouldBe(1, "it is done");
    }

    [Fact]
    public async Task What_is_done_between_the_queue_and_the_sending_is_not_sent()
    {
        await BeginAsync();
        await AskAsync();
        _clock.Pass(LondonCalendar.At(Story.Today.AddDays(PromisedIn - 14), new TimeOnly(7, 30)) - _clock.GetUtcNow());
        await KnowAsync();
        await PrepareAsync();
        await Platform.ActAsync(_loop);
        _clock.Pass(TimeSpan.FromHours(1));
        await SendAllAsync();

        _post.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task Everything_of_a_morning_is_one_message_to_each_whose_it_is()
    {
        await BeginAsync();
        await AskAsync();
        var privacy = Guid.NewGuid();
        await AskAsync(privacy, "privacy@council.example.test", ["erasure.decide"]);
        // The consultation ends 55 days from now: its report is owed 84 days later.
        const int Day = 55 + 84 - 28;
        _clock.Pass(TimeSpan.FromDays(Day - 20));
        var person = await Platform.Get<ParticipantCommands>().JoinAsync(new Join(AgeBand.Over25), Story.Parent, default);
        await Platform.Get<PrivacyCommands>().RequestErasureAsync(new RequestErasure(person, SubjectKind.Participant), Story.Parent with { ActorId = person }, default);
        await MorningOnDayAsync(Day);

        var officers = _post.Mails.Where(mail => mail.To == Address).ShouldHaveSingleItem();
        officers.Subject.ShouldStartWith("2 things are due, 1 of them overdue");
        officers.Text.ShouldContain("* A promise to families is");
        officers.Text.ShouldContain("* The report of a consultation is due in");
        var other = _post.Mails.Where(mail => mail.To != Address).ShouldHaveSingleItem();
        other.Subject.ShouldStartWith("The answer to a request for erasure is");
    }

    /// <summary>Twelve weeks after the last day on which people could answer, which is the 56th.</summary>
    [Fact]
    public async Task The_report_of_a_consultation_is_reminded_of_until_and_after_the_day_on_which_it_is_promised()
    {
        await BeginAsync();
        await AskAsync(kinds: [NotificationKind.ResponseDue]);
        const int Due = 55 + 84;
        var told = new List<(int Day, string Subject)>();
        foreach (var day in new[] { -29, -28, -27, -8, -7, -6, -1, 0, 1, 6, 7, 8, 40 })
        {
            var before = _post.Mails.Count;
            await MorningOnDayAsync(Due + day);
            told.AddRange(_post.Mails.Skip(before).Select(mail => (day, mail.Subject)));
        }

        told.ShouldBe(
        [
            (-28, "The report of a consultation is due in 28 days"), (-7, "The report of a consultation is due in 7 days"),
            (0, "The report of a consultation is due today"), (7, "The report of a consultation is 7 days overdue"),
        ]);
        _post.Mails.ShouldAllBe(mail => mail.Text.Contains($"Due on: {LondonCalendar.Text(Story.Today.AddDays(55).AddDays(7 * 12))}"));
    }

    [Theory]
    [InlineData(1, 31, 28)]
    [InlineData(3, 31, 30)]
    [InlineData(8, 31, 30)]
    [InlineData(4, 30, 30)]
    public async Task A_request_for_erasure_made_at_the_end_of_a_month_is_reminded_of_until_the_last_day_there_is_to_answer_it(int month, int asked, int answered)
    {
        await BeginAsync();
        await AskAsync(kinds: [NotificationKind.ErasureDue], permissions: ["erasure.decide"]);
        // Not a leap year.
        var day = Enumerable.Range(1, 2).Select(years => new DateOnly(Story.Today.Year + years, month, asked)).First(one => !DateTime.IsLeapYear(one.Year));
        var due = new DateOnly(day.Year, month + 1, answered);
        // The last minute of the day in London.
        _clock.Pass(LondonCalendar.StartOf(day.AddDays(1)).AddMinutes(-1) - _clock.GetUtcNow());
        var person = await Platform.Get<ParticipantCommands>().JoinAsync(new Join(AgeBand.Over25), Story.Parent, default);
        await Platform.Get<PrivacyCommands>().RequestErasureAsync(new RequestErasure(person, SubjectKind.Participant), Story.Parent with { ActorId = person }, default);

        foreach (var morning in new[] { -4, -3, -1, 0, 1 })
            await MorningOnDayAsync(due.DayNumber + morning - Story.Today.DayNumber);

        _post.Mails.Select(mail => mail.Subject).ShouldBe(
        [
            "The answer to a request for erasure is due in 4 days", "The answer to a request for erasure is due in 3 days",
            "The answer to a request for erasure is due today", "The answer to a request for erasure was due yesterday",
        ]);
        _post.Mails.ShouldAllBe(mail => mail.Text.Contains($"Due on: {LondonCalendar.Text(due)}"));
    }

    [Fact]
    public async Task A_loop_that_went_up_the_chain_is_told_of_by_the_name_of_the_group()
    {
        await BeginAsync();
        await AskAsync(kinds: [NotificationKind.LoopEscalated]);
        _clock.Pass(TimeSpan.FromDays(PromisedIn + 2));
        await Platform.EventAsync<LoopEscalated>();
        await MorningOnDayAsync(PromisedIn + 3);
        await MorningOnDayAsync(PromisedIn + 4);

        var mail = _post.Mails.ShouldHaveSingleItem();
        mail.Subject.ShouldBe("An overdue loop was taken to the next group");
        mail.Text.ShouldContain("Taken to: Workstream");
    }

    [Fact]
    public async Task A_loop_that_is_due_on_another_day_by_now_is_not_told_of_again_as_if_it_had_gone_up()
    {
        await BeginAsync();
        await AskAsync(kinds: [NotificationKind.LoopEscalated]);
        await Platform.Feedback.ReopenDecisionAsync(new ReopenDecision(_loop, "The grant was refused"), Story.Officer, default);
        _clock.Pass(TimeSpan.FromDays(PromisedIn + 2));
        await Platform.EventAsync<LoopEscalated>();
        await MorningOnDayAsync(PromisedIn + 3);
        _post.Mails.Count.ShouldBe(1);

        await Platform.Feedback.RecordDecisionAsync(
            new RecordDecision(_loop, DecisionOutcome.WeCannot, Story.Today, "Director of SEND", "There is no money", "A smaller one", null), Story.Officer, default);
        await Platform.CatchUpAsync();
        await MorningOnDayAsync(PromisedIn + 4);

        _post.Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_may_not_do_it_any_more_or_has_not_signed_in_for_long_is_not_reminded()
    {
        await BeginAsync();
        await AskAsync();
        await Reminders.KnowAsync(Officer, ["views.code"], default);
        await MorningOnDayAsync(40);
        await Reminders.KnowAsync(Officer, ["views.code"], default);
        await MorningOnDayAsync(PromisedIn - 14);
        _post.Mails.ShouldBeEmpty("they may not decide any more");

        await Reminders.KnowAsync(Officer, ["loops.decide"], default);
        _clock.Pass(TimeSpan.FromDays(61));
        await MorningAsync();
        _post.Mails.ShouldBeEmpty("they have gone, for all that is known");
    }

    [Fact]
    public async Task Stopping_forgets_the_address_and_another_address_has_to_be_confirmed()
    {
        await BeginAsync();
        await AskAsync();
        await Reminders.AskAsync(Officer, ["loops.decide"], new AskForReminders(null, [NotificationKind.ErasureDue]), Story.Officer, default);
        var changed = await Reminders.FindAsync(Officer, default);
        (changed.IsOn, changed.IsConfirmed).ShouldBe((true, true), "only the choice changed");
        changed.Kinds.ShouldBe([NotificationKind.ErasureDue]);

        await Reminders.AskAsync(Officer, ["loops.decide"], new AskForReminders("other@council.example.test", ReminderCommands.Choices), Story.Officer, default);
        (await Reminders.FindAsync(Officer, default)).IsConfirmed.ShouldBeFalse();
        (await Platform.ScalarAsync<long>("select count(*) from engagement.notification_recipients")).ShouldBe(1);

        await Reminders.StopAsync(Officer, Story.Officer, default);
        (await Platform.ScalarAsync<long>("select count(*) from engagement.notification_recipients")).ShouldBe(0);
    }

    private async Task BeginAsync()
    {
        var (consultation, _) = await Platform.OpenAsync();
        _loop = await Platform.DecideAsync(consultation);
        await Platform.CatchUpAsync();
    }

    // Loops that are late go up the chain in the background of these tests, at a moment that they do not know.
    private Task AskAsync(bool confirms = true, IReadOnlyList<NotificationKind>? kinds = null, IReadOnlyList<string>? permissions = null) =>
        AskAsync(Officer, Address, permissions ?? ["loops.decide", "consultations.publish-report"], confirms, kinds ?? [NotificationKind.ResponseDue, NotificationKind.CommitmentDue]);

    private async Task AskAsync(Guid actor, string address, IReadOnlyList<string> permissions, bool confirms = true, IReadOnlyList<NotificationKind>? kinds = null)
    {
        await Reminders.AskAsync(actor, permissions, new AskForReminders(address, kinds ?? ReminderCommands.Choices), Story.Officer, default);
        foreach (var recipient in confirms
            ? await Platform.Store.ListAsync("select id from engagement.notification_recipients where confirmed_at is null", row => row.GetGuid(0), default)
            : [])
        {
            await Platform.Get<NotificationCommands>().ConfirmAsync(new ConfirmAddress(Platform.Get<NotificationTokens>().OfAddress(await Platform.MailboxAsync(recipient))), Story.Officer, default);
        }
    }

    private Task KnowAsync() => Reminders.KnowAsync(Officer, ["loops.decide", "consultations.publish-report"], default);

    /// <summary>The morning of a day so many days from today, on which they have signed in not long ago.</summary>
    private async Task MorningOnDayAsync(int day)
    {
        _clock.Pass(LondonCalendar.At(Story.Today.AddDays(day), new TimeOnly(7, 30)) - _clock.GetUtcNow());
        await using (var seen = Platform.Get<NpgsqlDataSource>().CreateCommand("update engagement.notification_recipients set known_at = $1"))
        {
            seen.Parameters.AddWithValue(_clock.GetUtcNow().UtcDateTime);
            await seen.ExecuteNonQueryAsync();
        }

        await MorningAsync();
    }

    private async Task MorningAsync()
    {
        await PrepareAsync();
        _clock.Pass(TimeSpan.FromMinutes(40));
        await SendAllAsync();
    }

    private Task PrepareAsync() => Platform.Make<PrepareMorningHandler>().Handle(new PrepareMorning(LondonCalendar.DayOf(_clock.GetUtcNow())), default);

    private async Task SendAllAsync()
    {
        while (await Platform.Get<NotificationDispatch>().SendNextAsync() is not null)
        {
        }
    }
}
