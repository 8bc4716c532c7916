using System.Globalization;

namespace EventStore.Tests.Faults;

/// <summary>Text from anywhere: it is kept as it is or refused with a stable code, and nothing else is harmed.</summary>
public sealed class Strange_input : StoreSpec
{
    private static readonly string Half = "🍐"[..1];

    public static TheoryData<string> Odd => new("O'Brien", "a\"b", "semi;colon -- comment", "back\\slash", "tab\tand\nline", "日本語 🍐 é́", "$1 {0} %s", " padded ");

    [Theory]
    [MemberData(nameof(Odd))]
    public async Task in_keys_tenants_and_metadata_is_kept_as_it_is(string text)
    {
        await using var store = NewStore(AllText);
        await store.Schema.ApplyAsync();
        await using var session = store.LightweightSession(text);
        session.CorrelationId = session.CausationId = session.LastModifiedBy = text;
        session.SetHeader(text, text);
        session.SetIdempotencyKey(text, text);
        session.Events.StartStream(text, new ItemAdded(text, 1));
        await session.SaveChangesAsync(Cancellation);

        var read = (await session.Events.FetchStreamAsync(text, cancellationToken: Cancellation)).ShouldHaveSingleItem();
        (read.StreamKey, read.TenantId, read.CorrelationId, read.CausationId, read.UserName).ShouldBe((text, text, text, text, text));
        read.Headers!.ShouldHaveSingleItem().ShouldSatisfyAllConditions(header => header.Key.ShouldBe(text), header => header.Value.GetString().ShouldBe(text));
        read.Data.ShouldBe(new ItemAdded(text, 1));

        await using var again = store.LightweightSession(text);
        again.SetIdempotencyKey(text, "second");
        again.Events.Append(text, new ItemAdded("more", 1));
        (await Should.ThrowAsync<IdempotencyKeyReusedException>(again.SaveChangesAsync(Cancellation))).FirstResult.ShouldBe(text);
        await using var exclusive = store.LightweightSession(text);
        await exclusive.Events.AppendExclusive(text, Cancellation, new ItemAdded("last", 1));
        await exclusive.SaveChangesAsync(Cancellation);
    }

    [Theory]
    [InlineData("a\0b", "IDEMPOTENCY_KEY_INVALID")]
    [InlineData("long", "IDEMPOTENCY_KEY_INVALID")]
    public async Task as_an_idempotency_key_that_cannot_be_kept_is_refused_where_it_is_said(string key, string code)
    {
        await using var session = Store.LightweightSession();

        Should.Throw<EventStoreException>(() => session.SetIdempotencyKey(key == "long" ? Long() : key, "done")).Code.ShouldBe(code);

        session.Events.Append(Guid.NewGuid(), new ItemAdded("pear", 1));
        await session.SaveChangesAsync(Cancellation);
    }

    [Fact]
    public async Task as_keys_and_tenants_of_the_greatest_length_in_the_widest_characters_is_kept()
    {
        await using var store = NewStore(AllText);
        await store.Schema.ApplyAsync();
        await using var session = store.LightweightSession(Wide(EventOptions.MaxTenantIdLength));
        session.SetIdempotencyKey(Wide(Identity.MaxKeyLength), "done");
        session.Events.Append(Wide(Identity.MaxKeyLength), new ItemAdded("pear", 1));
        await session.SaveChangesAsync(Cancellation);

        static string Wide(int length) => string.Concat(Enumerable.Range(0x4E00, length).Select(n => (char)n));
    }

    [Theory]
    [InlineData("header")]
    [InlineData("header's name")]
    [InlineData("result")]
    [InlineData("correlation")]
    [InlineData("half a character")]
    public async Task with_what_PostgreSQL_cannot_keep_is_refused_and_the_next_session_works(string where)
    {
        await using var session = Store.LightweightSession();
        session.Events.Append(Guid.NewGuid(), new ItemAdded("pear", 1));
        var refusal = await Should.ThrowAsync<EventStoreException>(async () =>
        {
            if (where == "header") session.SetHeader("a", "b\0c");
            if (where == "header's name") session.SetHeader("a\0b", "c");
            if (where == "result") session.SetIdempotencyKey("key", "a\0b");
            if (where == "correlation") session.CorrelationId = "a\0b";
            if (where == "half a character") session.CorrelationId = Half;
            await session.SaveChangesAsync(Cancellation);
        });

        refusal.Code.ShouldBe(where == "result" ? "IDEMPOTENCY_KEY_INVALID" : "EVENT_TEXT_INVALID");
        (await ScalarAsync<long>("select count(*) from mt_events")).ShouldBe(0);
        await AppendAsync(Guid.NewGuid(), new ItemAdded("pear", 1));
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("half")]
    [InlineData("long")]
    public async Task as_a_tenant_that_cannot_be_is_refused_where_it_is_said(string tenant)
    {
        await using var store = NewStore(AllText);

        var said = tenant == "long" ? Long() : tenant == "half" ? Half : tenant;
        Should.Throw<EventStoreException>(() => store.LightweightSession(said)).Code.ShouldBe("TENANT_ID_INVALID");
        Should.Throw<EventStoreException>(() => store.QuerySession(said)).Code.ShouldBe("TENANT_ID_INVALID");
    }

    [Fact]
    public async Task as_a_key_with_half_a_character_is_refused_where_it_is_said()
    {
        await using var store = NewStore(AllText);
        await using var session = store.LightweightSession();

        Should.Throw<EventStoreException>(() => session.Events.Append(Half, new ItemAdded("pear", 1))).Code.ShouldBe("STREAM_KEY_INVALID");
    }

    [Fact]
    public async Task larger_than_usual_is_kept_where_the_limit_is_raised()
    {
        await using var store = NewStore(options => options.Events.MaxEventBytes = 16 * 1024 * 1024);
        var stream = Guid.NewGuid();
        var large = string.Concat(Enumerable.Range(0, 1_000_000).Select(n => n.ToString("D10", CultureInfo.InvariantCulture)));
        await using var session = store.LightweightSession();
        session.Events.Append(stream, new ItemAdded(large, 1));
        await session.SaveChangesAsync(Cancellation);

        (await session.Events.FetchStreamAsync(stream, cancellationToken: Cancellation)).ShouldHaveSingleItem().Data.ShouldBe(new ItemAdded(large, 1));
    }

    // In no order that compresses, as real text has none.
    private static string Long()
    {
        var random = new Random(7);
        return string.Concat(Enumerable.Range(0, 10_000).Select(_ => (char)('a' + random.Next(26))));
    }

    private static void AllText(StoreOptions options)
    {
        options.DatabaseSchemaName = "text";
        options.Events.StreamIdentity = StreamIdentity.AsString;
        options.Events.TenancyStyle = TenancyStyle.Conjoined;
    }
}
