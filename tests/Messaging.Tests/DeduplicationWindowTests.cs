using Messaging.Runtime;
using Messaging.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Messaging.Tests;

/// <summary>For how long a deduplication id is remembered, and how it is forgotten.</summary>
public sealed class DeduplicationWindowTests : MessagingTest
{
    public sealed record Count(string Quarter);

    internal sealed class CountHandler
    {
        public static Task Handle(Count count, MessageContext context) => context.WriteAsync(count.Quarter);
    }

    private readonly SettableClock _clock = new(new DateTimeOffset(2030, 1, 1, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task It_is_remembered_while_its_message_waits_and_for_the_window_after_its_time()
    {
        var host = await StartHostAsync(options => options.Handlers.Add<CountHandler>(), services => services.AddSingleton<TimeProvider>(_clock));
        var atTheEnd = new DeliveryOptions { ScheduledTime = _clock.GetUtcNow().AddDays(90), DeduplicationId = "the quarter" };

        await SendAsync(host, new Count("first"), atTheEnd);
        _clock.Advance(TimeSpan.FromDays(80));
        await SendAsync(host, new Count("while it waits"), atTheEnd);
        (await WaitingAsync()).ShouldBe(1);

        _clock.Advance(TimeSpan.FromDays(16));
        await NothingIsWaitingAsync();
        await SendAsync(host, new Count("within the window"), new DeliveryOptions { DeduplicationId = "the quarter" });
        await NothingIsWaitingAsync();
        (await EffectsAsync()).ShouldBe(["first"]);

        _clock.Advance(TimeSpan.FromDays(1));
        await SendAsync(host, new Count("after it"), new DeliveryOptions { DeduplicationId = "the quarter" });
        await NothingIsWaitingAsync();
        (await EffectsAsync()).ShouldBe(["after it", "first"]);
    }

    [Fact]
    public async Task The_forgotten_are_cleaned_away_however_many_and_without_waiting_for_one_that_is_being_sent_anew()
    {
        await ExecuteAsync("INSERT INTO messaging.deduplications SELECT i::text, '2029-12-31' FROM generate_series(1, 12000) i; INSERT INTO messaging.deduplications VALUES ('current', '2030-01-02')");
        await using var connection = await Database.OpenConnectionAsync();
        await using var sending = await connection.BeginTransactionAsync();
        await using (var again = new NpgsqlCommand("UPDATE messaging.deduplications SET expires_at = '2030-01-08' WHERE deduplication_id = '7'", connection, sending))
            await again.ExecuteNonQueryAsync();

        var cleaner = new DeduplicationCleaner(Database, new EnvelopeStatements("messaging", new FailureText(_ => true)), new MessagingClock(_clock), NullLogger.Instance);
        await cleaner.CleanAsync(default).WaitAsync(TimeSpan.FromSeconds(10));
        await sending.CommitAsync();

        (await ScalarAsync<string[]>("SELECT array_agg(deduplication_id ORDER BY deduplication_id) FROM messaging.deduplications")).ShouldBe(["7", "current"]);
    }
}
