using System.Globalization;
using System.Text.Json.Nodes;
using Engagement.Api.Authorization;
using GraphQL.Data;
using Npgsql;
using Tests.Shared.Hosting;

namespace Engagement.Host.Tests;

/// <summary>Administrators see what the platform could not do, and put it right; what they did is in the access log.</summary>
public sealed class DeadLettersThroughTheApi(PlatformsOfAClass platforms) : IClassFixture<PlatformsOfAClass>, IAsyncLifetime
{
    private const string List = "query($queue: String, $type: String, $search: String, $first: Int, $after: String) { deadLetters(queue: $queue, type: $type, search: $search, first: $first, after: $after) { totalCount nodes { id type } pageInfo { endCursor hasNextPage } } }";

    private static readonly DeadLetterGiven Mail = new("mail", "Engagement.SignIn.SendSignInLink", $$"""{"LinkId":"{{Guid.NewGuid()}}"}""");
    private static readonly DeadLetterGiven Wave = new("default", "close_wave", """{"WaveId":"no id"}""", "not of this shape");
    private static readonly DeadLetterGiven Gone = new();

    private RunningPlatform _platform = null!;

    private GraphQLClient Administrator => _platform.GraphQL(Roles.Administrator);

    /// <summary>Each test begins with three, whatever became of them in another. Nothing works on what is handed back.</summary>
    public async Task InitializeAsync()
    {
        _platform = await platforms.WithAsync(("Roles", "web, daemon"));
        await using var source = NpgsqlDataSource.Create(_platform.ConnectionString);
        await using var clear = source.CreateCommand("delete from messaging.dead_letters; delete from messaging.envelopes");
        await clear.ExecuteNonQueryAsync();
        await _platform.AddDeadLettersAsync([Mail, Wave, Gone]);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task They_are_found_by_queue_by_type_and_by_what_is_known_of_them_in_pages()
    {
        (await TypesAsync(new { })).ShouldBe(["gone_from_the_code", "close_wave", "Engagement.SignIn.SendSignInLink"]);
        (await TypesAsync(new { queue = "mail" })).ShouldBe([Mail.Type]);
        (await TypesAsync(new { type = "close_wave" })).ShouldBe([Wave.Type]);
        (await TypesAsync(new { search = "OF THIS\0 shape" })).ShouldBe([Wave.Type]);
        (await TypesAsync(new { search = $"{Gone.Id}", queue = "mail" })).ShouldBeEmpty();

        var first = (await Administrator.DataAsync(List, new { first = 2 }))["deadLetters"]!;
        (first["totalCount"]!.GetValue<int>(), first["pageInfo"]!["hasNextPage"]!.GetValue<bool>()).ShouldBe((3, true));
        (await TypesAsync(new { after = first["pageInfo"]!["endCursor"]!.GetValue<string>() })).ShouldBe([Mail.Type]);
    }

    [Fact]
    public async Task One_is_shown_with_all_that_is_known_and_what_it_was_to_do()
    {
        var letter = (await Administrator.DataAsync(
            "query($id: ID!) { deadLetter(id: $id) { queue type meaning body attempts correlationId errorType error errorDetail } }", new { id = IdOf(Mail) }))["deadLetter"]!;

        letter["meaning"]!.GetValue<string>().ShouldBe("Send somebody the link they sign in with");
        (letter["queue"]!.GetValue<string>(), letter["attempts"]!.GetValue<int>(), letter["body"]!.GetValue<string>(), letter["correlationId"]!.GetValue<string>())
            .ShouldBe(("mail", 5, Mail.Body, "tuesday"));
        (letter["errorType"]!.GetValue<string>(), letter["error"]!.GetValue<string>(), letter["errorDetail"]!.GetValue<string>())
            .ShouldBe(("System.TimeoutException", "no answer", "System.TimeoutException: at the server"));
        (await Administrator.DataAsync("query($id: ID!) { deadLetter(id: $id) { meaning } }", new { id = IdOf(Gone) }))["deadLetter"]!["meaning"].ShouldBeNull();
        (await Administrator.DataAsync("query($id: ID!) { deadLetter(id: $id) { type } }", new { id = NodeId.Encode("DeadLetter", Guid.NewGuid()) }))["deadLetter"].ShouldBeNull();
    }

    [Fact]
    public async Task Who_looks_at_what_is_in_them_is_in_the_access_log_and_who_does_not_is_not()
    {
        var before = (await LogAsync()).Count;
        await Administrator.DataAsync("query($id: ID!) { deadLetter(id: $id) { type error errorDetail } }", new { id = IdOf(Mail) });
        (await LogAsync()).Count.ShouldBe(before);

        await Administrator.DataAsync("query($id: ID!) { deadLetter(id: $id) { body } }", new { id = IdOf(Mail) });
        await Administrator.DataAsync("{ deadLetters { nodes { id body } } }");

        var entries = (await LogAsync()).Take(2).Select(entry => (entry["role"]!.GetValue<string>(), entry["count"]!.GetValue<int>(), entry["purpose"]!.GetValue<string>()));
        entries.ShouldBe(
        [
            (Roles.Administrator, 3, "Looked at what is in it"),
            (Roles.Administrator, 1, $"Looked at what is in it, type {Mail.Type}, queue mail"),
        ]);
    }

    [Fact]
    public async Task Queues_and_types_are_counted_and_today_says_that_something_was_not_done()
    {
        var shown = await Administrator.DataAsync(
            "{ messageQueues { name due inHand scheduled deadLetters oldestDueAt } deadLetterTypes { name meaning count } workbench { nodes { kind title thingId } } }");

        shown["messageQueues"]!.AsArray().Single(queue => queue!["name"]!.GetValue<string>() == "mail")!["deadLetters"]!.GetValue<int>().ShouldBe(1);
        shown["deadLetterTypes"]!.AsArray().Select(type => $"{type!["name"]} {type["count"]}").ShouldBe([$"{Mail.Type} 1", "close_wave 1", "gone_from_the_code 1"]);
        var work = shown["workbench"]!["nodes"]!.AsArray().Single(item => item!["kind"]!.GetValue<string>() == "MESSAGES_NOT_HANDLED")!;
        (work["title"]!.GetValue<string>(), work["thingId"]!.GetValue<string>()).ShouldBe(("3 messages could not be handled", IdOf(Mail)));
    }

    [Fact]
    public async Task One_with_a_body_that_cannot_be_read_stays_as_it_is_and_put_right_it_is_handed_back()
    {
        foreach (var body in new[] { "not json", "[1]", """{"WaveId":"no id"}""", "\ud800" })
        {
            var refused = await Administrator.RefusedAsync("editDeadLetter", new { deadLetterId = IdOf(Wave), body });
            (refused.Code, refused.Field, refused.Message).ShouldBe(("BODY_UNREADABLE", "body", "The stored body cannot be read as the message type 'close_wave'"), body);
        }

        var right = $$"""{"WaveId":"{{Guid.NewGuid()}}","At":"2026-01-01T00:00:00+00:00"}""";
        (await Administrator.MutateAsync("editDeadLetter", new { deadLetterId = IdOf(Wave), body = right }, "deadLetter", "body"))["body"]!.GetValue<string>().ShouldBe(right);
        var again = new { deadLetterId = IdOf(Wave), idempotencyKey = $"{Guid.NewGuid()}" };
        await Administrator.MutateAsync("replayDeadLetter", again, "replayedDeadLetters", "count");
        (await TypesAsync(new { type = "close_wave" })).ShouldBeEmpty();
        await Administrator.MutateAsync("replayDeadLetter", again, "replayedDeadLetters", "count");
        (await Administrator.RefusedAsync("replayDeadLetter", new { deadLetterId = IdOf(Wave) })).Code.ShouldBe("NOT_FOUND");

        var purposes = (await LogAsync()).Select(entry => entry["purpose"]!.GetValue<string>()).Where(purpose => !purpose.StartsWith("Looked", StringComparison.Ordinal)).Take(2);
        purposes.ShouldBe(["Handed back to be tried again, type close_wave, queue default", "Given another body, type close_wave, queue default"], "the repeat is no second one");
    }

    [Fact]
    public async Task All_that_fit_are_purged_once_and_what_failed_since_they_were_seen_is_left()
    {
        var seen = Moment();
        var late = new DeadLetterGiven("mail");
        await Task.Delay(5);
        await _platform.AddDeadLettersAsync([late]);
        var purge = new { queue = "mail", failedBefore = seen, idempotencyKey = $"{Guid.NewGuid()}" };

        (await Administrator.MutateAsync("purgeDeadLetters", purge, "purgedDeadLetters", "count"))["count"]!.GetValue<int>().ShouldBe(1);
        (await TypesAsync(new { queue = "mail" })).ShouldBe([late.Type]);
        (await Administrator.MutateAsync("purgeDeadLetters", purge, "purgedDeadLetters", "count"))["count"]!.GetValue<int>().ShouldBe(1, "a repeat is told of the first");
        (await Administrator.RefusedAsync("purgeDeadLetters", new { queue = "mail", failedBefore = seen })).Code.ShouldBe("DEAD_LETTERS_NONE");
        var entry = (await LogAsync())[0];
        (entry["role"]!.GetValue<string>(), entry["count"]!.GetValue<int>(), entry["purpose"]!.GetValue<string>()).ShouldBe((Roles.Administrator, 1, "Thrown away, queue mail"));
        entry["actor"].ShouldNotBeNull();

        await Administrator.MutateAsync("purgeDeadLetter", new { deadLetterId = IdOf(late) }, "purgedDeadLetters", "count");
        (await Administrator.MutateAsync("replayDeadLetters", new { search = "no answer", failedBefore = Moment() }, "replayedDeadLetters", "count"))["count"]!.GetValue<int>().ShouldBe(1);
        (await LogAsync())[0]["purpose"]!.GetValue<string>().ShouldBe("Handed back to be tried again");
    }

    [Fact]
    public async Task Of_two_who_do_something_with_the_same_one_at_the_same_moment_one_has_done_it()
    {
        var before = (await LogAsync()).Count;
        await using var source = NpgsqlDataSource.Create(_platform.ConnectionString);
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand("select from messaging.dead_letters for update", connection, transaction);
        await hold.ExecuteNonQueryAsync();

        // Both have come to it while it is still there, and neither can take it yet.
        Task<JsonObject>[] both =
        [
            Administrator.DataAsync("mutation($id: ID!) { did: replayDeadLetter(input: { deadLetterId: $id }) { errors { ... on Error { code } } } }", new { id = IdOf(Mail) }),
            Administrator.DataAsync("mutation($seen: DateTime!) { did: purgeDeadLetters(input: { queue: \"mail\", failedBefore: $seen }) { errors { ... on Error { code } } } }", new { seen = Moment() }),
        ];
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await WaitingAsync() < both.Length) await Task.Delay(5, patience.Token);
        await transaction.RollbackAsync();

        var refusals = (await Task.WhenAll(both)).Select(answer => answer["did"]!["errors"]?[0]?["code"]!.GetValue<string>()).ToList();
        refusals.Count(refusal => refusal is null).ShouldBe(1, string.Join(", ", refusals));
        refusals.OfType<string>().Single().ShouldBeOneOf("NOT_FOUND", "DEAD_LETTERS_NONE");
        (await LogAsync()).Count.ShouldBe(before + 1);

        async Task<long> WaitingAsync()
        {
            await using var look = source.CreateCommand("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
            return (long)(await look.ExecuteScalarAsync())!;
        }
    }

    [Fact]
    public async Task Nobody_else_sees_them()
    {
        foreach (var role in Roles.All.Where(role => role != Roles.Administrator))
        {
            foreach (var document in new[] { "{ deadLetters { totalCount } }", "{ messageQueues { name } }", "{ deadLetterTypes { name } }" })
                (await _platform.GraphQL(role).SendAsync(document))["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe("AUTH_NOT_AUTHORIZED", $"{role} {document}");
        }
    }

    private static string IdOf(DeadLetterGiven letter) => NodeId.Encode("DeadLetter", letter.Id);

    private static string Moment() => DateTimeOffset.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    private async Task<IEnumerable<string>> TypesAsync(object asked) =>
        (await Administrator.DataAsync(List, asked))["deadLetters"]!["nodes"]!.AsArray().Select(one => one!["type"]!.GetValue<string>());

    private async Task<IReadOnlyList<JsonNode>> LogAsync() =>
        [.. (await _platform.GraphQL(Roles.PrivacyOfficer).DataAsync("{ accessLog(kind: MESSAGES_TENDED) { nodes { role count purpose actor { id } } } }"))["accessLog"]!["nodes"]!.AsArray().Select(one => one!)];
}
