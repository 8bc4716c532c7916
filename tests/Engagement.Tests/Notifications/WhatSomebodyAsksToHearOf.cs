using Engagement.Common;
using Engagement.Consultations;
using Engagement.Notifications;
using Engagement.Participants;
using Engagement.SignIn;
using Engagement.Surveys;
using Engagement.Tests.Integration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Engagement.Tests.Notifications;

/// <summary>
/// Whoever has an account says there what they want to hear of, also without having sent anything, and is told of the consultations that are about it and of no others.
/// </summary>
public sealed class WhatSomebodyAsksToHearOf : PlatformTest
{
    private const string Own = "parent@families.example.test";
    private const string Other = "other@families.example.test";
    private const string Thanet = "E07000114";
    private const string Dover = "E07000108";

    private readonly Postbox _post = new();
    private readonly HandClock _clock = new(Story.NoonDaysAgo(0));

    private Guid _wave;

    private FollowCommands Follows => Platform.Get<FollowCommands>();

    private NotificationCommands Commands => Platform.Get<NotificationCommands>();

    /// <summary>What was sent, but for the letter by which they signed in.</summary>
    private IReadOnlyList<OutgoingMail> Letters => [.. _post.Mails.Where(mail => mail.Stop is not null)];

    private NotificationReads Reads => Platform.Get<NotificationReads>();

    protected override TimeProvider Clock => _clock;

    protected override void Configure(EngagementOptions options, IServiceCollection services) => services.AddSingleton<IMailer>(_post).AddSingleton<ISiteAddress, TestSite>();

