using System.Text;
using Engagement.Common;
using Engagement.SignIn;
using Engagement.Tests.Integration;
using Engagement.Tests.Notifications;
using Engagement.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Webhooks;

/// <summary>A new webhook is told of nothing until its program has shown, with a test, that it is there, that it knows the secret, and that it looks.</summary>
public sealed class WhenAWebhookIsOn : PlatformTest, IDisposable
{
    private static readonly CommandContext Administrator = new("administrator", ActorId: Guid.Parse("0192d5e4-7b00-7c01-8d02-9e03af04b007"));

    private readonly HandClock _clock = new(Story.NoonDaysAgo(0));
    private readonly Receiver _receiver = new();

    private WebhookCommands Commands => Platform.Get<WebhookCommands>();

    private WebhookReads Reads => Platform.Get<WebhookReads>();

    public void Dispose() => _receiver.Dispose();

    [Fact]
    public async Task Once_its_program_has_taken_a_test_and_refused_a_forged_one_and_then_it_is_told_of_what_waited()
    {
        var webhook = await SetUpAsync();
        await Platform.OpenAsync();
        await Platform.OpenAsync();
        await Platform.CatchUpAsync();
        await HandledAsync();
        _receiver.All.ShouldBeEmpty();
        foreach (var early in new[] { Commands.ResumeAsync(new ResumeWebhook(webhook), Administrator, default), Commands.PauseAsync(new PauseWebhook(webhook), Administrator, default) })
            (await Should.ThrowAsync<RuleRefusedException>(() => early)).Code.ShouldBe("WEBHOOK_UNCONFIRMED");

        await Commands.SendTestAsync(new SendWebhookTest(webhook), Administrator, default);

        var told = await _receiver.UntilAsync(3);
        told.Select(one => one.Kind).ShouldBe(["webhook.test", "consultation.opened", "consultation.opened"]);
        told.Skip(1).Select(one => one.Json["position"]!.GetValue<long>()).ShouldBeInOrder();
        _receiver.Forged.ShouldBe(1);
        (await StateAsync(webhook)).ShouldBe(WebhookState.Active);
    }

    [Fact]
    public async Task Not_where_whoever_answers_takes_anything()
    {
        var webhook = await SetUpAsync();
        _receiver.Secret = null;

        (await TestAsync(webhook)).ShouldBe(WebhookDeliveryState.Failed);

        (await StateAsync(webhook)).ShouldBe(WebhookState.Unconfirmed);
        (await AttemptsOfTestAsync(webhook)).Select(one => (one.Status, one.Problem)).ShouldBe([(204, null), (204, WebhookProblem.SignatureNotChecked)]);
    }

    [Fact]
    public async Task Not_where_it_has_another_secret()
    {
        var webhook = await SetUpAsync();
        _receiver.Secret = "whsec_" + Convert.ToBase64String(new byte[32]);

        (await TestAsync(webhook)).ShouldBe(WebhookDeliveryState.Failed);

        (await StateAsync(webhook)).ShouldBe(WebhookState.Unconfirmed);
        (await AttemptsOfTestAsync(webhook)).ShouldHaveSingleItem().Status.ShouldBe(401);
    }

