namespace EventStore.Tests;

/// <summary>Whatever is wrong is said with a stable code, and nothing is written.</summary>
public sealed class When_the_input_is_bad : StoreSpec
{
    private readonly Guid _stream = Guid.NewGuid();

    public static TheoryData<string, Action<IEventStoreOperations, Guid>> Mistakes => new()
    {
        { "STREAM_ID_EMPTY", (events, _) => events.Append(Guid.Empty, new ItemAdded("pear", 1)) },
        { "STREAM_IDENTITY_MISMATCH", (events, _) => events.Append("order/17", new ItemAdded("pear", 1)) },
        { "APPEND_EMPTY", (events, stream) => events.Append(stream) },
        { "APPEND_EMPTY", (events, stream) => events.StartStream<Basket>(stream) },
        { "APPEND_EMPTY", (events, stream) => events.Append(stream, 1) },
        { "EXPECTED_VERSION_INVALID", (events, stream) => events.Append(stream, -3, new ItemAdded("pear", 1)) },
        { "EXPECTED_VERSION_INVALID", (events, stream) => events.Append(stream, 0, new ItemAdded("pear", 1)) },
        { "UNKNOWN_EVENT_TYPE", (events, stream) => events.Append(stream, "just text") },
        { "UNKNOWN_EVENT_TYPE", (events, stream) => events.Append(stream, new UnknownEvent("a", null, "{}")) },
        { "EVENT_TOO_LARGE", (events, stream) => events.Append(stream, new ItemAdded(new string('x', 10 * 1024 * 1024), 1)) },
        { "STREAM_STARTED_TWICE", (events, stream) => Twice(() => events.StartStream(stream, new ItemAdded("pear", 1))) },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task it_is_refused_where_it_is_said(string code, Action<IEventStoreOperations, Guid> mistake)
    {
        await using var session = Store.LightweightSession();

        var refusal = Should.Throw<EventStoreException>(() => mistake(session.Events, _stream));

        refusal.Code.ShouldBe(code);
        (await ScalarAsync<long>("select count(*) from mt_streams")).ShouldBe(0);
    }

    [Fact]
    public async Task a_null_event_is_refused_and_the_work_before_it_stays()
    {
        await using var session = Store.LightweightSession();
        session.Events.Append(_stream, new ItemAdded("pear", 1));

        Should.Throw<ArgumentNullException>(() => session.Events.Append(_stream, new ItemAdded("plum", 1), null!));

        await session.SaveChangesAsync();
        (await session.Events.FetchStreamAsync(_stream)).Select(e => e.Data).ShouldBe([new ItemAdded("pear", 1)]);
    }

    [Theory]
    [InlineData("before\0after", "web")]
    [InlineData("pear", "we\0b")]
    public async Task text_that_PostgreSQL_cannot_keep_is_refused_by_the_save(string item, string user)
    {
        await using var session = Store.LightweightSession();
        session.LastModifiedBy = user;
        session.Events.Append(Guid.NewGuid(), new ItemAdded("plum", 1));
        session.Events.Append(_stream, new ItemAdded(item, 1));

        var refusal = await Should.ThrowAsync<InvalidEventException>(session.SaveChangesAsync());

        refusal.Code.ShouldBe("EVENT_TEXT_INVALID");
        (await ScalarAsync<long>("select count(*) from mt_events")).ShouldBe(0);
    }

    [Fact]
    public async Task an_event_that_does_not_become_JSON_is_refused_and_the_session_goes_on()
    {
        await using var store = NewStore(options => options.Events.AddEventType<RoundAndRound>());
        await using var session = store.LightweightSession();
        var circle = new RoundAndRound();
        circle.Next = circle;

        Should.Throw<InvalidEventException>(() => session.Events.Append(_stream, circle)).Code.ShouldBe("EVENT_NOT_SERIALIZABLE");

        session.Events.Append(_stream, new ItemAdded("pear", 1));
        await session.SaveChangesAsync();
    }

    [Fact]
    public async Task an_event_of_the_largest_size_is_kept()
    {
        var name = new string('x', Store.Options.Events.MaxEventBytes - 40);

        await AppendAsync(_stream, new ItemAdded(name, 1));

        await using var session = Store.QuerySession();
        ((ItemAdded)(await session.Events.FetchStreamAsync(_stream))[0].Data).Item.Length.ShouldBe(name.Length);
    }

    [Fact]
    public async Task versions_below_zero_cannot_be_read()
    {
        await using var session = Store.LightweightSession();

        await Should.ThrowAsync<ArgumentOutOfRangeException>(session.Events.FetchStreamAsync(_stream, version: -1));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(session.Events.FetchStreamAsync(_stream, fromVersion: -1));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(session.Events.FetchForWriting<Basket>(_stream, -1));
    }

    [Theory]
    [InlineData("TENANCY_NOT_CONJOINED", TenancyStyle.Single)]
    [InlineData("UNKNOWN_TENANT_ID", TenancyStyle.Conjoined)]
    public async Task a_tenant_that_does_not_exist_gets_no_session(string code, TenancyStyle style)
    {
        await using var store = NewStore(options =>
        {
            options.Events.TenancyStyle = style;
            if (style == TenancyStyle.Conjoined) options.Events.AddTenants("east", "west");
        });

        Should.Throw<EventStoreException>(() => store.LightweightSession("nowhere")).Code.ShouldBe(code);
        Should.Throw<EventStoreException>(() => store.QuerySession("nowhere")).Code.ShouldBe(code);
    }

    private static void Twice(Action action)
    {
        action();
        action();
    }

    public sealed record RoundAndRound
    {
        public RoundAndRound? Next { get; set; }
    }
}
