using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Engagement.Common;
using Engagement.Consultations;
using Engagement.SignIn;
using Engagement.Tests.Integration;
using Engagement.Tests.Notifications;
using Engagement.Tests.Privacy;
using Engagement.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Tests.Shared;

namespace Engagement.Tests.Webhooks;

/// <summary>Programs of others are told when something is published: each thing, in its order, at least once, and only those that asked.</summary>
public sealed class WhatProgramsAreTold : PlatformTest, IDisposable
{
    private static readonly CommandContext Administrator = new("administrator", ActorId: Guid.Parse("0192d5e4-7b00-7c01-8d02-9e03af04b007"));

    private readonly HandClock _clock = new(Story.NoonDaysAgo(0));
    private readonly Receiver _receiver = new();

    private WebhookCommands Commands => Platform.Get<WebhookCommands>();

    public void Dispose() => _receiver.Dispose();

    private WebhookReads Reads => Platform.Get<WebhookReads>();

    [Fact]
    public async Task A_consultation_that_opens_is_told_of_with_its_days_and_its_page_and_nobodys_words()
    {
        await ListenAsync(WebhookKinds.Opened);

        var (consultation, _) = await Platform.OpenAsync();

        var told = (await _receiver.UntilAsync(1)).ShouldHaveSingleItem();
        var page = (await Platform.ConsultationReads.FindAsync(consultation, default)).ShouldNotBeNull();
        var opened = await Platform.EventAsync<ConsultationOpened>();
        told.Id.ShouldBe($"evt_{opened.Id:N}");
        told.Json["id"]!.GetValue<string>().ShouldBe(told.Id);
        told.Kind.ShouldBe("consultation.opened");
        told.Json["position"]!.GetValue<long>().ShouldBe(opened.Sequence);
        told.Json["occurredAt"]!.GetValue<DateTimeOffset>().ShouldBe(opened.OccurredAt());
        told.Json["link"]!.GetValue<string>().ShouldBe($"https://engagement.example.test/consultations/{page.Slug}");
        told.Json["data"]!["opensOn"]!.GetValue<string>().ShouldBe(Story.Today.ToString("O", CultureInfo.InvariantCulture));
        told.Body.ShouldNotContain("SEND Strategy");
    }

    [Fact]
    public async Task From_a_view_to_you_said_we_did_every_step_that_is_public_is_told_in_its_order()
    {
        await ListenAsync([.. WebhookKinds.All.Select(kind => kind.Name)]);

        var (consultation, wave) = await Platform.OpenAsync();
        var loop = await Platform.DecideAsync(consultation, Story.ViewOf(await Platform.SubmitAsync(wave, "a")));
        await Platform.PublishAsync(loop);
        await Platform.Consultations.ExtendClosingDateAsync(new ExtendClosingDate(consultation, Story.Today.AddDays(70), "Late copies"), Story.Officer, default);
        await Platform.PublishTopicAsync();

        var told = await _receiver.UntilAsync(4);
        told.Select(one => one.Kind).ShouldBe(["consultation.opened", "entry.published", "consultation.closing-date-changed", "topic.published"]);
        told.Select(one => one.Json["position"]!.GetValue<long>()).ShouldBeInOrder();
        told[1].Json["data"]!["state"]!.GetValue<string>().ShouldBe("WE_WILL");
        told[1].Json["link"]!.GetValue<string>().ShouldStartWith("https://engagement.example.test/you-said-we-did/");
        told[3].Json["link"]!.GetValue<string>().ShouldStartWith("https://engagement.example.test/pact/forums/");
    }

    [Fact]
    public async Task A_draft_that_is_given_up_was_never_public_and_is_not_told_of()
    {
        await ListenAsync(WebhookKinds.Withdrawn);
        var (draft, _) = await Platform.PrepareAsync();
        var (open, _) = await Platform.OpenAsync();

        await Platform.Consultations.WithdrawAsync(new WithdrawConsultation(draft, "No longer needed"), Story.Officer, default);
        await Platform.Consultations.WithdrawAsync(new WithdrawConsultation(open, "No longer needed"), Story.Officer, default);

        (await _receiver.UntilAsync(1)).ShouldHaveSingleItem().Json["data"]!["consultationId"]!.GetValue<string>().ShouldBe(WebhookMessage.IdOf("Consultation", open));
    }

    [Fact]
    public async Task Nothing_is_told_of_what_was_before_or_was_not_asked_for()
    {
        await Platform.OpenAsync();
        await ListenAsync(WebhookKinds.Opened);
        await Platform.PublishTopicAsync();
        var (later, _) = await Platform.OpenAsync();

        (await _receiver.UntilAsync(1)).ShouldHaveSingleItem().Json["data"]!["consultationId"]!.GetValue<string>().ShouldBe(WebhookMessage.IdOf("Consultation", later));
    }