    [Fact]
    public async Task At_a_new_address_it_has_to_be_shown_again_and_a_test_of_the_old_one_shows_nothing()
    {
        using var other = new Receiver { Secret = "whsec_" + Convert.ToBase64String(new byte[32]) };
        var webhook = await SetUpAsync();
        await TestAsync(webhook);
        (await StateAsync(webhook)).ShouldBe(WebhookState.Active);
        await Commands.ChangeAsync(new ChangeWebhook(webhook, "Its name only", _receiver.Address, [WebhookKinds.Opened]), Administrator, default);
        (await StateAsync(webhook)).ShouldBe(WebhookState.Active);

        await Commands.ChangeAsync(new ChangeWebhook(webhook, "Elsewhere", other.Address, [WebhookKinds.Opened]), Administrator, default);
        (await StateAsync(webhook)).ShouldBe(WebhookState.Unconfirmed);

        // Back at its address, and elsewhere again while the test is on its way.
        await Commands.ChangeAsync(new ChangeWebhook(webhook, "Back", _receiver.Address, [WebhookKinds.Opened]), Administrator, default);
        _receiver.Answer = async _ =>
        {
            await Commands.ChangeAsync(new ChangeWebhook(webhook, "Elsewhere", other.Address, [WebhookKinds.Opened]), Administrator, default);
            return 204;
        };
        (await TestAsync(webhook)).ShouldBe(WebhookDeliveryState.Delivered);
        (await StateAsync(webhook)).ShouldBe(WebhookState.Unconfirmed);
    }

    [Fact]
    public async Task An_address_that_never_asked_is_not_bothered_by_many_tests()
    {
        var webhook = await SetUpAsync();
        _receiver.Answer = _ => Task.FromResult(404);
        for (var i = 0; i < SendWebhookTest.MostInAnHour; i++)
            await TestAsync(webhook);

        (await Should.ThrowAsync<RuleRefusedException>(() => TestAsync(webhook))).Code.ShouldBe("TESTS_TOO_MANY");
        _clock.Pass(TimeSpan.FromHours(1));
        (await TestAsync(webhook)).ShouldBe(WebhookDeliveryState.Failed);
    }

    [Fact]
    public async Task How_an_answer_begins_is_kept_where_it_is_text()
    {
        var webhook = await SetUpAsync();
        _receiver.Answer = _ => Task.FromResult(500);
        _receiver.Text = (Encoding.UTF8.GetBytes($"Out of order: the\0database 😀 {new string('x', 2_000)}"), "text/plain");

        await TestAsync(webhook);

        var attempt = (await AttemptsOfTestAsync(webhook)).ShouldHaveSingleItem();
        var answer = attempt.Answer.ShouldNotBeNull();
        answer.ShouldStartWith("Out of order: the database 😀 xxx");
        answer.Length.ShouldBe(500);
        attempt.Milliseconds.ShouldBeInRange(0, 10_000);

        _receiver.Text = ([0xff, 0xd8, 0xff], "image/jpeg");
        await TestAsync(webhook);
        (await AttemptsOfTestAsync(webhook)).ShouldHaveSingleItem().Answer.ShouldBeNull();
    }

    [Theory]
    [InlineData("https://dashboard.example.test/take?secret=1#there", "https://dashboard.example.test/take")]
    [InlineData("https://anna:word@dashboard.example.test:8443/", "https://dashboard.example.test:8443/")]
    [InlineData("http://xn--8ca.example.test/<script>", "http://xn--8ca.example.test/%3Cscript%3E")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("http://", null)]
    public async Task Where_a_redirect_leads_is_kept_without_what_may_be_secret(string location, string? kept)
    {
        var webhook = await SetUpAsync();
        (_receiver.Answer, _receiver.Location) = (_ => Task.FromResult(307), location);

        await TestAsync(webhook);

        var attempt = (await AttemptsOfTestAsync(webhook)).ShouldHaveSingleItem();
        attempt.Problem.ShouldBe(WebhookProblem.Redirected);
        attempt.RedirectedTo.ShouldBe(kept);
    }

    [Fact]
    public async Task Where_a_redirect_leads_may_be_near_and_is_cut_off_where_it_is_long()
    {
        var webhook = await SetUpAsync();
        (_receiver.Answer, _receiver.Location) = (_ => Task.FromResult(302), $"/{new string('x', 1_000)}");

        await TestAsync(webhook);

        var shown = (await AttemptsOfTestAsync(webhook)).ShouldHaveSingleItem().RedirectedTo.ShouldNotBeNull();
        shown.ShouldStartWith($"{new Uri(_receiver.Address).GetLeftPart(UriPartial.Authority)}/xxx");
        (shown.Length, shown[^1]).ShouldBe((201, '…'));
    }