    [Theory]
    // Theirs: audiences, subjects, districts. Of the consultation: the same.
    [InlineData("", "", "", "ParentsAndCarers", "Travel", Thanet, false)]
    [InlineData("ParentsAndCarers", "", "", "ParentsAndCarers YoungPeople", "Travel", Thanet, true)]
    [InlineData("Staff", "", "", "ParentsAndCarers", "Travel", Thanet, false)]
    [InlineData("Staff", "", "", "", "", "", true)]
    [InlineData("", "Travel", "", "Staff", "Travel Health", "", true)]
    [InlineData("", "Travel", "", "Staff", "Health", "", false)]
    [InlineData("", "Travel", "", "", "", "", true)]
    [InlineData("", "", Thanet, "", "Health", "", true)]
    [InlineData("", "", Thanet, "", "Health", Thanet + " " + Dover, true)]
    [InlineData("", "", Thanet, "", "Health", Dover, false)]
    [InlineData("ParentsAndCarers", "Travel", Thanet, "ParentsAndCarers", "Travel", Thanet, true)]
    [InlineData("ParentsAndCarers", "Travel", Thanet, "ParentsAndCarers", "Travel", Dover, false)]
    [InlineData("ParentsAndCarers", "Travel", Thanet, "ParentsAndCarers", "Health", Thanet, false)]
    [InlineData("ParentsAndCarers", "Travel", Thanet, "Staff", "Travel", Thanet, false)]
    public async Task Where_both_name_something_it_has_to_be_the_same(
        string audiences, string about, string districts, string itsAudiences, string itsAbout, string itsDistricts, bool told)
    {
        await using var find = Platform.Get<NpgsqlDataSource>().CreateCommand(
            $"""
            select exists (
                select from (select $1 as interests, $2 as about, $3 as districts) r where {Interests.Match("$4", "$5", "$6")})
            """);
        foreach (var names in (string[])[audiences, about, districts, itsAudiences, itsAbout, itsDistricts])
            find.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = names.Split(' ', StringSplitOptions.RemoveEmptyEntries) });

        (await find.ExecuteScalarAsync()).ShouldBe(told);
    }

    [Fact]
    public async Task Who_is_queued_for_is_who_is_written_to()
    {
        string[][] names = [["ParentsAndCarers", "YoungPeople"], ["Travel", "Health"], [Thanet, Dover]];
        await using var find = Platform.Get<NpgsqlDataSource>().CreateCommand(
            $"""
            select theirs, its
            from generate_series(0, 63) theirs cross join generate_series(0, 63) its
            cross join lateral (select {InSql("theirs", 0)} as interests, {InSql("theirs", 1)} as about, {InSql("theirs", 2)} as districts) r
            cross join lateral (select {InSql("its", 0)} as its_audiences, {InSql("its", 1)} as its_about, {InSql("its", 2)} as its_districts) c
            where {Interests.Match("its_audiences", "its_about", "its_districts")}
            """);
        var queued = new HashSet<(int, int)>();
        await using (var rows = await find.ExecuteReaderAsync())
        {
            while (await rows.ReadAsync())
                queued.Add((rows.GetInt32(0), rows.GetInt32(1)));
        }

        // Everybody who may name two of each kind, and every such consultation.
        for (var theirs = 0; theirs < 64; theirs++)
        {
            for (var its = 0; its < 64; its++)
                new Interests(Of(theirs, 0), Of(theirs, 1), Of(theirs, 2)).Include(PageOf(its)).ShouldBe(queued.Contains((theirs, its)), $"{theirs} of {its}");
        }

        string InSql(string set, int kind) => $"array_remove(array[{string.Join(", ", names[kind].Select((name, i) => $"case when {set} & {Bit(kind, i)} > 0 then '{name}' end"))}], null)";

        IReadOnlyList<string> Of(int set, int kind) => [.. names[kind].Where((_, i) => (set & Bit(kind, i)) > 0)];

        ConsultationPage PageOf(int its) => new()
        {
            Id = Guid.Empty,
            Slug = "",
            Title = "",
            OwnerRole = "",
            DecisionMaker = "",
            DecisionExpectedOn = default,
            DraftedAt = default,
            Audiences = [.. Of(its, 0).Select(Enum.Parse<Audience>)],
            About = [.. Of(its, 1).Select(Enum.Parse<SubjectArea>)],
            Districts = Of(its, 2),
        };

        static int Bit(int kind, int name) => 1 << ((2 * kind) + name);
    }

    [Fact]
    public async Task Somebody_who_has_sent_nothing_is_told_of_what_they_chose_and_why()
    {
        var person = await BeginAsync();
        await GiveAsync(person, null);
        await SendAllAsync();
        Letters.ShouldBeEmpty("the address that they sign in with is known to be theirs");
        (await ChoicesAsync(person)).Interests.ShouldBe([Audience.ParentsAndCarers]);

        await ChooseAsync(person, [], [SubjectArea.Travel, SubjectArea.Health], [Thanet]);
        await OpenAsync([SubjectArea.Health, SubjectArea.AdultLife], [Dover]);
        await OpenAsync([SubjectArea.AdultLife], [Thanet]);
        await OpenAsync([SubjectArea.Health, SubjectArea.AdultLife], [Thanet, Dover]);
        await SendAllAsync();

        var mail = Letters.ShouldHaveSingleItem();
        (mail.To, mail.Subject).ShouldBe((Own, "You can have your say"));
        mail.Text.ShouldContain("You chose: Health care, Thanet");
    }

    [Fact]
    public async Task Who_has_chosen_other_things_since_it_was_queued_is_not_told()
    {
        var person = await BeginAsync();
        await GiveAsync(person, address: null);
        await ChooseAsync(person, [], [SubjectArea.Travel], []);
        await OpenAsync([SubjectArea.Travel], []);

        await ChooseAsync(person, [], [SubjectArea.Health], []);
        await SendAllAsync();

        Letters.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(9, null)]
    [InlineData(10, 10)]
    [InlineData(12, 10)]
    [InlineData(13, 15)]
    public async Task Who_may_open_a_consultation_is_told_about_how_many_hear_of_it_and_of_few_that_they_are_few(int people, int? said)
    {
        await BeginAsync();
        await ManyAsync(people, "'{Travel}', now(), null, null, '{}'");
        await ManyAsync(20, "'{Health}', now(), null, null, '{}'");
        await ManyAsync(20, "'{Travel}', null, null, null, '{}'");
        await ManyAsync(20, "'{Travel}', now(), now(), null, '{}'");
        await ManyAsync(20, "'{Travel}', now(), null, now(), '{}'");
        await ManyAsync(20, "'{Travel}', now(), null, null, '{ConsultationOpened}'");
        var (consultation, _) = await Platform.PrepareAsync();
        await Platform.Consultations.SayWhatItIsAboutAsync(new SayWhatItIsAbout(consultation, [SubjectArea.Travel], []), Story.Officer, default);

        (await Reads.CountToldOfOpeningAsync((await Platform.Get<ConsultationReads>().FindAsync(consultation, default)).ShouldNotBeNull(), default)).ShouldBe(said);
    }

    [Fact]
    public async Task How_many_were_told_of_an_opening_is_known_afterwards_and_stays_when_they_are_forgotten()
    {
        await BeginAsync();
        await ManyAsync(21, "'{Travel}', now(), null, null, '{}'");
        await OpenAsync([SubjectArea.Travel], []);
        var consultation = await Platform.ScalarAsync<Guid>("select about_id from engagement.notifications where kind = 'ConsultationOpened' limit 1");
        (await Reads.FindOpeningNoticesAsync(consultation, default)).ShouldBe(new OpeningNotices(Told: 20, Waiting: 20, NotTaken: null));

        // Again after a pause: those who had been told are not told again, and those who came since are.
        await ManyAsync(9, "'{Travel}', now(), null, null, '{}'");
        await Platform.Make<TellOfOpeningHandler>().Handle(new TellOfOpening(consultation), Messages.DueAt(_clock.GetUtcNow()), default);
        await Platform.Make<TellOfOpeningHandler>().Handle(new TellOfOpening(consultation), Messages.DueAt(_clock.GetUtcNow()), default);
        await Platform.ScalarAsync<long>(
            """
            with ended as (
                update engagement.notifications n set state = case when number <= 13 then 'Refused' else 'Sent' end, ended_at = now()
                from (select id, row_number() over (order by id) as number from engagement.notifications where kind = 'ConsultationOpened') numbered
                where numbered.id = n.id and number <= 22 returning n.id)
            select count(*) from ended
            """);
        (await Reads.FindOpeningNoticesAsync(consultation, default)).ShouldBe(new OpeningNotices(Told: 30, Waiting: null, NotTaken: 15));

        await Platform.ScalarAsync<long>("with gone as (delete from engagement.notification_recipients returning id) select count(*) from gone");
        (await Reads.FindOpeningNoticesAsync(consultation, default)).ShouldBe(new OpeningNotices(Told: 30, Waiting: null, NotTaken: null));
        (await Reads.FindOpeningNoticesAsync(Guid.NewGuid(), default)).ShouldBeNull();
    }

    [Fact]
    public async Task Another_address_is_asked_first_and_written_to_once_it_is_confirmed()
    {
        var person = await BeginAsync();
        await GiveAsync(person, Other);
        await OpenAsync([], []);
        await SendAllAsync();
        Letters.ShouldHaveSingleItem().Subject.ShouldBe("May we write to you here?");
        var choices = await ChoicesAsync(person);
        (choices.Address, choices.IsConfirmed, choices.Token).ShouldBe(("o…@families.example.test", false, null));

        await ConfirmAsync(person);
        await SendAllAsync();

        Letters[^1].ShouldSatisfyAllConditions(mail => mail.To.ShouldBe(Other), mail => mail.Subject.ShouldBe("You can have your say"));
        (await ChoicesAsync(person)).Token.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_new_address_takes_the_place_of_the_old_one_also_for_what_they_sent()
    {
        var person = await BeginAsync();
        await Follows.FollowOwnAsync(person, (await Platform.SubmitAsync(_wave, "a")).ResponseId, NotificationAudience.Families, "en", Story.Parent, default);
        await SendAllAsync();
        await GiveAsync(person, Other);
        await ConfirmAsync(person);
        await Follows.FollowOwnAsync(person, (await Platform.SubmitAsync(_wave, "b")).ResponseId, NotificationAudience.Families, "en", Story.Parent, default);
        await SendAllAsync();

        Letters.Select(mail => mail.To).ShouldBe([Own, Other]);
        (await Platform.ScalarAsync<long>("select count(*) from engagement.notification_recipients")).ShouldBe(1);
        (await Platform.Services.GetServices<IPersonAddresses>().Single(one => one is NotificationAddresses).OfAsync(person, default)).ShouldBe([Other]);

        await GiveAsync(person, Own);
        (await ChoicesAsync(person)).ShouldSatisfyAllConditions(choices => choices.Address.ShouldBe("p…@families.example.test"), choices => choices.IsConfirmed.ShouldBeTrue());
    }

    [Fact]
    public async Task What_lies_in_the_mailbox_of_before_leads_nowhere_once_the_address_is_another()
    {
        var person = await BeginAsync();
        await GiveAsync(person, Other);
        await SendAllAsync();
        var sent = Letters[^1].Id!;
        var tokens = Platform.Get<NotificationTokens>();
        var old = await MailboxAsync(person);
        var question = await Platform.ScalarAsync<Guid>(
            """
            insert into engagement.notifications (id, recipient_id, response_id, kind, about_id, occasion, queued_at, due_at, state)
            select gen_random_uuid(), id, id, 'ConfirmationAsked', id, id, now(), now(), 'Sent' from engagement.notification_recipients returning id
            """);
        (await Reads.FindQuestionAsync(tokens.OfQuestion(question, old), default)).ShouldNotBeNull();

        _clock.Pass(TimeSpan.FromMinutes(1));
        await GiveAsync(person, "third@families.example.test");
        await SendAllAsync();
        Letters[^1].To.ShouldBe("third@families.example.test", "a new address is asked at once");

        (await Reads.FindChoicesAsync(tokens.OfRecipient(old), account: null, default)).ShouldBeNull();
        (await Reads.FindQuestionAsync(tokens.OfQuestion(question, old), default)).ShouldBeNull();
        (await Should.ThrowAsync<RuleRefusedException>(() => Commands.ConfirmAsync(new ConfirmAddress(tokens.OfAddress(old)), Story.Parent, default))).Code.ShouldBe("LINK_OVER");
        (await Should.ThrowAsync<RuleRefusedException>(() => Commands.StopAsync(new StopNotifications(tokens.OfRecipient(old)), account: null, Story.Parent, default)))
            .Code.ShouldBe("LINK_OVER");
        await Platform.Get<NotificationBounces>().RefusedAsync(sent, "5.1.1", default);
        (await ChoicesAsync(person)).ShouldSatisfyAllConditions(
            choices => choices.IsConfirmed.ShouldBeFalse(), choices => choices.IsStopped.ShouldBeFalse(), choices => choices.IsRefused.ShouldBeFalse());
        await Platform.Get<NotificationBounces>().RefusedAsync(Letters[^1].Id!, "5.1.1", default);
        (await ChoicesAsync(person)).IsRefused.ShouldBeTrue();
    }

    [Fact]
    public async Task That_a_mailbox_takes_nothing_says_nothing_of_the_one_that_they_gave_meanwhile()
    {
        var person = await BeginAsync();
        await Follows.FollowOwnAsync(person, (await Platform.SubmitAsync(_wave, "a")).ResponseId, NotificationAudience.Families, "en", Story.Parent, default);
        var dispatch = Platform.Get<NotificationDispatch>();
        var letter = (await dispatch.TakeAsync(1)).ShouldHaveSingleItem();
        await GiveAsync(person, Other);
        _post.Trouble = mail => mail.To == Own ? new MailRefusedException("5.1.1") : null;

        (await dispatch.SendAsync(letter)).Result.ShouldBe(DispatchResult.Refused);

        (await ChoicesAsync(person)).IsRefused.ShouldBeFalse();
        await SendAllAsync();
        await ConfirmAsync(person);
        await SendAllAsync();
        Letters.Select(mail => (mail.To, mail.Subject)).ShouldBe([(Other, "May we write to you here?"), (Other, "We have got what you told us")]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Links_of_an_older_release_hold_for_an_account_that_has_given_one_address_only(bool hasGivenAnother)
    {
        var person = await BeginAsync();
        if (hasGivenAnother)
        {
            await GiveAsync(person, "first@families.example.test");
            _clock.Pass(TimeSpan.FromMinutes(1));
        }

        await GiveAsync(person, Other);
        var mailbox = await MailboxAsync(person);
        await RestartAsync(runsInBackground: false, _clock, Configure);
        await Platform.ScalarAsync<string>(
            """
            alter table engagement.notification_recipients drop column moved_at, drop column questioned_at, drop column questions;
            alter table engagement.notification_follows drop column asked_at, drop column confirmed_at;
            update engagement.read_models set version = 'an older one';
            -- To ask takes its time.
            update engagement.notification_recipients set asked_at = asked_at + interval '2 ms';
            select 'as it once was'
            """);
        await Platform.Get<EngagementSchema>().ApplyAsync();

        (await Reads.FindToConfirmAsync(OldLink("notification address to confirm"), default)).ShouldBe(hasGivenAnother ? null : mailbox.Recipient);
        (await Reads.FindToChooseAsync(OldLink("notification recipient"), default)).ShouldBe(hasGivenAnother ? null : mailbox.Recipient);

        string OldLink(string purpose) =>
            $"{mailbox.Recipient:N}.{System.Buffers.Text.Base64Url.EncodeToString(Platform.Get<Pseudonyms>().Hash(purpose, $"{mailbox.Recipient:N}").AsSpan(0, 16))}";
    }

    [Fact]
    public async Task What_somebody_chose_stays_where_nobody_confirms_their_new_address()
    {
        var person = await BeginAsync();
        await GiveAsync(person, null);
        await ChooseAsync(person, [], [SubjectArea.Travel], [Thanet]);
        await GiveAsync(person, Other);
        _clock.Pass(TimeSpan.FromDays(9));
        await Platform.Make<PrepareMorningHandler>().Handle(new PrepareMorning(LondonCalendar.DayOf(_clock.GetUtcNow())), default);

        (await ChoicesAsync(person)).ShouldSatisfyAllConditions(
            choices => choices.IsConfirmed.ShouldBeFalse(), choices => choices.About.ShouldBe([SubjectArea.Travel]), choices => choices.Address.ShouldBe("o…@families.example.test"));
    }

    [Fact]
    public async Task Whoever_reads_an_address_that_an_account_named_and_wants_nothing_is_not_asked_again()
    {
        var person = await BeginAsync();
        await GiveAsync(person, Other);
        await SendAllAsync();
        await Commands.StopAsync(new StopNotifications(Platform.Get<NotificationTokens>().OfRecipient(await MailboxAsync(person))), account: null, Story.Parent, default);

        _clock.Pass(TimeSpan.FromDays(2));
        await GiveAsync(person, Other);
        await SendAllAsync();

        Letters.Count.ShouldBe(1);
        (await ChoicesAsync(person)).IsStopped.ShouldBeTrue();
    }

    [Fact]
    public async Task What_somebody_wants_to_hear_of_does_not_hang_on_one_response()
    {
        var person = await BeginAsync();
        var receipt = await Platform.SubmitAsync(_wave, "a");
        await Follows.FollowOwnAsync(person, receipt.ResponseId, NotificationAudience.Families, "en", Story.Parent, default);
        await ChooseAsync(person, [], [SubjectArea.Travel], []);
        await Platform.Responses.WithdrawAsync(new WithdrawResponse(receipt.Reference, receipt.Secret), Story.Parent, default);
        await Platform.CatchUpAsync();

        await OpenAsync([SubjectArea.Travel], []);
        await SendAllAsync();

        Letters.ShouldHaveSingleItem().ShouldSatisfyAllConditions(mail => mail.To.ShouldBe(Own), mail => mail.Subject.ShouldBe("You can have your say"));
    }

    [Fact]
    public async Task Whoever_names_the_address_of_somebody_else_changes_nothing_of_theirs()
    {
        var person = await BeginAsync();
        var receipt = await Platform.SubmitAsync(_wave, "a");
        await Follows.FollowAsync(new FollowResponse(receipt.Reference, receipt.Secret, Other, MayWrite: true, NotificationAudience.Families, "en-GB"), Story.Parent, default);
        var theirs = await Platform.ScalarAsync<Guid>("update engagement.notification_recipients set confirmed_at = now(), unwanted = '{ViewRead}' returning id");

        await GiveAsync(person, Other);
        (await ChoicesAsync(person)).Kinds.ShouldContain(NotificationKind.ViewRead);
        await Commands.StopAsync(new StopNotifications(Token: null), person, Story.Parent, default);

        var choices = (await Reads.FindChoicesAsync(Platform.Get<NotificationTokens>().OfRecipient(await Platform.MailboxAsync(theirs)), account: null, default)).ShouldNotBeNull();
        (choices.IsStopped, choices.Kinds.Contains(NotificationKind.ViewRead)).ShouldBe((false, false));
    }

    [Fact]
    public async Task Two_who_were_written_to_at_one_address_become_one_once_it_is_known_to_be_theirs()
    {
        var person = await BeginAsync();
        await GiveAsync(person, Other);
        var receipt = await Platform.SubmitAsync(_wave, "a");
        await Follows.FollowAsync(new FollowResponse(receipt.Reference, receipt.Secret, Own, MayWrite: true, NotificationAudience.Families, "en-GB"), Story.Parent, default);

        await GiveAsync(person, Own);
        await SendAllAsync();
        Letters.ShouldHaveSingleItem().ShouldSatisfyAllConditions(mail => mail.To.ShouldBe(Own), mail => mail.Subject.ShouldBe("May we write to you here?"));
        await ConfirmAsync(person);
        await SendAllAsync();

        Letters[^1].ShouldSatisfyAllConditions(mail => mail.To.ShouldBe(Own), mail => mail.Subject.ShouldBe("We have got what you told us"));
        (await Platform.ScalarAsync<long>("select count(*) from engagement.notification_recipients")).ShouldBe(1);
    }

    [Fact]
    public async Task Stopping_by_the_account_stops_all_and_choosing_there_begins_again()
    {
        var person = await BeginAsync();
        await GiveAsync(person, null);
        await Commands.StopAsync(new StopNotifications(Token: null), person, Story.Parent, default);
        await OpenAsync([], []);
        await SendAllAsync();
        Letters.ShouldBeEmpty();

        await ChooseAsync(person, [Audience.ParentsAndCarers], [], []);
        (await ChoicesAsync(person)).IsStopped.ShouldBeFalse();
    }

    [Fact]
    public async Task Nobody_is_written_to_who_has_not_said_in_their_account_that_they_may_be()
    {
        var person = await BeginAsync(allows: false);

        (await Should.ThrowAsync<RuleRefusedException>(() => GiveAsync(person, null))).Refusal.Code.ShouldBe("CONTACT_NOT_ALLOWED");
        (await Should.ThrowAsync<RuleRefusedException>(() => GiveAsync(person, "nowhere"))).Refusal.Code.ShouldBe("ADDRESS_INVALID", "they would allow it for nothing");
        (await Should.ThrowAsync<RuleRefusedException>(() => ChooseAsync(person, [], [], []))).Refusal.Code.ShouldBe("CONTACT_NOT_ALLOWED");
        (await Should.ThrowAsync<RuleRefusedException>(() => GiveAsync(Guid.NewGuid(), Other))).Refusal.Code.ShouldBe("ACCOUNT_MISSING");
        (await Reads.FindChoicesAsync(token: null, person, default)).ShouldBeNull();
    }

    [Fact]
    public async Task Young_people_who_choose_subjects_hear_of_what_is_for_them()
    {
        var person = await BeginAsync();
        await Platform.Get<AccountAddressCommands>().GiveAsync(person, new GiveAddress(null, NotificationAudience.YoungPeople, "en-GB"), Story.Parent, default);
        await ChooseAsync(person, [], [SubjectArea.Travel], []);
        (await ChoicesAsync(person)).Interests.ShouldBe([Audience.YoungPeople]);

        await ChooseAsync(person, [], [], []);
        (await ChoicesAsync(person)).Interests.ShouldBeEmpty();
    }

    [Fact]
    public async Task With_the_account_go_its_address_and_its_choices_and_those_of_another_receipt_stay()
    {
        var person = await BeginAsync();
        await GiveAsync(person, Other);
        var receipt = await Platform.SubmitAsync(_wave, "a");
        await Follows.FollowOwnAsync(person, receipt.ResponseId, NotificationAudience.Families, "en", Story.Parent, default);

        // What was sent is erased, and the account is not.
        await EraseAsync(await Platform.ScalarAsync<Guid>("select subject_id from engagement.notification_follows"));
        (await ChoicesAsync(person)).Address.ShouldBe("o…@families.example.test");

        await EraseAsync(person);
        (await Platform.ScalarAsync<long>("select count(*) from engagement.notification_recipients")).ShouldBe(0);
        (await Platform.ScalarAsync<long>("select count(*) from engagement.notifications")).ShouldBe(0);
    }

    /// <summary>So many who are written to: what they want to hear about, since when their address is theirs, when they stopped and were refused, and what they do not want.</summary>
    private Task ManyAsync(int count, string each) => Platform.ScalarAsync<long>(
        $"""
        with made as (
            insert into engagement.notification_recipients
                (id, address_hash, audience, language, frequency, quiet, asked_at, about, confirmed_at, stopped_at, refused_at, unwanted)
            select gen_random_uuid(), uuid_send(gen_random_uuid()), 'Families', 'en', 'AtOnce', false, now(), {each} from generate_series(1, {count}) returning id
        )
        select count(*) from made
        """);

    private async Task<Guid> BeginAsync(bool allows = true)
    {
        (_, _wave) = await Platform.OpenAsync();
        await Platform.CatchUpAsync();
        while (await Platform.ScalarAsync<long>("select count(*) from messaging.envelopes where message_type = 'tell_of_opening'") > 0)
            await Task.Delay(20);
        var links = Platform.Get<SignInLinks>();
        var browser = await links.AskAsync(Own, isOwnDevice: false, returnTo: null, default);
        await Platform.ScalarAsync<Guid>("update engagement.sign_in_links set proven_at = now() returning id");
        var person = (await links.JoinAsync(AgeBand.Over25, browser, default)).Participant.ShouldNotBeNull();
        if (allows)
            await Platform.Get<ParticipantCommands>().GivePermissionAsync(new GivePermission(person, Permission.Contact, PermissionGiver.Self), Story.Parent, default);
        return person;
    }

    private Task GiveAsync(Guid person, string? address) =>
        Platform.Get<AccountAddressCommands>().GiveAsync(person, new GiveAddress(address, NotificationAudience.Families, "en-GB"), Story.Parent, default);

    private async Task ConfirmAsync(Guid person) => await Commands.ConfirmAsync(
        new ConfirmAddress(Platform.Get<NotificationTokens>().OfAddress(await MailboxAsync(person))), Story.Parent, default);

    private async Task<Mailbox> MailboxAsync(Guid person) => await Platform.MailboxAsync((await Reads.FindRecipientAsync(token: null, person, default)).ShouldNotBeNull());

    private Task ChooseAsync(Guid person, Audience[] interests, SubjectArea[] about, string[] districts) => Commands.ChooseAsync(
        new ChooseNotifications(Token: null, ChooseNotifications.Choices, NotificationFrequency.AtOnce, LeaveTheNight: false, interests, about, districts), person, Story.Parent, default);

    private async Task<NotificationChoices> ChoicesAsync(Guid person) => (await Reads.FindChoicesAsync(token: null, person, default)).ShouldNotBeNull();

    /// <summary>Opens a consultation today, and tells of it.</summary>
    private async Task OpenAsync(SubjectArea[] about, string[] districts)
    {
        var (consultation, _) = await Platform.PrepareAsync();
        await Platform.Consultations.SayWhatItIsAboutAsync(new SayWhatItIsAbout(consultation, about, districts), Story.Officer, default);
        var today = LondonCalendar.DayOf(_clock.GetUtcNow());
        await Platform.Consultations.OpenAsync(new OpenConsultation(consultation, today, today.AddDays(60), null), Story.Officer, default);
        await Platform.Make<TellOfOpeningHandler>().Handle(new TellOfOpening(consultation), Messages.DueAt(_clock.GetUtcNow()), default);
    }

    private async Task EraseAsync(Guid subject)
    {
        await using var connection = await Platform.Get<NpgsqlDataSource>().OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection);
        foreach (var table in Platform.Services.GetServices<IPersonalTextTable>())
            batch.BatchCommands.Add(table.Erase(subject));
        await batch.ExecuteNonQueryAsync();
    }

    private async Task SendAllAsync()
    {
        _clock.Pass(TimeSpan.FromMinutes(2));
        while (await Platform.Get<NotificationDispatch>().SendNextAsync() is not null)
        {
        }
    }
}