    [Fact]
    public async Task Each_message_is_signed_as_Standard_Webhooks_has_it()
    {
        var (_, secret) = await ListenAsync(WebhookKinds.Opened);

        await Platform.OpenAsync();

        var told = (await _receiver.UntilAsync(1)).ShouldHaveSingleItem();
        told.Timestamp.ShouldBe(_clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        told.Signature.ShouldBe(SignatureOf(told, secret));
    }

    [Fact]
    public async Task While_a_secret_is_changed_the_old_one_signs_too_for_a_day()
    {
        var (webhook, first) = await ListenAsync(WebhookKinds.Opened);

        var second = await Commands.RotateSecretAsync(new RotateWebhookSecret(webhook), Administrator, default);
        await Platform.OpenAsync();
        var told = (await _receiver.UntilAsync(1))[0];
        told.Signature.ShouldBe($"{SignatureOf(told, second)} {SignatureOf(told, first)}");

        var third = await Commands.RotateSecretAsync(new RotateWebhookSecret(webhook), Administrator, default);
        await Platform.OpenAsync();
        told = (await _receiver.UntilAsync(2))[1];
        told.Signature.ShouldBe($"{SignatureOf(told, third)} {SignatureOf(told, second)}", "two are good at once, and no more");

        _clock.Pass(WebhookSecrets.Overlap);
        await Commands.SendTestAsync(new SendWebhookTest(webhook), Administrator, default);
        told = (await _receiver.UntilAsync(3))[2];
        told.Signature.ShouldBe(SignatureOf(told, third));
    }

    [Fact]
    public async Task A_secret_is_in_one_answer_and_for_some_minutes_in_its_repeat_and_nowhere_in_the_database_in_clear()
    {
        var command = new CreateWebhook("The council’s dashboard", _receiver.Address, [WebhookKinds.Opened]);
        var keyed = Administrator with { IdempotencyKey = "make-the-webhook-once" };

        var (id, secret) = await Commands.CreateAsync(command, keyed, default);

        (await Commands.CreateAsync(command, keyed, default)).ShouldBe((id, secret));
        await Should.ThrowAsync<IdempotencyKeyReusedException>(() => Commands.CreateAsync(command, keyed with { ActorId = Guid.NewGuid() }, default));
        (await Platform.ScalarAsync<long>("select count(*) from engagement.webhooks")).ShouldBe(1);
        (await Platform.FindAsync(secret[WebhookSecrets.Prefix.Length..])).ShouldBeEmpty();

        _clock.Pass(WebhookSecrets.ShownFor + TimeSpan.FromSeconds(1));
        (await Should.ThrowAsync<RuleRefusedException>(() => Commands.CreateAsync(command, keyed, default))).Code.ShouldBe("SECRET_SHOWN");
    }

    [Fact]
    public async Task Each_secret_is_by_chance_and_opens_for_its_own_webhook_only()
    {
        var (one, first) = await ListenAsync(WebhookKinds.Opened);
        var (other, _) = await ListenAsync(WebhookKinds.Opened);
        var second = await Commands.RotateSecretAsync(new RotateWebhookSecret(one), Administrator, default);
        second.ShouldNotBe(first);

        // Who can write into the database, and has a secret of their own, gains nothing by putting it in another's place.
        await Platform.ScalarAsync<int>(
            $"update engagement.webhook_secrets set sealed = (select sealed from engagement.webhook_secrets where webhook_id = '{one}' and number = 1) where webhook_id = '{other}' returning 1");
        await Commands.SendTestAsync(new SendWebhookTest(other), Administrator, default);
        await CountAsync("select count(*) from messaging.envelopes where queue = 'webhooks' and attempts > 0 and owner_id is null", 1);
        _receiver.All.ShouldBeEmpty("it cannot be signed, so it is not sent");
    }

    [Fact]
    public async Task A_secret_of_an_earlier_release_signs_as_it_did_and_is_sealed_from_now_on()
    {
        var (webhook, _) = await ListenAsync(WebhookKinds.Opened);
        await Platform.ScalarAsync<int>("update engagement.webhook_secrets set sealed = null returning 1");
        await Platform.OpenAsync();
        var told = (await _receiver.UntilAsync(1))[0];

        await Platform.Get<WebhookUpkeep>().KeepOldSecretsAsync(default);

        (await Platform.ScalarAsync<long>("select count(*) from engagement.webhook_secrets where sealed is null")).ShouldBe(0);
        var delivery = (await Reads.DeliveriesAsync(webhook, null, null, null, 10, default)).Items.ShouldHaveSingleItem();
        await DeliveredAsync(1);
        await Commands.RedeliverAsync(new RedeliverWebhook(delivery.Id), Administrator, default);
        (await _receiver.UntilAsync(2))[1].Signature.ShouldBe(told.Signature, "the clock stands, so the same secret makes the same");
    }

    [Fact]
    public async Task A_secret_that_others_have_can_be_ended_at_once()
    {
        var (webhook, _) = await ListenAsync(WebhookKinds.Opened);

        var second = await Commands.RotateSecretAsync(new RotateWebhookSecret(webhook, OldEndsNow: true), Administrator, default);
        await Platform.OpenAsync();

        var told = (await _receiver.UntilAsync(1))[0];
        told.Signature.ShouldBe(SignatureOf(told, second));
    }

    [Fact]
    public async Task What_is_not_taken_is_sent_again_later_and_less_often_each_time()
    {
        var (webhook, _) = await ListenAsync(WebhookKinds.Opened);
        _receiver.Answer = _ => Task.FromResult(503);
        await Platform.OpenAsync();
        await AttemptsAsync(1);

        foreach (var (wait, attempts) in new[] { (TimeSpan.FromSeconds(6), 2), (TimeSpan.FromSeconds(67), 3), (TimeSpan.FromMinutes(6), 4) })
        {
            await Task.Delay(1_200);
            _receiver.All.Count.ShouldBe(attempts - 1, "it is not its time yet");
            _clock.Pass(wait);
            await AttemptsAsync(attempts);
        }

        (await Reads.FindAsync(webhook, default)).ShouldNotBeNull().FailingSince.ShouldNotBeNull();
        _receiver.Answer = _ => Task.FromResult(204);
        _clock.Pass(TimeSpan.FromMinutes(40));
        await DeliveredAsync(1);

        _receiver.All.Select(one => one.Id).Distinct().ShouldHaveSingleItem();
        _receiver.All.Select(one => one.Timestamp).Distinct().Count().ShouldBe(5, "each time with the time it is");
        var delivery = (await Reads.DeliveriesAsync(webhook, null, null, null, 10, default)).Items.ShouldHaveSingleItem();
        var attempts4 = (await Reads.AttemptsAsync([delivery.Id], default))[delivery.Id].ToList();
        attempts4.Select(one => (one.Status, one.Problem)).ShouldBe(
            [(503, WebhookProblem.Refused), (503, WebhookProblem.Refused), (503, WebhookProblem.Refused), (503, WebhookProblem.Refused), (204, null)]);
        (await Reads.FindAsync(webhook, default)).ShouldNotBeNull().FailingSince.ShouldBeNull();
    }

    [Fact]
    public async Task What_follows_waits_for_what_is_not_taken_and_another_program_does_not()
    {
        using var other = new Receiver();
        await ListenAsync(WebhookKinds.Opened);
        await ListenAtAsync(other.Address, WebhookKinds.Opened);
        _receiver.Answer = _ => Task.FromResult(500);
        await Platform.OpenAsync();
        await AttemptsAsync(2);
        await Platform.OpenAsync();
        await Platform.OpenAsync();

        (await other.UntilAsync(3)).Select(one => one.Json["position"]!.GetValue<long>()).ShouldBeInOrder();
        _receiver.All.ShouldHaveSingleItem("the second is not told before the first");

        _receiver.Answer = _ => Task.FromResult(204);
        _clock.Pass(TimeSpan.FromSeconds(6));
        (await _receiver.UntilAsync(4)).Skip(1).Select(one => one.Id).ShouldBe(other.All.Select(one => one.Id));
    }

    [Fact]
    public async Task A_receiver_that_takes_nothing_for_a_day_is_turned_off_and_the_administrator_sees_it_on_Today()
    {
        var (webhook, _) = await ListenAsync(WebhookKinds.Opened);
        _receiver.Answer = _ => Task.FromResult(500);
        var begun = _clock.GetUtcNow();
        await Platform.OpenAsync();
        for (var attempt = 1; attempt < DeliverWebhook.MostAttempts; attempt++)
        {
            await AttemptsAsync(attempt);
            (await StateAsync(webhook)).ShouldBe(WebhookState.Active);
            (await WorkAsync("webhooks.manage")).ShouldBe(attempt == 1 ? [] : [("WEBHOOK_FAILING", webhook)], "what may still mend itself troubles nobody");
            _clock.Pass(TimeSpan.FromHours(11));
        }

        await UntilAsync(async () => await StateAsync(webhook) == WebhookState.Disabled);
        (_clock.GetUtcNow() - begun).ShouldBeGreaterThan(TimeSpan.FromDays(1));
        (await Reads.FindAsync(webhook, default)).ShouldNotBeNull().Problem.ShouldBe(WebhookProblem.Refused);
        (await WorkAsync("webhooks.manage")).ShouldBe([("WEBHOOK_TURNED_OFF", webhook)]);
        (await WorkAsync("loops.read")).ShouldBeEmpty();
        (await Platform.ScalarAsync<long>("select count(*) from messaging.dead_letters")).ShouldBe(0);

        await Platform.OpenAsync(Story.Officer with { OccurredAt = _clock.GetUtcNow() });
        await Platform.CatchUpAsync();
        await HandledAsync();
        var sent = _receiver.All.Count;
        _receiver.Answer = _ => Task.FromResult(204);
        await Commands.ResumeAsync(new ResumeWebhook(webhook), Administrator, default);
        var told = await _receiver.UntilAsync(sent + 2);
        told[sent].Id.ShouldBe(told[0].Id, "nothing that waited is lost, and its order is kept");
        (await WorkAsync("webhooks.manage")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_receiver_that_says_it_is_gone_is_turned_off_at_once()
    {
        var (webhook, _) = await ListenAsync(WebhookKinds.Opened);
        _receiver.Answer = _ => Task.FromResult(410);

        await Platform.OpenAsync();

        await UntilAsync(async () => await StateAsync(webhook) == WebhookState.Disabled);
        (await Reads.FindAsync(webhook, default)).ShouldNotBeNull().Problem.ShouldBe(WebhookProblem.Gone);
        _receiver.All.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_worker_that_dies_after_it_has_sent_sends_again_with_the_same_id()
    {
        await ListenAsync(WebhookKinds.Opened);
        await using var elsewhere = NpgsqlDataSource.Create(ConnectionString);
        var cut = 0;
        _receiver.Answer = async _ =>
        {
            // It was taken, and before that is recorded every connection of the platform is gone.
            if (Interlocked.Exchange(ref cut, 1) == 0)
            {
                await using var command = elsewhere.CreateCommand(
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
                await command.ExecuteNonQueryAsync();
            }

            return 204;
        };

        await Platform.OpenAsync();
        await UntilAsync(() =>
        {
            _clock.Pass(TimeSpan.FromSeconds(6));
            return Task.FromResult(_receiver.All.Count >= 2);
        });

        _receiver.All.Select(one => one.Id).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task One_that_is_paused_is_told_afterwards_of_what_it_missed_without_waiting_for_an_old_failure()
    {
        var (webhook, _) = await ListenAsync(WebhookKinds.Opened);
        _receiver.Answer = _ => Task.FromResult(500);
        await Platform.OpenAsync();
        await AttemptsAsync(1);
        _clock.Pass(TimeSpan.FromSeconds(6));
        await AttemptsAsync(2);
        await Commands.PauseAsync(new PauseWebhook(webhook), Administrator, default);
        await Platform.OpenAsync();
        await Platform.CatchUpAsync();
        _receiver.Answer = _ => Task.FromResult(204);

        await Commands.ResumeAsync(new ResumeWebhook(webhook), Administrator, default);

        // The clock stands: the next attempt of the first would be in a minute.
        (await _receiver.UntilAsync(4)).Skip(2).Select(one => one.Json["position"]!.GetValue<long>()).ShouldBeInOrder();
        await DeliveredAsync(2);
        _clock.Pass(TimeSpan.FromHours(1));
        await HandledAsync();
        _receiver.All.Count.ShouldBe(4, "the old message has nothing to say any more");
    }

    [Fact]
    public async Task What_a_receiver_never_takes_can_be_given_up_so_that_the_rest_comes()
    {
        var (webhook, _) = await ListenAsync(WebhookKinds.Opened);
        _receiver.Answer = one => Task.FromResult(one.Id == _receiver.All[0].Id ? 400 : 204);
        await Platform.OpenAsync();
        await AttemptsAsync(1);
        await Platform.OpenAsync();
        await Platform.CatchUpAsync();
        var first = (await Reads.DeliveriesAsync(webhook, WebhookDeliveryState.Waiting, null, null, 10, default)).Items.Single(one => one.MessageId == _receiver.All[0].Id);

        await Commands.SkipAsync(new SkipWebhookDelivery(first.Id), Administrator, default);

        (await _receiver.UntilAsync(2))[1].Id.ShouldNotBe(first.MessageId);
        await DeliveredAsync(1);
        (await Reads.FindDeliveryAsync(first.Id, default)).ShouldNotBeNull().State.ShouldBe(WebhookDeliveryState.Skipped);
        (await Should.ThrowAsync<RuleRefusedException>(() => Commands.SkipAsync(new SkipWebhookDelivery(first.Id), Administrator, default))).Code.ShouldBe("DELIVERY_OVER");
    }

    [Fact]
    public async Task What_was_taken_can_be_sent_again_and_is_the_same_to_the_byte()
    {
        var (webhook, _) = await ListenAsync(WebhookKinds.Opened);
        await Platform.OpenAsync();
        await DeliveredAsync(1);
        var delivery = (await Reads.DeliveriesAsync(webhook, null, null, null, 10, default)).Items.ShouldHaveSingleItem();

        await Commands.RedeliverAsync(new RedeliverWebhook(delivery.Id), Administrator, default);

        var told = await _receiver.UntilAsync(2);
        (told[1].Id, told[1].Body).ShouldBe((told[0].Id, told[0].Body));
        await DeliveredAsync(1);
        await Commands.PauseAsync(new PauseWebhook(webhook), Administrator, default);
        (await Should.ThrowAsync<RuleRefusedException>(() => Commands.RedeliverAsync(new RedeliverWebhook(delivery.Id), Administrator, default))).Code.ShouldBe("WEBHOOK_OFF");
    }

    [Fact]
    public async Task A_test_tells_of_nothing_comes_also_while_it_is_off_and_is_not_tried_again()
    {
        var (webhook, secret) = await ListenAsync(WebhookKinds.Opened);
        await Commands.PauseAsync(new PauseWebhook(webhook), Administrator, default);
        _receiver.Answer = _ => Task.FromResult(500);

        await Commands.SendTestAsync(new SendWebhookTest(webhook), Administrator, default);

        var told = (await _receiver.UntilAsync(1)).ShouldHaveSingleItem();
        (told.Kind, told.Signature).ShouldBe(("webhook.test", SignatureOf(told, secret)));
        await UntilAsync(async () => (await Reads.DeliveriesAsync(webhook, WebhookDeliveryState.Failed, null, null, 10, default)).Items.Count == 1);
        await HandledAsync();
        (await StateAsync(webhook)).ShouldBe(WebhookState.Paused);
    }

    [Fact]
    public async Task What_was_sent_is_forgotten_after_thirty_days()
    {
        var (webhook, _) = await ListenAsync(WebhookKinds.Opened);
        await Platform.OpenAsync();
        await DeliveredAsync(1);

        _clock.Pass(TimeSpan.FromDays(29));
        await Platform.Get<WebhookUpkeep>().ForgetOldAsync(default);
        (await Reads.DeliveriesAsync(webhook, null, null, null, 10, default)).Items.Count.ShouldBe(1);

        _clock.Pass(TimeSpan.FromDays(2));
        await Platform.Get<WebhookUpkeep>().ForgetOldAsync(default);
        (await Reads.DeliveriesAsync(webhook, null, null, null, 10, default)).Items.ShouldBeEmpty();
        (await Platform.ScalarAsync<long>("select count(*) from engagement.webhook_attempts")).ShouldBe(0);
    }

    [Fact]
    public async Task One_that_is_deleted_is_told_of_nothing_more()
    {
        using var other = new Receiver();
        var (webhook, _) = await ListenAsync(WebhookKinds.Opened);
        await ListenAtAsync(other.Address, WebhookKinds.Opened);

        await Commands.DeleteAsync(new DeleteWebhook(webhook), Administrator, default);
        await Platform.OpenAsync();
        await other.UntilAsync(1);

        _receiver.All.ShouldBeEmpty();
        await Should.ThrowAsync<ThingNotFoundException>(() => Commands.PauseAsync(new PauseWebhook(webhook), Administrator, default));
    }

    [Theory]
    [InlineData("", "https://receiver.example.test/", "consultation.opened", "NAME_MISSING", "name")]
    [InlineData("A", "http://receiver.example.test/", "consultation.opened", "URL_INVALID", "address")]
    [InlineData("A", "http://localhost:8080/", "consultation.opened", "URL_INVALID", "address")]
    [InlineData("A", "file:///etc/passwd", "consultation.opened", "URL_INVALID", "address")]
    [InlineData("A", "https://me:secret@receiver.example.test/", "consultation.opened", "URL_INVALID", "address")]
    [InlineData("A", "https://localhost/", "consultation.opened", "ADDRESS_NOT_ALLOWED", "address")]
    [InlineData("A", "https://[::ffff:10.0.0.1]/", "consultation.opened", "ADDRESS_NOT_ALLOWED", "address")]
    [InlineData("A", "https://2130706433/", "consultation.opened", "ADDRESS_NOT_ALLOWED", "address")]
    [InlineData("A", "https://receiver.example.test/", "view_captured", "KIND_UNKNOWN", "kinds")]
    public void What_cannot_be_is_refused_as_it_is_set_up(string name, string address, string kind, string code, string field)
    {
        var refused = CreateWebhook.Check(new CreateWebhook(name, address, [kind]), new WebhookOptions()).ShouldNotBeNull();

        (refused.Code, refused.Field).ShouldBe((code, field));
    }

    [Fact]
    public void Who_develops_a_receiver_has_it_on_their_own_machine_and_elsewhere_the_refusal_names_the_setting()
    {
        var here = new WebhookOptions { AllowThisMachine = true };
        Check("http://localhost:8080/", here).ShouldBeNull();
        Check("https://127.0.0.1/", here).ShouldBeNull();
        Check("http://receiver.example.test/", here)!.Code.ShouldBe("URL_INVALID", "on this machine only");
        Check("https://10.0.0.1/", here)!.Code.ShouldBe("ADDRESS_NOT_ALLOWED");

        Check("http://localhost:8080/", new WebhookOptions())!.Message.ShouldEndWith("with the setting Webhooks:AllowHttp");
        Check("https://localhost/", new WebhookOptions())!.Message.ShouldEndWith("with the setting Webhooks:AllowPrivateAddresses");

        static Refusal? Check(string address, WebhookOptions options) => CreateWebhook.Check(new CreateWebhook("A", address, [WebhookKinds.Opened]), options);
    }

    [Fact]
    public async Task What_happened_since_a_day_is_sent_again_in_its_order()
    {
        var (webhook, _) = await ListenAsync(WebhookKinds.Opened);
        for (var i = 0; i < 3; i++)
            await Platform.OpenAsync();
        await DeliveredAsync(3);
        var told = _receiver.All;
        var skipped = (await Reads.DeliveriesAsync(webhook, null, null, null, 10, default)).Items.Single(one => one.MessageId == told[1].Id);
        await Platform.ScalarAsync<int>($"update engagement.webhook_deliveries set state = 'Skipped' where id = '{skipped.Id}' returning 1");
        var since = _clock.GetUtcNow().AddDays(-1);

        (await Commands.RedeliverSinceAsync(new RedeliverWebhookSince(webhook, since, TakenToo: false), Administrator, default)).ShouldBe(1);
        (await _receiver.UntilAsync(4))[3].Id.ShouldBe(told[1].Id, "what was given up");
        await DeliveredAsync(3);
        (await Commands.RedeliverSinceAsync(new RedeliverWebhookSince(webhook, since, TakenToo: true), Administrator, default)).ShouldBe(3);
        (await _receiver.UntilAsync(7)).Skip(4).Select(one => one.Id).ShouldBe(told.Select(one => one.Id));
        await DeliveredAsync(3);

        var nothing = await Should.ThrowAsync<RuleRefusedException>(
            () => Commands.RedeliverSinceAsync(new RedeliverWebhookSince(webhook, _clock.GetUtcNow().AddDays(1), TakenToo: true), Administrator, default));
        (nothing.Code, nothing.Refusal.Field).ShouldBe(("DELIVERIES_NONE", "since"));
    }

    [Fact]
    public async Task What_waits_says_when_it_is_tried_again()
    {
        var (webhook, _) = await ListenAsync(WebhookKinds.Opened);
        _receiver.Answer = _ => Task.FromResult(503);
        await Platform.OpenAsync();
        await AttemptsAsync(1);

        var next = (await Reads.DeliveriesAsync(webhook, null, WebhookKinds.Opened, null, 10, default)).Items.ShouldHaveSingleItem().NextTryAt.ShouldNotBeNull();

        (next - _clock.GetUtcNow()).ShouldBeInRange(TimeSpan.FromSeconds(4.5), TimeSpan.FromSeconds(5.5));
        (await Reads.DeliveriesAsync(webhook, null, WebhookKinds.Closed, null, 10, default)).Items.ShouldBeEmpty();
        await Commands.PauseAsync(new PauseWebhook(webhook), Administrator, default);
        (await Reads.DeliveriesAsync(webhook, null, null, null, 10, default)).Items.ShouldHaveSingleItem().NextTryAt.ShouldBeNull();
    }

    [Fact]
    public async Task What_workers_die_with_is_tried_again_and_again_and_at_last_the_webhook_is_turned_off_with_nothing_lost()
    {
        var (webhook, _) = await ListenAsync(WebhookKinds.Opened);
        _receiver.Answer = _ => Task.FromResult(503);
        await Platform.OpenAsync();
        await AttemptsAsync(1);

        // After the first it is tried at once. Four are more than any other message has.
        await DieAsync(1);
        await AttemptsAsync(2);
        for (var death = 2; death <= 4; death++)
            await DieAsync(death);
        (await Platform.ScalarAsync<long>("select count(*) from messaging.dead_letters")).ShouldBe(0);
        (await StateAsync(webhook)).ShouldBe(WebhookState.Active);
        _receiver.Answer = _ => Task.FromResult(204);
        _clock.Pass(TimeSpan.FromMinutes(31));
        await DeliveredAsync(1);

        _receiver.Answer = _ => Task.FromResult(503);
        await Platform.OpenAsync(Story.Officer with { OccurredAt = _clock.GetUtcNow() });
        await AttemptsAsync(4);
        await DieAsync(1);
        await AttemptsAsync(5);
        for (var death = 2; death <= DeliverWebhook.MostInterruptions; death++)
            await DieAsync(death);
        var sent = _receiver.All.Count;
        _clock.Pass(TimeSpan.FromHours(12));
        await UntilAsync(async () => await StateAsync(webhook) == WebhookState.Disabled);
        (await Reads.FindAsync(webhook, default)).ShouldNotBeNull().Problem.ShouldBe(WebhookProblem.Interrupted);
        (await WorkAsync("webhooks.manage")).ShouldBe([("WEBHOOK_TURNED_OFF", webhook)]);
        _receiver.All.Count.ShouldBe(sent);
        (await Platform.ScalarAsync<long>("select count(*) from messaging.dead_letters")).ShouldBe(0);

        _receiver.Answer = _ => Task.FromResult(204);
        await Commands.ResumeAsync(new ResumeWebhook(webhook), Administrator, default);
        await DeliveredAsync(2);

        // In hand of a node that is none any more: what a process leaves that was killed.
        async Task DieAsync(int death)
        {
            await Platform.ScalarAsync<int>("update messaging.envelopes set owner_id = gen_random_uuid() where queue = 'webhooks' returning 1");
            await CountAsync($"select count(*) from messaging.envelopes where queue = 'webhooks' and owner_id is null and interruptions = {death}", 1);
        }
    }

    [Fact]
    public async Task One_program_has_ten_at_most()
    {
        var own = new CreateWebhook("Mine", _receiver.Address, [WebhookKinds.Opened]) { OwnerId = Guid.NewGuid() };
        for (var i = 0; i < CreateWebhook.MostOfOne; i++)
            await Commands.CreateAsync(own, Administrator, default);

        (await Should.ThrowAsync<RuleRefusedException>(() => Commands.CreateAsync(own, Administrator, default))).Code.ShouldBe("WEBHOOKS_TOO_MANY");
        await Commands.CreateAsync(own with { OwnerId = Guid.NewGuid() }, Administrator, default);
    }

    [Fact]
    public async Task The_example_for_developers_takes_what_is_signed_and_refuses_what_is_not()
    {
        await RestartAsync(runsInBackground: true, TimeProvider.System, Configure);
        var port = Receiver.FreePort();
        var (webhook, secret) = await Commands.CreateAsync(
            new CreateWebhook("The example", $"http://127.0.0.1:{port}/", [WebhookKinds.Opened]), Administrator, default);
        using var example = Process.Start(new ProcessStartInfo("node", ["receive.mjs", $"{port}"])
        {
            WorkingDirectory = Path.Combine(Repository.Folder, "examples", "webhooks"),
            Environment = { ["WEBHOOK_SECRET"] = secret },
            RedirectStandardOutput = true,
        }).ShouldNotBeNull();
        try
        {
            (await LineAsync()).ShouldBe($"listening on {port}");
            await Commands.SendTestAsync(new SendWebhookTest(webhook), Administrator, default);
            (await LineAsync()).ShouldBe("webhook.test https://engagement.example.test/");
            (await LineAsync()).ShouldBe("refused: not from the platform", "it has passed the test");
            await UntilAsync(async () => await StateAsync(webhook) == WebhookState.Active);
            await Platform.OpenAsync();
            (await LineAsync()).ShouldStartWith("consultation.opened https://engagement.example.test/consultations/");

            await Commands.RotateSecretAsync(new RotateWebhookSecret(webhook), Administrator, default);
            await Commands.SendTestAsync(new SendWebhookTest(webhook), Administrator, default);
            (await LineAsync()).ShouldBe("webhook.test https://engagement.example.test/", "the old secret still signs");

            using var forger = new HttpClient();
            using var forged = new HttpRequestMessage(HttpMethod.Post, $"http://127.0.0.1:{port}/") { Content = new StringContent("{}") };
            forged.Headers.Add("webhook-id", "evt_1");
            forged.Headers.Add("webhook-timestamp", DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
            forged.Headers.Add("webhook-signature", $"v1,{Convert.ToBase64String(new byte[32])}");
            (await forger.SendAsync(forged)).StatusCode.ShouldBe(System.Net.HttpStatusCode.Unauthorized);
        }
        finally
        {
            example.Kill();
        }

        async Task<string?> LineAsync() => await example.StandardOutput.ReadLineAsync(new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token);
    }

    [Fact]
    public async Task The_check_for_developers_takes_what_is_signed_also_by_the_secret_before_and_nothing_that_was_changed_or_is_old()
    {
        var (webhook, old) = await ListenAsync(WebhookKinds.Opened);
        var secret = await Commands.RotateSecretAsync(new RotateWebhookSecret(webhook), Administrator, default);
        await Platform.OpenAsync();
        var told = (await _receiver.UntilAsync(1))[0];
        var now = DateTimeOffset.FromUnixTimeSeconds(long.Parse(told.Timestamp, CultureInfo.InvariantCulture));

        Takes().ShouldBeTrue();
        Takes(with: old).ShouldBeTrue("the old secret still signs");
        Takes(with: $"whsec_{Convert.ToBase64String(new byte[32])}").ShouldBeFalse();
        Takes(after: 300).ShouldBeTrue();
        Takes(after: 301).ShouldBeFalse();
        Takes(after: -301).ShouldBeFalse();
        Takes(told with { Body = told.Body + " " }).ShouldBeFalse();
        Takes(told with { Id = "evt_1" }).ShouldBeFalse();
        Takes(told with { Timestamp = $"{now.ToUnixTimeSeconds() + 1}" }).ShouldBeFalse();
        Takes(told with { Timestamp = "today" }).ShouldBeFalse();
        Takes(told with { Signature = "v1, v1a,x" }).ShouldBeFalse();

        bool Takes(Received? changed = null, string? with = null, int after = 0)
        {
            var one = changed ?? told;
            return MyProgram.WebhookSignature.IsGenuine(with ?? secret, one.Id, one.Timestamp, one.Signature, Encoding.UTF8.GetBytes(one.Body), now.AddSeconds(after));
        }
    }

    private static string SignatureOf(Received told, string secret)
    {
        var key = Convert.FromBase64String(secret[WebhookSecrets.Prefix.Length..]);
        return $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{told.Id}.{told.Timestamp}.{told.Body}")))}";
    }

    protected override TimeProvider Clock => _clock;

    protected override void Configure(EngagementOptions options, IServiceCollection services) => services
        .AddSingleton<ISiteAddress, TestSite>()
        .AddSingleton(new WebhookOptions { AllowPrivateAddresses = true, AllowHttp = true });

    private Task<(Guid Id, string Secret)> ListenAsync(params string[] kinds) => ListenAtAsync(_receiver.Address, kinds);

    // As if it had taken a test: what that needs is in WhenAWebhookIsOn.
    private async Task<(Guid Id, string Secret)> ListenAtAsync(string address, params string[] kinds)
    {
        var made = await Commands.CreateAsync(new CreateWebhook("The council’s dashboard", address, kinds), Administrator, default);
        await Platform.ScalarAsync<int>($"update engagement.webhooks set state = 'Active' where id = '{made.Id}' returning 1");
        return made;
    }

    private async Task<WebhookState> StateAsync(Guid webhook) => (await Reads.FindAsync(webhook, default)).ShouldNotBeNull().State;

    private async Task<IEnumerable<(string Kind, Guid Id)>> WorkAsync(string permission) =>
        (await Platform.Workbench.ListAsync(new WorkQuery(new WorkAsker(new HashSet<string> { permission }), Story.Today), null, 10, default))
        .Items.Select(item => (item.Kind, item.Id));

    // An attempt is told of before its message has the time of the next: until then the clock has to stand.
    private async Task AttemptsAsync(int count)
    {
        await CountAsync("select count(*) from engagement.webhook_attempts", count);
        await CountAsync("select count(*) from messaging.envelopes where queue = 'webhooks' and owner_id is not null", 0);
    }

    private Task DeliveredAsync(int count) => CountAsync("select count(*) from engagement.webhook_deliveries where state = 'Delivered'", count);

    private Task HandledAsync() => CountAsync("select count(*) from messaging.envelopes where queue = 'webhooks'", 0);

    private Task CountAsync(string sql, int count) => UntilAsync(async () => await Platform.ScalarAsync<long>(sql) == count);

    private static async Task UntilAsync(Func<Task<bool>> isReached)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await isReached())
            await Task.Delay(20, deadline.Token);
    }
}
