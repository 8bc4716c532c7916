using Engagement.Common;
using Engagement.Consultations;
using Engagement.Feedback;
using Engagement.Notifications;
using Engagement.Participants;
using Engagement.Privacy;
using Engagement.SignIn;
using Engagement.Surveys;
using Engagement.Tests.Integration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Engagement.Tests.Notifications;

/// <summary>People who gave an address and allowed it are told what becomes of what they said: once, together, and not when they do not want it.</summary>
public sealed class WhatPeopleAreTold : PlatformTest
{
    private const string Address = "someone@families.example.test";

    // Longer than two letters to one person keep apart.
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(16);

    private readonly Postbox _post = new();
    private readonly HandClock _clock = new(Story.NoonDaysAgo(0));

    private Guid _consultation;
    private Guid _wave;

    private FollowCommands Follows => Platform.Get<FollowCommands>();

    private NotificationCommands Commands => Platform.Get<NotificationCommands>();

    private NotificationReads Reads => Platform.Get<NotificationReads>();

    protected override TimeProvider Clock => _clock;

    protected override void Configure(EngagementOptions options, IServiceCollection services) => services.AddSingleton<IMailer>(_post).AddSingleton<ISiteAddress, TestSite>();

    [Fact]
    public async Task Somebody_who_gives_an_address_gets_the_receipt_without_its_secret()
    {
        await BeginAsync();
        var receipt = await SubmitAsync("a");
        await FollowAsync(receipt);
        await SendAllAsync();

        var mail = _post.Mails.ShouldHaveSingleItem();
        (mail.To, mail.Subject).ShouldBe((Address, "We have got what you told us"));
        mail.Text.ShouldContain(receipt.Reference);
        mail.Text.ShouldContain("SEND Strategy");
        mail.Text.ShouldNotContain(receipt.Secret);
        mail.Html.ShouldNotBeNull().ShouldNotContain(receipt.Secret);
        mail.Text.ShouldContain(mail.Stop.ShouldNotBeNull().AbsoluteUri);
        (await Reads.FindFollowingAsync(receipt.Reference, receipt.Secret, default)).ShouldBe(new ResponseFollowing(receipt.Reference, true, true, false));
    }

    [Fact]
    public async Task Nothing_but_the_question_goes_to_an_address_that_nobody_has_confirmed()
    {
        await BeginAsync();
        var receipt = await SubmitAsync("a");
        await FollowAsync(receipt, confirms: false);
        await Platform.DecideAsync(_consultation, Story.ViewOf(receipt));
        await CatchUpAsync();
        await SendAllAsync();

        var question = _post.Mails.ShouldHaveSingleItem();
        question.Subject.ShouldBe("May we write to you here?");
        question.Text.ShouldNotContain(receipt.Reference);
        (await Reads.FindFollowingAsync(receipt.Reference, receipt.Secret, default)).ShouldNotBeNull().IsConfirmed.ShouldBeFalse();
        var link = question.Text.Split('\n').Single(line => line.Contains("/e-mail/confirm/", StringComparison.Ordinal));
        await Commands.ConfirmAsync(new ConfirmAddress(new Uri(link).Segments[^1]), Story.Parent, default);
        await SendAllAsync();

        _post.Mails.Skip(1).ShouldHaveSingleItem().Text.ShouldContain("* We have got it:");
        (await Reads.FindFollowingAsync(receipt.Reference, receipt.Secret, default)).ShouldNotBeNull().IsConfirmed.ShouldBeTrue();
    }

    [Fact]
    public async Task Whoever_stopped_is_left_alone_until_they_themselves_ask_for_messages_again()
    {
        await BeginAsync();
        var first = await SubmitAsync("a");
        await FollowAsync(first);
        await SendAllAsync();
        await Commands.StopAsync(new StopNotifications(await TokenAsync()), account: null, Story.Parent, default);

        // Whoever holds a receipt may name any address.
        await FollowAsync(await SubmitAsync("b"), confirms: false);
        _clock.Pass(TimeSpan.FromDays(2));
        await FollowAsync(await SubmitAsync("c"), confirms: false);
        await SendAllAsync();
        _post.Mails.Count.ShouldBe(1);

        await Commands.ChooseAsync(
            new ChooseNotifications(await TokenAsync(), ChooseNotifications.Choices, NotificationFrequency.AtOnce, LeaveTheNight: false, []), account: null, Story.Parent, default);
        await Platform.DecideAsync(_consultation, Story.ViewOf(first));
        await CatchUpAsync();
        await SendAllAsync();
        _post.Mails.Skip(1).ShouldHaveSingleItem().Text.ShouldContain("Inconsistent messages");
    }

    [Fact]
    public async Task Whoever_stopped_is_not_written_to_again_because_they_answer_while_they_are_signed_in()
    {
        await BeginAsync();
        var person = await JoinAsync("parent@families.example.test");
        await Platform.Get<ParticipantCommands>().GivePermissionAsync(new GivePermission(person, Permission.Contact, PermissionGiver.Self), Story.Parent, default);
        await Follows.FollowOwnAsync(person, (await SubmitAsync("a")).ResponseId, NotificationAudience.Families, "en", Story.Parent, default);
        await SendAllAsync();
        await Commands.StopAsync(new StopNotifications(await TokenAsync()), account: null, Story.Parent, default);

        var second = await SubmitAsync("b");
        await Follows.FollowOwnAsync(person, second.ResponseId, NotificationAudience.Families, "en", Story.Parent, default);
        await Platform.DecideAsync(_consultation, Story.ViewOf(second));
        await CatchUpAsync();
        await SendAllAsync();

        _post.Mails.Count.ShouldBe(1);
        (await Reads.FindChoicesAsync(token: null, person, default)).ShouldNotBeNull().IsStopped.ShouldBeTrue();
    }

