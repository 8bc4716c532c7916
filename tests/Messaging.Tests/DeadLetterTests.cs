using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Messaging.Tests;

public sealed class DeadLetterTests : MessagingTest
{
    public sealed record Payment(string Payer, int Amount);

    internal sealed class PaymentHandler
    {
        public static async Task Handle(Payment payment, MessageContext context)
        {
            if (payment.Amount <= 0)
                throw new ArgumentException($"{payment.Payer} cannot pay {payment.Amount}.");
            await context.WriteAsync($"{payment.Payer} pays {payment.Amount}");
        }
    }

    private IHost _host = null!;

    private DeadLetters Letters => _host.Services.GetRequiredService<DeadLetters>();

    [Fact]
    public async Task One_that_is_put_right_and_replayed_is_handled_with_the_identity_and_key_it_had()
    {
        await FailAsync(new Payment("Ann", 0), new DeliveryOptions { PartitionKey = "Ann", TenantId = "kent", CorrelationId = "tuesday" });
        var letter = (await Letters.ListAsync()).Single();
        letter.ShouldSatisfyAllConditions(
            one => one.ExceptionType.ShouldBe(typeof(ArgumentException).FullName),
            one => one.ExceptionMessage.ShouldBe("Ann cannot pay 0."),
            one => one.ExceptionDetail.ShouldContain(nameof(PaymentHandler)),
            one => (one.Attempts, one.PartitionKey, one.TenantId, one.CorrelationId).ShouldBe((1, "Ann", "kent", "tuesday")));

        (await Letters.EditAsync(letter.Id, """{"Payer":"Ann","Amount":7}""")).ShouldBeTrue();
        await StopWorkingAsync();
        (await Letters.ReplayAsync(letter.Id)).ShouldBeTrue();

        var waiting = (await _host.Services.GetRequiredService<MessageQueues>().FindAsync(letter.Id)).ShouldNotBeNull().Envelope;
        (waiting.PartitionKey, waiting.TenantId, waiting.CorrelationId, waiting.Attempts, waiting.SentAt).ShouldBe(("Ann", "kent", "tuesday", 0, letter.SentAt));
        await StartAsync();
        await NothingIsWaitingAsync();
        (await EffectsAsync()).ShouldBe(["Ann pays 7"]);
        (await BuriedAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("""{"Payer":"Ann","Amount":"seven"}""")]
    [InlineData("null")]
    public async Task A_body_that_could_not_be_handled_is_refused(string body)
    {
        await FailAsync(new Payment("Ann", 0));
        var letter = (await Letters.ListAsync()).Single();

        (await Should.ThrowAsync<MessageBodyUnreadableException>(() => Letters.EditAsync(letter.Id, body))).Code.ShouldBe("MESSAGING_BODY_UNREADABLE");

        (await Letters.FindAsync(letter.Id)).ShouldBe(letter);
    }

    [Fact]
    public async Task They_are_listed_newest_first_in_pages_counted_replayed_and_purged_by_what_they_have_in_common()
    {
        for (var i = 1; i <= 5; i++)
            await FailAsync(new Payment($"payer {i}", -i), new DeliveryOptions { TenantId = i <= 2 ? "kent" : "surrey" });

        var first = await Letters.ListAsync(limit: 2);
        var second = await Letters.ListAsync(limit: 10, after: (first[^1].FailedAt, first[^1].Id));
        first.Concat(second).Select(letter => letter.ExceptionMessage).ShouldBe(Enumerable.Range(1, 5).Reverse().Select(i => $"payer {i} cannot pay {-i}."));
        (await Letters.CountAsync(new DeadLetterFilter { TenantId = "kent" })).ShouldBe(2);
        (await Letters.CountAsync(new DeadLetterFilter { Queue = "other" })).ShouldBe(0);
        (await Letters.CountAsync(new DeadLetterFilter { MessageType = typeof(Payment).FullName, ExceptionType = typeof(ArgumentException).FullName })).ShouldBe(5);
        (await Letters.ListAsync(new DeadLetterFilter { Containing = "PAYER 3" })).ShouldHaveSingleItem().ExceptionMessage.ShouldBe("payer 3 cannot pay -3.");
        (await Letters.CountAsync(new DeadLetterFilter { Containing = $"{first[0].Id}" })).ShouldBe(1);
        (await Letters.CountAsync(new DeadLetterFilter { Containing = "%" })).ShouldBe(0);
        (await Letters.CountTypesAsync()).ShouldBe(new Dictionary<string, long> { [typeof(Payment).FullName!] = 5 });

        (await Letters.PurgeAllAsync(new DeadLetterFilter { FailedBefore = first[^1].FailedAt })).ShouldBe(3);
        (await Letters.PurgeAsync(first[0].Id)).ShouldBeTrue();
        (await Letters.PurgeAsync(first[0].Id)).ShouldBeFalse();
        await StopWorkingAsync();
        (await Letters.ReplayAllAsync()).ShouldBe(1);
        (await WaitingAsync()).ShouldBe(1);
        (await BuriedAsync()).ShouldBe(0);
        (await Letters.FindAsync(first[1].Id)).ShouldBeNull();
        (await Letters.ReplayAsync(first[1].Id)).ShouldBeFalse();
        (await Letters.EditAsync(first[1].Id, "{}")).ShouldBeFalse();
    }

    [Fact]
    public async Task Health_names_them_and_messages_that_nobody_handles_and_nothing_else()
    {
        await StartAsync();
        var health = _host.Services.GetRequiredService<MessagingHealth>();
        (await health.FindTroublesAsync()).ShouldBeEmpty();

        await FailAsync(new Payment("Ann", 0));
        (await health.FindTroublesAsync()).ShouldBe(["There are messages among the dead letters."]);
        await Letters.PurgeAllAsync();

        await StopWorkingAsync();
        await ExecuteAsync("""
            INSERT INTO messaging.envelopes (id, queue, message_type, body, sent_at, due_at)
            VALUES (gen_random_uuid(), 'default', 't', '{}', now() - interval '1 hour', now() - interval '2 minutes'), (gen_random_uuid(), 'default', 't', '{}', now(), now() + interval '1 day')
            """);
        (await health.FindTroublesAsync()).ShouldHaveSingleItem().ShouldStartWith("A message in the queue default has been due for 12");
        (await _host.Services.GetRequiredService<MessageQueues>().ListQueuesAsync()).Single()
            .ShouldSatisfyAllConditions(queue => (queue.Due, queue.Scheduled, queue.InHand, queue.DeadLetters).ShouldBe((1, 1, 0, 0)), queue => queue.OldestDue!.Value.TotalSeconds.ShouldBeInRange(120, 125));
    }

    private async Task StartAsync() => _host = await StartHostAsync(Options);

    /// <summary>From now on messages stay where they are.</summary>
    private async Task StopWorkingAsync()
    {
        await _host.StopAsync();
        _host = await StartHostAsync(options => { Options(options); options.RunWorker = false; });
    }

    private static void Options(MessagingOptions options)
    {
        options.Handlers.Add<PaymentHandler>();
        options.Policies.OnAnyException().MoveToDeadLetters();
    }

    private async Task FailAsync(Payment payment, DeliveryOptions? options = null)
    {
        if (_host is null)
            await StartAsync();
        await SendAsync(_host!, payment, options);
        await NothingIsWaitingAsync();
    }
}