    [Fact]
    public async Task A_message_for_it_that_could_not_be_handled_is_known_by_its_webhook()
    {
        var webhook = await SetUpAsync();
        (await Reads.FindAsync(webhook, default))!.DeadLetterId.ShouldBeNull();
        var letter = Guid.CreateVersion7();
        await Platform.ScalarAsync<int>(
            $$"""
            insert into messaging.dead_letters (id, queue, message_type, body, attempts, sent_at, failed_at, partition_key, exception_type, exception_message, exception_detail)
            values ('{{letter}}', 'webhooks', 'deliver_webhook', '[]', 1, now(), now(), '{{DeliverWebhook.InOrder(webhook, 1).PartitionKey}}', 'e', 'm', 'd') returning 1
            """);

        (await Reads.FindAsync(webhook, default))!.DeadLetterId.ShouldBe(letter);

        await Platform.ScalarAsync<int>($"update engagement.webhooks set round = 2 where id = '{webhook}' returning 1");
        (await Reads.FindAsync(webhook, default))!.DeadLetterId.ShouldBeNull("it has begun anew, and what waits was sent off again");
    }

    [Fact]
    public async Task Where_the_platform_may_ask_inside_no_answer_is_kept()
    {
        var webhook = await SetUpAsync(new WebhookOptions { AllowPrivateAddresses = true, AllowHttp = true });
        _receiver.Answer = _ => Task.FromResult(500);
        _receiver.Text = ("The inside"u8.ToArray(), "text/plain");

        await TestAsync(webhook);

        (await AttemptsOfTestAsync(webhook)).ShouldHaveSingleItem().Answer.ShouldBeNull();

        (_receiver.Answer, _receiver.Location) = (_ => Task.FromResult(307), "https://inside.example.test/admin");
        await TestAsync(webhook);
        (await AttemptsOfTestAsync(webhook)).ShouldHaveSingleItem().RedirectedTo.ShouldBeNull();
    }

    private async Task<Guid> SetUpAsync(WebhookOptions? options = null)
    {
        await RestartAsync(runsInBackground: true, _clock, (_, services) => services
            .AddSingleton<ISiteAddress, TestSite>()
            .AddSingleton(options ?? new WebhookOptions { AllowThisMachine = true }));
        var (id, secret) = await Commands.CreateAsync(new CreateWebhook("The dashboard", _receiver.Address, [WebhookKinds.Opened]), Administrator, default);
        _receiver.Secret = secret;
        return id;
    }

    /// <summary>Sends a test, and says what became of it.</summary>
    private async Task<WebhookDeliveryState> TestAsync(Guid webhook)
    {
        await Commands.SendTestAsync(new SendWebhookTest(webhook), Administrator, default);
        WebhookDelivery? test = null;
        await UntilAsync(async () => (test = (await Reads.LastTestsAsync([webhook], default))[0]).State != WebhookDeliveryState.Waiting);
        // Two tests of the same moment have no order.
        _clock.Pass(TimeSpan.FromSeconds(1));
        return test!.State;
    }

    private async Task<IReadOnlyList<WebhookAttempt>> AttemptsOfTestAsync(Guid webhook)
    {
        var test = (await Reads.LastTestsAsync([webhook], default))[0];
        return [.. (await Reads.AttemptsAsync([test.Id], default))[test.Id]];
    }

    private async Task<WebhookState> StateAsync(Guid webhook) => (await Reads.FindAsync(webhook, default)).ShouldNotBeNull().State;

    private Task HandledAsync() => UntilAsync(async () => await Platform.ScalarAsync<long>("select count(*) from messaging.envelopes where queue = 'webhooks'") == 0);

    private static async Task UntilAsync(Func<Task<bool>> isReached)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await isReached())
            await Task.Delay(20, deadline.Token);
    }
}