    [Theory]
    [InlineData("confirmed_at = now()")]
    [InlineData("confirmed_at = now(), stopped_at = now()")]
    [InlineData("confirmed_at = now(), refused_at = now()")]
    [InlineData("stopped_at = now()")]
    public async Task Whoever_names_the_address_of_somebody_else_for_a_response_learns_and_changes_nothing(string theirs)
    {
        await BeginAsync();
        await FollowAsync(await SubmitAsync("a"), confirms: false);
        await Platform.ScalarAsync<Guid>($"update engagement.notification_recipients set {theirs} returning id");
        await Platform.ScalarAsync<Guid>("update engagement.notification_follows set confirmed_at = now() returning response_id");
        const string Theirs = "select (audience, language, confirmed_at, stopped_at, refused_at, asked_at)::text from engagement.notification_recipients";
        var before = await Platform.ScalarAsync<string>(Theirs);
        var mine = await SubmitAsync("b");
        await FollowAsync(mine, audience: NotificationAudience.YoungPeople, language: "ar", confirms: false);
        await SendAllAsync();

        (await Reads.FindFollowingAsync(mine.Reference, mine.Secret, default)).ShouldBe(new ResponseFollowing(mine.Reference, true, false, false));
        if (theirs.Contains("confirmed_at", StringComparison.Ordinal))
            (await Platform.ScalarAsync<string>(Theirs)).ShouldBe(before);
        _post.Mails.ShouldAllBe(mail => !mail.Text.Contains(mine.Reference, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_is_written_to_is_asked_about_what_they_were_named_for_and_hears_of_their_own_meanwhile()
    {
        await BeginAsync();
        var (own, other) = (await SubmitAsync("a"), await SubmitAsync("b"));
        await FollowAsync(own);
        await SendAllAsync();
        await FollowAsync(other, confirms: false);
        await Platform.DecideAsync(_consultation, Story.ViewOf(own));
        await Platform.DecideAsync(_consultation, Story.ViewOf(other));
        await CatchUpAsync();
        await SendAllAsync();

        _post.Mails.Skip(1).Select(mail => mail.Subject).ShouldBe(["May we write to you here?", "What you said is now part of a point that others make too"]);
        _clock.Pass(TimeSpan.FromDays(8));
        await MorningAsync();
        await SendAllAsync();
        _post.Mails.Count.ShouldBe(3, "what nobody said yes to is forgotten with all that waited for it");
        (await Platform.ScalarAsync<Guid>("select response_id from engagement.notification_follows")).ShouldBe(own.ResponseId);
    }

    [Fact]
    public async Task An_address_is_asked_once_a_day_and_three_times_in_all()
    {
        await BeginAsync();
        for (var half = 0; half < 12; half++)
        {
            await FollowAsync(await SubmitAsync($"{half}"), confirms: false);
            await SendAllAsync();
            _clock.Pass(TimeSpan.FromHours(12) - Soon);
        }

        _post.Mails.Select(mail => mail.Subject).ShouldBe(Enumerable.Repeat("May we write to you here?", 3));
    }

    [Fact]
    public async Task Whoever_wants_no_question_is_never_asked_again_and_only_the_hash_of_the_address_remembers_it()
    {
        await BeginAsync();
        await FollowAsync(await SubmitAsync("a"), confirms: false);
        await SendAllAsync();
        await Commands.StopAsync(new StopNotifications(await TokenAsync()), account: null, Story.Parent, default);
        _clock.Pass(TimeSpan.FromDays(9));
        await MorningAsync();
        (await Platform.ScalarAsync<long>("select count(*) from engagement.notification_follows")).ShouldBe(0, "it has the address");

        await FollowAsync(await SubmitAsync("b"), confirms: false);
        await SendAllAsync();

        _post.Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task One_network_has_messages_sent_to_so_many_addresses_and_no_more()
    {
        await RestartAsync(runsInBackground: false, _clock, (_, services) => services
            .AddSingleton<IMailer>(_post).AddSingleton<ISiteAddress, TestSite>().AddSingleton<ICaller>(new OneNetwork()));
        await BeginAsync();
        var receipt = await SubmitAsync("a");
        for (var i = 0; i < AttemptBudget.MessagesFromNetwork.Most; i++)
            await FollowAsync(receipt, $"someone{i}@families.example.test", confirms: false);

        (await Should.ThrowAsync<RuleRefusedException>(() => FollowAsync(receipt, confirms: false))).Code.ShouldBe("RATE_LIMITED");
    }

    [Fact]
    public async Task That_there_is_no_such_mailbox_is_said_to_whoever_named_it_when_that_turned_out()
    {
        await BeginAsync();
        var (first, second) = (await SubmitAsync("a"), await SubmitAsync("b"));
        await FollowAsync(first, confirms: false);
        _post.Trouble = _ => new MailRefusedException("5.1.1");
        await SendAllAsync();
        _clock.Pass(TimeSpan.FromSeconds(1));
        await FollowAsync(second, confirms: false);

        (await Reads.FindFollowingAsync(first.Reference, first.Secret, default)).ShouldNotBeNull().IsRefused.ShouldBeTrue();
        (await Reads.FindFollowingAsync(second.Reference, second.Secret, default)).ShouldNotBeNull().IsRefused.ShouldBeFalse();
    }

    [Fact]
    public async Task Links_of_before_hold_as_long_as_the_address_is_the_same()
    {
        await BeginAsync();
        await FollowAsync(await SubmitAsync("a"));
        var recipient = await Platform.ScalarAsync<Guid>("select id from engagement.notification_recipients");
        var signature = Platform.Get<Pseudonyms>().Hash("notification recipient", $"{recipient:N}").AsSpan(0, 16);
        var old = $"{recipient:N}.{System.Buffers.Text.Base64Url.EncodeToString(signature)}";

        (await Reads.FindChoicesAsync(old, account: null, default)).ShouldNotBeNull();
        await Platform.ScalarAsync<Guid>("update engagement.notification_recipients set moved_at = now() returning id");
        (await Reads.FindChoicesAsync(old, account: null, default)).ShouldBeNull();
    }

    [Fact]
    public async Task An_address_that_nobody_confirms_is_forgotten_after_a_week()
    {
        await BeginAsync();
        await FollowAsync(await SubmitAsync("a"), confirms: false);
        await MorningAsync();
        (await Platform.ScalarAsync<long>("select count(*) from engagement.notification_follows")).ShouldBe(1);

        _clock.Pass(TimeSpan.FromDays(8));
        await MorningAsync();

        (await Platform.ScalarAsync<long>("select count(*) from engagement.notification_follows")).ShouldBe(0);
    }

    [Fact]
    public async Task That_a_view_was_read_is_said_where_it_was_not_grouped()
    {
        await BeginAsync();
        var (grouped, read) = (await SubmitAsync("a"), await SubmitAsync("b"));
        await FollowAsync(grouped, "grouped@families.example.test");
        await FollowAsync(read, "read@families.example.test");
        await SendAllAsync();

        await Platform.DecideAsync(_consultation, Story.ViewOf(grouped));
        await Platform.Feedback.MarkViewNotCodableAsync(new MarkViewNotCodable(Story.ViewOf(read), "Says thank you"), Story.Officer, default);
        await CatchUpAsync();
        await SendAllAsync();

        _post.Mails.Skip(2).OrderBy(mail => mail.To).Select(mail => mail.Subject).ShouldBe(
            ["What you said is now part of a point that others make too", "Somebody has read what you told us"]);
    }

    [Fact]
    public async Task Whoever_wants_to_hear_of_consultations_for_a_group_does_on_the_first_day_of_one()
    {
        await BeginAsync();
        await FollowAsync(await SubmitAsync("a"), "parents@families.example.test");
        await FollowAsync(await SubmitAsync("b"), "staff@families.example.test");
        await FollowAsync(await SubmitAsync("c"), "none@families.example.test");
        await SendAllAsync();
        await CatchUpAsync();
        while (await Platform.ScalarAsync<long>("select count(*) from messaging.envelopes where message_type = 'tell_of_opening'") > 0)
            await Task.Delay(20);
        await WantAsync("parents@families.example.test", Audience.ParentsAndCarers);
        await WantAsync("staff@families.example.test", Audience.Staff);
        var (next, _) = await Platform.PrepareAsync();
        await Platform.Consultations.ChooseAudiencesAsync(new ChooseAudiences(next, [Audience.ParentsAndCarers, Audience.YoungPeople]), Story.Officer, default);
        var first = LondonCalendar.DayOf(_clock.GetUtcNow()).AddDays(3);
        await Platform.Consultations.OpenAsync(new OpenConsultation(next, first, first.AddDays(60), null), Story.Officer, default);
        await CatchUpAsync();
        await TellOfOpeningAsync(next);
        await SendAllAsync();
        _post.Mails.Count.ShouldBe(3, "it has not opened yet");

        _clock.Pass(TimeSpan.FromDays(3));
        await TellOfOpeningAsync(next);
        await TellOfOpeningAsync(next);
        await SendAllAsync();

        var mail = _post.Mails.Skip(3).ShouldHaveSingleItem();
        (mail.To, mail.Subject).ShouldBe(("parents@families.example.test", "You can have your say"));
        mail.Text.ShouldContain("https://engagement.example.test/consultations/");
    }

    [Fact]
    public async Task The_week_comes_once_on_Monday_with_what_opened_what_was_answered_and_what_is_theirs()
    {
        await BeginAsync();
        var (mine, other, daily) = (await SubmitAsync("a"), await SubmitAsync("b"), await SubmitAsync("c"));
        await FollowAsync(mine);
        await FollowAsync(daily, "daily@families.example.test");
        await SendAllAsync();
        _clock.Pass(LondonCalendar.At(NextMonday(), new TimeOnly(9, 0)) - _clock.GetUtcNow());
        await Commands.ChooseAsync(new ChooseNotifications(await TokenAsync(Address), ChooseNotifications.Choices, NotificationFrequency.Weekly, LeaveTheNight: true, []), account: null, Story.Parent, default);
        var (opens, _) = await Platform.PrepareAsync();
        var today = LondonCalendar.DayOf(_clock.GetUtcNow());
        await Platform.Consultations.OpenAsync(new OpenConsultation(opens, today.AddDays(1), today.AddDays(60), null), Story.Officer, default);
        await Platform.PublishAsync(await Platform.DecideAsync(_consultation, Story.ViewOf(other)));
        await Platform.DecideAsync(_consultation, Story.ViewOf(mine));
        await CatchUpAsync();
        var before = _post.Mails.Count;

        // Every morning of two weeks; each message comes twice.
        for (var day = 0; day < 14; day++)
        {
            _clock.Pass(TimeSpan.FromDays(1));
            await MorningAsync();
            await MorningAsync();
            await SendAllAsync();
        }

        var week = _post.Mails.Skip(before).Where(one => one.To == Address).ShouldHaveSingleItem();
        week.Subject.ShouldBe("What was new in the last week");
        var (theirs, answers, opened) = (week.Text.IndexOf("What came of what you told us", StringComparison.Ordinal),
            week.Text.IndexOf("What was answered", StringComparison.Ordinal),
            week.Text.IndexOf("What you can have a say on now", StringComparison.Ordinal));
        theirs.ShouldBeInRange(0, answers);
        answers.ShouldBeInRange(0, opened);
        week.Text.ShouldContain("* There is an answer: You hear different things from each service");
        week.Text.ShouldContain("* It was put together with what others said: Inconsistent messages");
    }

    [Fact]
    public async Task A_mailbox_that_turns_out_later_to_take_nothing_is_left_alone_then()
    {
        await BeginAsync();
        var receipt = await SubmitAsync("a");
        await FollowAsync(receipt);
        await SendAllAsync();
        await Platform.DecideAsync(_consultation, Story.ViewOf(receipt));
        await CatchUpAsync();

        var bounces = Platform.Get<NotificationBounces>();
        (await bounces.RefusedAsync(_post.Mails[0].Id!, "5.1.1", default)).ShouldBeTrue();
        (await bounces.RefusedAsync(_post.Mails[0].Id!, "5.1.1", default)).ShouldBeTrue("told twice");
        (await bounces.RefusedAsync($"{Guid.NewGuid():N}", "5.1.1", default)).ShouldBeFalse();
        (await bounces.RefusedAsync("no id", "5.1.1", default)).ShouldBeFalse();
        await SendAllAsync();

        _post.Mails.Count.ShouldBe(1);
        (await Reads.FindFollowingAsync(receipt.Reference, receipt.Secret, default)).ShouldNotBeNull().IsRefused.ShouldBeTrue();
    }

    [Fact]
    public async Task Where_somebody_is_written_to_is_among_what_they_are_shown_of_themselves()
    {
        await BeginAsync();
        var person = await JoinAsync("parent@families.example.test");
        await Platform.Get<ParticipantCommands>().GivePermissionAsync(new GivePermission(person, Permission.Contact, PermissionGiver.Self), Story.Parent, default);
        var receipt = await SubmitAsync("a");
        await Follows.FollowOwnAsync(person, receipt.ResponseId, NotificationAudience.Families, "en", Story.Parent, default);

        var exports = Platform.Get<SubjectExports>();
        var export = (await exports.FindAsync(await exports.MakeAsync(new MakeSubjectExport(person), Story.Parent, default), person, default)).ShouldNotBeNull();

        System.Text.Json.Nodes.JsonNode.Parse(export.Json)!["writtenTo"]!.ToJsonString().ShouldBe("""["parent@families.example.test"]""");
        export.Html.ShouldContain("parent@families.example.test");
    }

    [Fact]
    public async Task Asking_twice_sends_one_receipt()
    {
        await BeginAsync();
        var receipt = await SubmitAsync("a");
        await FollowAsync(receipt);
        await FollowAsync(receipt);
        await SendAllAsync();

        _post.Mails.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("not an address", true, "ADDRESS_INVALID", "address")]
    [InlineData(Address, false, "PERMISSION_MISSING", "mayWrite")]
    public async Task Nobody_is_written_to_without_an_address_and_their_leave(string address, bool mayWrite, string code, string field)
    {
        await BeginAsync();
        var receipt = await SubmitAsync("a");

        var refused = await Should.ThrowAsync<RuleRefusedException>(() => FollowAsync(receipt, address, mayWrite));

        (refused.Code, refused.Refusal.Field).ShouldBe((code, field));
        (await Platform.ScalarAsync<long>("select count(*) from engagement.notification_recipients")).ShouldBe(0);
    }

    [Fact]
    public async Task Nobody_is_written_to_with_the_receipt_of_somebody_else()
    {
        await BeginAsync();
        var (mine, theirs) = (await SubmitAsync("a"), await SubmitAsync("b"));

        var refused = await Should.ThrowAsync<RuleRefusedException>(
            () => Follows.FollowAsync(new FollowResponse(theirs.Reference, mine.Secret, Address, true, NotificationAudience.Families, "en-GB"), Story.Parent, default));

        refused.Code.ShouldBe("RECEIPT_NOT_FOUND");
    }

    [Fact]
    public async Task An_address_that_is_asked_for_over_and_over_is_left_alone()
    {
        await BeginAsync();
        for (var i = 0; i < AttemptBudget.MessagesToAddress.Most; i++)
            await FollowAsync(await SubmitAsync($"{i}"));
        var another = await SubmitAsync("one more");

        (await Should.ThrowAsync<RuleRefusedException>(() => FollowAsync(another))).Code.ShouldBe("RATE_LIMITED");
    }

    [Fact]
    public async Task An_answer_is_sent_to_those_behind_it_and_to_nobody_else()
    {
        await BeginAsync();
        var (one, two, other, silent) = (await SubmitAsync("a"), await SubmitAsync("b"), await SubmitAsync("c"), await SubmitAsync("d"));
        await FollowAsync(one, "one@families.example.test");
        await FollowAsync(two, "two@families.example.test");
        await FollowAsync(other, "other@families.example.test");
        await SendAllAsync();
        var loop = await Platform.DecideAsync(_consultation, Story.ViewOf(one), Story.ViewOf(two), Story.ViewOf(silent));
        await CatchUpAsync();
        await SendAllAsync();
        var before = _post.Mails.Count;

        await Platform.PublishAsync(loop);
        await CatchUpAsync();
        await SendAllAsync();

        var told = _post.Mails.Skip(before).ToList();
        told.Select(mail => mail.To).ShouldBe(["one@families.example.test", "two@families.example.test"], ignoreOrder: true);
        told[0].Text.ShouldContain("You said:\n  You hear different things from each service");
        told[0].Text.ShouldContain("We will:\n  We will give you one contact");
        told[0].Text.ShouldContain("https://engagement.example.test/you-said-we-did/");
    }

    [Fact]
    public async Task Ten_things_that_happen_at_once_are_one_message()
    {
        await BeginAsync();
        var receipt = await SubmitAsync("a");
        await FollowAsync(receipt);
        await SendAllAsync();

        var loop = await Platform.DecideAsync(_consultation, Story.ViewOf(receipt));
        await Platform.PublishAsync(loop);
        await CatchUpAsync();
        (await DispatchAsync()).ShouldBeNull("it waits a while for more");
        await SendAllAsync();

        var mail = _post.Mails.Skip(1).ShouldHaveSingleItem();
        mail.Subject.ShouldBe("What is new on what you told us");
        mail.Text.ShouldContain("* It was put together with what others said: Inconsistent messages");
        mail.Text.ShouldContain("* There is an answer: You hear different things from each service");
    }

    [Fact]
    public async Task What_has_been_queued_by_the_time_something_is_due_goes_with_it()
    {
        await BeginAsync();
        var (first, second) = (await SubmitAsync("a"), await SubmitAsync("b"));
        await FollowAsync(first);
        await FollowAsync(second);
        await SendAllAsync();
        await Platform.DecideAsync(_consultation, Story.ViewOf(first));
        await CatchUpAsync();
        _clock.Pass(TimeSpan.FromSeconds(40));
        await Platform.DecideAsync(_consultation, Story.ViewOf(second));
        await CatchUpAsync();
        var before = _post.Mails.Count;

        _clock.Pass(TimeSpan.FromSeconds(30));
        (await DispatchAsync()).ShouldNotBeNull();
        await SendAllAsync();

        _post.Mails.Skip(before).ShouldHaveSingleItem().Text.Split("* It was put together with what others said").Length.ShouldBe(3);
    }

    [Fact]
    public async Task Two_letters_to_one_person_keep_a_distance_and_a_receipt_does_not_wait_for_it()
    {
        await BeginAsync();
        var receipt = await SubmitAsync("a");
        await FollowAsync(receipt);
        await SendAllAsync();
        var loop = await Platform.DecideAsync(_consultation, Story.ViewOf(receipt));
        await CatchUpAsync();
        await SendAllAsync();
        await Platform.PublishAsync(loop);
        await CatchUpAsync();
        await FollowAsync(await SubmitAsync("b"));
        _clock.Pass(TimeSpan.FromMinutes(10));

        await DispatchAllAsync();
        _post.Mails.Select(mail => mail.Subject).ShouldBe(
            ["We have got what you told us", "What you said is now part of a point that others make too", "We have got what you told us"]);
        _clock.Pass(TimeSpan.FromMinutes(5));
        await DispatchAllAsync();

        _post.Mails[^1].Subject.ShouldBe("There is an answer to what you told us");
    }

    [Fact]
    public async Task What_was_not_sent_in_the_evening_does_not_come_at_night()
    {
        await BeginAsync();
        var receipt = await SubmitAsync("a");
        await FollowAsync(receipt);
        await SendAllAsync();
        var day = LondonCalendar.DayOf(_clock.GetUtcNow());
        GoTo(day, new TimeOnly(20, 50));
        await Platform.DecideAsync(_consultation, Story.ViewOf(receipt));
        await CatchUpAsync();

        GoTo(day, new TimeOnly(21, 10));
        await FollowAsync(await SubmitAsync("b"));
        await DispatchAllAsync();
        _post.Mails.Select(mail => mail.Subject).ShouldBe(["We have got what you told us", "We have got what you told us"], "who has just sent something waits for its receipt");
        GoTo(day.AddDays(1), new TimeOnly(7, 59));
        await DispatchAllAsync();
        _post.Mails.Count.ShouldBe(2);
        GoTo(day.AddDays(1), new TimeOnly(8, 0));
        await DispatchAllAsync();

        _post.Mails.Count.ShouldBe(3);

        void GoTo(DateOnly to, TimeOnly time) => _clock.Pass(LondonCalendar.At(to, time) - _clock.GetUtcNow());
    }

    [Theory]
    [InlineData("stopped_at = now()")]
    [InlineData("refused_at = now()")]
    [InlineData("unwanted = '{ViewGrouped}'")]
    public async Task What_was_queued_while_somebody_chose_otherwise_is_not_sent(string choice)
    {
        await BeginAsync();
        var receipt = await SubmitAsync("a");
        await FollowAsync(receipt);
        await SendAllAsync();
        await Platform.DecideAsync(_consultation, Story.ViewOf(receipt));
        await CatchUpAsync();
        await Platform.ScalarAsync<Guid>($"update engagement.notification_recipients set {choice} returning id");

        await SendAllAsync();

        _post.Mails.Count.ShouldBe(1);
        (await Platform.ScalarAsync<string>("select state from engagement.notifications where kind = 'ViewGrouped'")).ShouldBe("Unwanted");
    }

    [Fact]
    public async Task What_was_tried_for_the_first_time_is_not_given_up_with_what_was_tried_for_long()
    {
        await BeginAsync();
        var receipt = await SubmitAsync("a");
        await FollowAsync(receipt);
        await SendAllAsync();
        await Platform.PublishAsync(await Platform.DecideAsync(_consultation, Story.ViewOf(receipt)));
        await CatchUpAsync();
        await Platform.ScalarAsync<Guid>("update engagement.notifications set attempts = 7 where kind = 'ViewGrouped' returning id");
        _post.Trouble = _ => new InvalidOperationException("Away");

        _clock.Pass(Soon);
        (await DispatchAsync()).ShouldNotBeNull().Result.ShouldBe(DispatchResult.Failed);

        (await Platform.ScalarAsync<string>("select state from engagement.notifications where kind = 'ViewGrouped'")).ShouldBe("Failed");
        (await Platform.ScalarAsync<string>("select state || attempts from engagement.notifications where kind = 'EntryPublished'")).ShouldBe("Waiting1");
    }

    [Fact]
    public async Task A_second_view_that_is_grouped_is_no_news()
    {
        await BeginAsync();
        var receipt = await SubmitAsync("a");
        await FollowAsync(receipt);
        await SendAllAsync();
        for (var theme = 0; theme < 2; theme++)
        {
            await Platform.DecideAsync(_consultation, Story.ViewOf(receipt));
            await CatchUpAsync();
            await SendAllAsync();
        }

        _post.Mails.Select(mail => mail.Subject).ShouldBe(["We have got what you told us", "What you said is now part of a point that others make too"]);
    }

    [Fact]
    public async Task Young_people_are_written_to_in_easy_words_and_others_in_their_language()
    {
        await BeginAsync();
        var (young, polish) = (await SubmitAsync("a"), await SubmitAsync("b"));
        await FollowAsync(young, "young@families.example.test", audience: NotificationAudience.YoungPeople);
        await FollowAsync(polish, "polish@families.example.test", language: "pl");
        await SendAllAsync();

        _post.Mails.OrderBy(mail => mail.To).Select(mail => mail.Subject).ShouldBe(["Twoje słowa do nas dotarły", "We got your answers"]);
        _post.Mails.Single(mail => mail.Subject == "We got your answers").Text.ShouldContain("/your-voice/track/");
    }

    [Fact]
    public async Task Whoever_wants_them_on_Mondays_gets_them_on_Monday()
    {
        await BeginAsync();
        var receipt = await SubmitAsync("a");
        await FollowAsync(receipt);
        await SendAllAsync();
        await Commands.ChooseAsync(
            new ChooseNotifications(await TokenAsync(), ChooseNotifications.Choices, NotificationFrequency.Weekly, LeaveTheNight: true, []), account: null, Story.Parent, default);
        await Platform.DecideAsync(_consultation, Story.ViewOf(receipt));
        await CatchUpAsync();

        for (var day = 0; day < 7; day++)
        {
            await SendAllAsync();
            _post.Mails.Count.ShouldBe(1);
            if (LondonCalendar.DayOf(_clock.Pass(TimeSpan.FromDays(1))).DayOfWeek is DayOfWeek.Monday)
                break;
        }

        await SendAllAsync();
        _post.Mails.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_waits_comes_when_somebody_wants_it_from_now_on()
    {
        await BeginAsync();
        var receipt = await SubmitAsync("a");
        await FollowAsync(receipt);
        await SendAllAsync();
        await Platform.DecideAsync(_consultation, Story.ViewOf(receipt));
        await CatchUpAsync();
        await FollowAsync(await SubmitAsync("b"));

        await WantAsync(NotificationFrequency.Weekly);
        var weekly = await DueAsync(NotificationKind.ViewGrouped);
        (LondonCalendar.DayOf(weekly), LondonCalendar.TimeOf(weekly)).ShouldBe((NextMonday(), new TimeOnly(8, 0)));
        (await DueAsync(NotificationKind.ResponseReceived)).ShouldBe(_clock.GetUtcNow(), "they have just done something, and wait for it");

        await WantAsync(NotificationFrequency.Daily);
        var daily = await DueAsync(NotificationKind.ViewGrouped);
        (LondonCalendar.DayOf(daily), LondonCalendar.TimeOf(daily)).ShouldBe((LondonCalendar.DayOf(_clock.GetUtcNow()).AddDays(1), new TimeOnly(8, 0)));
        _clock.Pass(daily - _clock.GetUtcNow());
        await WantAsync(NotificationFrequency.Daily);
        (await DueAsync(NotificationKind.ViewGrouped)).ShouldBe(daily, "who says the same again is not put off");

        await WantAsync(NotificationFrequency.AtOnce);
        await SendAllAsync();
        (await Platform.ScalarAsync<string>("select state from engagement.notifications where kind = 'ViewGrouped'")).ShouldBe("Sent");

        async Task WantAsync(NotificationFrequency frequency) => await Commands.ChooseAsync(
            new ChooseNotifications(await TokenAsync(), ChooseNotifications.Choices, frequency, LeaveTheNight: true, []), account: null, Story.Parent, default);

        async Task<DateTimeOffset> DueAsync(NotificationKind kind) =>
            new(await Platform.ScalarAsync<DateTime>($"select due_at from engagement.notifications where kind = '{kind}' and state = 'Waiting'"));
    }

    [Fact]
    public async Task What_somebody_does_not_want_is_not_sent()
    {
        await BeginAsync();
        var receipt = await SubmitAsync("a");
        await FollowAsync(receipt);
        await SendAllAsync();
        await Commands.ChooseAsync(
            new ChooseNotifications(await TokenAsync(), [NotificationKind.EntryPublished], NotificationFrequency.AtOnce, LeaveTheNight: false, []), account: null, Story.Parent, default);
        (await Reads.FindChoicesAsync(await TokenAsync(), account: null, default)).ShouldNotBeNull().Kinds.ShouldBe([NotificationKind.EntryPublished]);

        var loop = await Platform.DecideAsync(_consultation, Story.ViewOf(receipt));
        await Platform.PublishAsync(loop);
        await CatchUpAsync();
        await SendAllAsync();

        _post.Mails[^1].Subject.ShouldBe("There is an answer to what you told us");
    }

    [Fact]
    public async Task Whoever_stops_them_gets_no_more_also_not_what_waits()
    {
        await BeginAsync();
        var receipt = await SubmitAsync("a");
        await FollowAsync(receipt);
        await SendAllAsync();
        await Platform.DecideAsync(_consultation, Story.ViewOf(receipt));
        await CatchUpAsync();

        await Commands.StopAsync(new StopNotifications(await TokenAsync()), account: null, Story.Parent, default);
        await SendAllAsync();

        _post.Mails.Count.ShouldBe(1);
        (await Reads.FindFollowingAsync(receipt.Reference, receipt.Secret, default)).ShouldNotBeNull().IsFollowed.ShouldBeFalse();
    }

    [Fact]
    public async Task Nobody_stops_or_reads_what_another_chose_without_a_link_of_theirs()
    {
        await BeginAsync();
        await FollowAsync(await SubmitAsync("a"));
        var recipient = await Platform.ScalarAsync<Guid>("select id from engagement.notification_recipients");
        var forged = $"{recipient:N}.{(await TokenAsync()).Split('.')[1][..^2]}AA";

        (await Reads.FindChoicesAsync(forged, account: null, default)).ShouldBeNull();
        (await Should.ThrowAsync<RuleRefusedException>(() => Commands.StopAsync(new StopNotifications(forged), account: null, Story.Parent, default))).Code.ShouldBe("LINK_OVER");
        var question = Platform.Get<NotificationTokens>().OfQuestion(recipient, await Platform.MailboxAsync(recipient));
        (await Reads.FindChoicesAsync(question, account: null, default)).ShouldBeNull("a token is for one purpose");
    }

    [Fact]
    public async Task A_mailbox_that_takes_nothing_is_left_alone_until_another_address_is_given()
    {
        await BeginAsync();
        var receipt = await SubmitAsync("a");
        await FollowAsync(receipt);
        _post.Trouble = mail => mail.To == Address ? new MailRefusedException("550") : null;
        (await DispatchAsync()).ShouldBe(new DispatchOutcome(DispatchResult.Refused, "550"));

        await Platform.DecideAsync(_consultation, Story.ViewOf(receipt));
        await CatchUpAsync();
        await SendAllAsync();
        _post.Mails.ShouldBeEmpty();
        (await Reads.FindFollowingAsync(receipt.Reference, receipt.Secret, default)).ShouldNotBeNull().IsRefused.ShouldBeTrue();
        (await Reads.DeliveryAsync(default)).ShouldBe(new NotificationDelivery(Waiting: 0, Sent: 0, Failed: 0, Refused: 1));

        await FollowAsync(await SubmitAsync("b"));
        await SendAllAsync();
        _post.Mails.ShouldBeEmpty("also where it is given again");

        await FollowAsync(receipt, "another@families.example.test");
        await SendAllAsync();
        _post.Mails.ShouldHaveSingleItem().To.ShouldBe("another@families.example.test");
    }

    [Fact]
    public async Task A_mail_server_that_is_away_is_tried_again_later_and_less_often_each_time()
    {
        await BeginAsync();
        await FollowAsync(await SubmitAsync("a"));
        _post.Trouble = _ => new InvalidOperationException("Away");

        (await DispatchAsync()).ShouldNotBeNull().Result.ShouldBe(DispatchResult.Failed);
        (await DispatchAsync()).ShouldBeNull();
        _clock.Pass(TimeSpan.FromMinutes(1));
        (await DispatchAsync()).ShouldNotBeNull().Result.ShouldBe(DispatchResult.Failed);
        _clock.Pass(TimeSpan.FromMinutes(1));
        (await DispatchAsync()).ShouldBeNull();
        _clock.Pass(TimeSpan.FromMinutes(4));
        _post.Trouble = _ => null;
        await SendAllAsync();

        _post.Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_mail_server_that_stays_away_is_given_up_in_the_end()
    {
        await BeginAsync();
        await FollowAsync(await SubmitAsync("a"));
        _post.Trouble = _ => new InvalidOperationException("Away");

        for (var i = 0; i < 20; i++)
        {
            await DispatchAsync();
            _clock.Pass(TimeSpan.FromHours(20));
        }

        (await Platform.ScalarAsync<string>("select state from engagement.notifications where kind = 'ResponseReceived'")).ShouldBe("Failed");
    }

    [Fact]
    public async Task With_the_key_of_what_was_said_the_address_goes_too()
    {
        await BeginAsync();
        var (receipt, other) = (await SubmitAsync("a"), await SubmitAsync("b"));
        await FollowAsync(receipt);
        await FollowAsync(other, "other@families.example.test");
        var subject = await Platform.Get<ReceiptReads>().SubjectOfAsync(receipt.ResponseId, default);
        await EraseAsync(subject);
        await SendAllAsync();

        _post.Mails.ShouldHaveSingleItem().To.ShouldBe("other@families.example.test");
        (await Platform.ScalarAsync<long>("select count(*) from engagement.notification_recipients")).ShouldBe(1);
        (await Platform.ScalarAsync<long>("select count(*) from engagement.notification_follows")).ShouldBe(1);
    }

    [Fact]
    public async Task Somebody_with_an_account_is_told_as_long_as_they_allow_it_there()
    {
        await BeginAsync();
        var person = await JoinAsync("parent@families.example.test");
        var (first, second) = (await SubmitAsync("a"), await SubmitAsync("b"));
        await Follows.FollowOwnAsync(person, first.ResponseId, NotificationAudience.Families, "en", Story.Parent, default);
        await SendAllAsync();
        _post.Mails.ShouldBeEmpty("they have not allowed it");

        await Platform.Get<ParticipantCommands>().GivePermissionAsync(new GivePermission(person, Permission.Contact, PermissionGiver.Self), Story.Parent, default);
        await Follows.FollowOwnAsync(person, second.ResponseId, NotificationAudience.Families, "en", Story.Parent, default);
        await SendAllAsync();
        _post.Mails.ShouldHaveSingleItem().To.ShouldBe("parent@families.example.test");
        (await Reads.FindChoicesAsync((await Reads.TokenOfAsync(person, default)).ShouldNotBeNull(), account: null, default)).ShouldNotBeNull().IsStopped.ShouldBeFalse();

        await Platform.Get<ParticipantCommands>().WithdrawPermissionAsync(new WithdrawPermission(person, Permission.Contact), Story.Parent, default);
        await CatchUpAsync();
        (await Reads.FindChoicesAsync((await Reads.TokenOfAsync(person, default)).ShouldNotBeNull(), account: null, default)).ShouldNotBeNull().IsStopped.ShouldBeTrue();
    }

    [Fact]
    public async Task With_the_account_the_address_goes_too()
    {
        await BeginAsync();
        var person = await JoinAsync("parent@families.example.test");
        await Platform.Get<ParticipantCommands>().GivePermissionAsync(new GivePermission(person, Permission.Contact, PermissionGiver.Self), Story.Parent, default);
        await Follows.FollowOwnAsync(person, (await SubmitAsync("a")).ResponseId, NotificationAudience.Families, "en", Story.Parent, default);

        await EraseAsync(person);

        (await Platform.ScalarAsync<long>("select count(*) from engagement.notification_recipients")).ShouldBe(0);
        (await Platform.ScalarAsync<long>("select count(*) from engagement.notification_follows")).ShouldBe(0);
    }

    [Fact]
    public async Task Answers_that_are_taken_back_are_written_about_no_more()
    {
        await BeginAsync();
        var receipt = await SubmitAsync("a");
        await FollowAsync(receipt);
        await SendAllAsync();

        await Platform.Responses.WithdrawAsync(new WithdrawResponse(receipt.Reference, receipt.Secret), Story.Parent, default);
        await CatchUpAsync();

        (await Platform.ScalarAsync<long>("select count(*) from engagement.notification_recipients")).ShouldBe(0);
    }

    [Fact]
    public async Task The_link_of_a_message_that_asks_answers_for_the_response_it_is_about()
    {
        await BeginAsync();
        var receipt = await SubmitAsync("a");
        await FollowAsync(receipt);
        await SendAllAsync();
        var loop = await Platform.DecideAsync(_consultation, Story.ViewOf(receipt));
        await Platform.PublishAsync(loop);
        await Platform.EventAsync<ContributorsTold>();
        await CatchUpAsync();
        await SendAllAsync();
        await Platform.Feedback.AskForConfirmationAsync(new AskForConfirmation(loop), Story.Officer, default);
        await CatchUpAsync();
        await SendAllAsync();

        var mail = _post.Mails[^1];
        mail.Subject.ShouldBe("Does this answer you?");
        var link = mail.Text.Split('\n').Single(line => line.EndsWith("?answer=partly", StringComparison.Ordinal));
        var token = new Uri(link).Segments[^1];
        (await Reads.FindQuestionAsync(token, default)).ShouldBe(new NotificationQuestion(loop, NotificationAudience.Families, null));
        await Commands.AnswerAsync(new AnswerByMessage(token, ConfirmationAnswer.Partly, "Only half of it"), Story.Parent, default);

        var given = (ConfirmationGiven)(await Platform.EventAsync<ConfirmationGiven>()).Data;
        (given.ResponseId, given.Answer).ShouldBe((receipt.ResponseId, ConfirmationAnswer.Partly));
    }

    [Fact]
    public async Task Ten_thousand_are_queued_with_one_publication_and_sent_once_each_by_two_processes()
    {
        const int People = 10_000;
        const int Sent = 300;
        await BeginAsync();
        var receipt = await SubmitAsync("a");
        await FollowAsync(receipt);
        await SendAllAsync();
        var loop = await Platform.DecideAsync(_consultation, Story.ViewOf(receipt));
        await CatchUpAsync();
        await SendAllAsync();
        await FillAsync(People - 1, (await Platform.FeedbackReads.FindLoopAsync(loop, default)).ShouldNotBeNull().ThemeId);

        await Platform.PublishAsync(loop);
        await CatchUpAsync();

        (await Platform.ScalarAsync<long>("select count(*) from engagement.notifications where kind = 'EntryPublished'")).ShouldBe(People);
        (await Platform.ScalarAsync<long>("select count(distinct xmin::text) from engagement.notifications where kind = 'EntryPublished'")).ShouldBe(1, "in one transaction");
        _clock.Pass(Soon);
        var before = _post.Mails.Count;
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => SendAsync(Sent / 2)));
        var mails = _post.Mails.Skip(before).ToList();
        mails.Count.ShouldBe(Sent);
        mails.Select(mail => mail.Id).Distinct().Count().ShouldBe(Sent);
        (await Platform.ScalarAsync<long>("select count(*) from engagement.notifications where kind = 'EntryPublished' and state = 'Waiting'")).ShouldBe(People - Sent);

        async Task SendAsync(int count)
        {
            for (var i = 0; i < count; i++)
                (await DispatchAsync()).ShouldNotBeNull().Result.ShouldBe(DispatchResult.Sent);
        }
    }

    /// <summary>Others who follow and are behind the theme, with the address that was sealed for the first.</summary>
    private async Task FillAsync(int count, Guid theme)
    {
        await using var fill = Platform.Get<NpgsqlDataSource>().CreateCommand(
            """
            with people as (select gen_random_uuid() as recipient, gen_random_uuid() as response, n from generate_series(1, $1) n),
            recipients as (
                insert into engagement.notification_recipients (id, address_hash, audience, language, frequency, quiet, unwanted, asked_at, confirmed_at)
                select recipient, sha256(n::text::bytea), 'Families', 'en-GB', 'AtOnce', false, '{}', now(), now() from people
            ), behind as (
                insert into engagement.view_themes (view_id, theme_id, coded_theme_id, source_id, coded_at) select gen_random_uuid(), $2, $2, response, now() from people
            )
            insert into engagement.notification_follows (response_id, subject_id, recipient_id, sealed_address, confirmed_at)
            select p.response, f.subject_id, p.recipient, f.sealed_address, now() from people p, engagement.notification_follows f
            """);
        fill.Parameters.Add(new NpgsqlParameter<int> { TypedValue = count });
        fill.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = theme });
        await fill.ExecuteNonQueryAsync();
    }

    private async Task EraseAsync(Guid subject)
    {
        await using var connection = await Platform.Get<NpgsqlDataSource>().OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection);
        foreach (var table in Platform.Services.GetServices<IPersonalTextTable>())
            batch.BatchCommands.Add(table.Erase(subject));
        await batch.ExecuteNonQueryAsync();
    }

    /// <summary>Takes in somebody who has shown that the address is theirs.</summary>
    private async Task<Guid> JoinAsync(string address)
    {
        var links = Platform.Get<SignInLinks>();
        var browser = await links.AskAsync(address, isOwnDevice: false, returnTo: null, default);
        await Platform.ScalarAsync<Guid>("update engagement.sign_in_links set proven_at = now() returning id");
        return (await links.JoinAsync(AgeBand.Over25, browser, default)).Participant.ShouldNotBeNull();
    }

    private async Task BeginAsync()
    {
        (_consultation, _wave) = await Platform.OpenAsync();
    }

    private Task<IssuedReceipt> SubmitAsync(string key) => Platform.SubmitAsync(_wave, key);

    private async Task FollowAsync(
        IssuedReceipt receipt,
        string address = Address,
        bool mayWrite = true,
        NotificationAudience audience = NotificationAudience.Families,
        string language = "en-GB",
        bool confirms = true)
    {
        await Follows.FollowAsync(new FollowResponse(receipt.Reference, receipt.Secret, address, mayWrite, audience, language), Story.Parent, default);
        if (confirms)
            await Platform.ConfirmAllAsync();
    }

    private async Task<string> TokenAsync() => await TokenAsync(await Platform.ScalarAsync<Guid>("select id from engagement.notification_recipients"));

    private async Task<string> TokenAsync(string address) => await TokenAsync(await RecipientAsync(address));

    private async Task<string> TokenAsync(Guid recipient) => Platform.Get<NotificationTokens>().OfRecipient(await Platform.MailboxAsync(recipient));

    private Task<Guid> RecipientAsync(string address) => Platform.ScalarAsync<Guid>(
        $"select id from engagement.notification_recipients where address_hash = '\\x{Convert.ToHexStringLower(Platform.Get<NotificationTokens>().HashOfAddress(address))}'");

    private async Task WantAsync(string address, params Audience[] interests) => await Commands.ChooseAsync(
        new ChooseNotifications(await TokenAsync(address), ChooseNotifications.Choices, NotificationFrequency.AtOnce, LeaveTheNight: false, interests), account: null, Story.Parent, default);

    private Task TellOfOpeningAsync(Guid consultation) => Platform.Make<TellOfOpeningHandler>().Handle(new TellOfOpening(consultation), Messages.DueAt(_clock.GetUtcNow()), default);

    /// <summary>What the message of this morning does.</summary>
    private Task MorningAsync() => Platform.Make<PrepareMorningHandler>().Handle(new PrepareMorning(LondonCalendar.DayOf(_clock.GetUtcNow())), default);

    private DateOnly NextMonday()
    {
        var day = LondonCalendar.DayOf(_clock.GetUtcNow()).AddDays(1);
        while (day.DayOfWeek is not DayOfWeek.Monday)
            day = day.AddDays(1);
        return day;
    }

    private Task CatchUpAsync() => Platform.CatchUpAsync();

    private Task<DispatchOutcome?> DispatchAsync() => Platform.Get<NotificationDispatch>().SendNextAsync();

    /// <summary>Lets the while pass in which more may come, and sends all that is due then.</summary>
    private async Task SendAllAsync()
    {
        _clock.Pass(Soon);
        await DispatchAllAsync();
    }

    private async Task DispatchAllAsync()
    {
        while (await DispatchAsync() is not null)
        {
        }
    }

    private sealed class OneNetwork : ICaller
    {
        public string? NetworkAddress => "192.0.2.1";
    }
}
