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
    private Task AskAsync(bool confirms = true, IReadOnlyList<NotificationKind>? kinds = null) =>
        AskAsync(Officer, Address, ["loops.decide", "consultations.publish-report"], confirms, kinds ?? [NotificationKind.ResponseDue, NotificationKind.CommitmentDue]);

    private async Task AskAsync(Guid actor, string address, IReadOnlyList<string> permissions, bool confirms = true, IReadOnlyList<NotificationKind>? kinds = null)
    {
        await Reminders.AskAsync(actor, permissions, new AskForReminders(address, kinds ?? ReminderCommands.Choices), Story.Officer, default);
        foreach (var recipient in confirms
            ? await Platform.Store.ListAsync("select id from engagement.notification_recipients where confirmed_at is null", row => row.GetGuid(0), default)
            : [])
        {
            await Platform.Get<NotificationCommands>().ConfirmAsync(new ConfirmAddress(Platform.Get<NotificationTokens>().OfAddress(recipient)), Story.Officer, default);
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
