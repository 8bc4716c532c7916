namespace EventStore.Tests;

public sealed class Older_versions_of_an_event : StoreSpec
{
    private readonly Guid _book = Guid.NewGuid();

    [Fact]
    public async Task are_read_as_the_newest_and_say_what_they_were_written_as()
    {
        await WrittenByOlderProgramsAsync();
        await AppendAsync(_book, new GuestSignedIn("Cy", "Dee", "cy"));
        await using var session = Store.QuerySession();

        var events = await session.Events.FetchStreamAsync(_book);

        events.Select(e => (e.EventTypeName, e.Data)).ShouldBe(
            [
                ("guest_signed_in", new GuestSignedIn("Ada", "Byron King", "en")),
                ("guest_signed_in_v2", new GuestSignedIn("Bo", "Ek", "en")),
                ("guest_signed_in_v3", new GuestSignedIn("Cy", "Dee", "cy")),
            ]);
        events.ShouldAllBe(e => e is IEvent<GuestSignedIn>);
    }

    [Fact]
    public async Task are_among_the_events_of_the_log_that_are_asked_for_by_the_newest_type()
    {
        await WrittenByOlderProgramsAsync();
        await AppendAsync(_book, new GuestSignedIn("Cy", "Dee", "cy"));
        await using var session = Store.QuerySession();

        var events = session.Events.ReadAllAsync(filter: new LogFilter { EventTypes = [typeof(GuestSignedIn)] }, cancellationToken: Cancellation);

        (await events.Select(e => e.EventTypeName).ToListAsync(Cancellation)).ShouldBe(["guest_signed_in", "guest_signed_in_v2", "guest_signed_in_v3"]);
    }

    [Fact]
    public async Task are_folded_and_projected_by_projections_that_name_only_the_newest()
    {
        var last = await WrittenByOlderProgramsAsync();
        await using var daemon = Store.BuildDaemon();
        await daemon.StartAsync();
        await daemon.WaitForAsync(last, Cancellation);
        await using var session = Store.QuerySession();

        (await session.LoadAsync<GuestCount>(_book))!.Guests.ShouldBe(2);
        (await session.LoadAsync<LanguageCount>(LanguageCountProjection.IdOf("en")))!.Guests.ShouldBe(2);
        (await session.Events.AggregateStreamAsync<Guestbook>(_book))!.Names.ShouldBe(["Ada Byron King (en)", "Bo Ek (en)"]);
    }

    [Fact]
    public async Task are_read_by_the_NET_type_that_was_written_where_the_alias_is_foreign()
    {
        await WrittenByOlderProgramsAsync();
        await ExecuteAsync("update mt_events set type = 'foreign' where version = 1");
        await using var session = Store.QuerySession();

        var e = (await session.Events.FetchStreamAsync(_book))[0];

        (e.EventTypeName, e.Data).ShouldBe(("foreign", new GuestSignedIn("Ada", "Byron King", "en")));
    }

    [Fact]
    public async Task cannot_be_appended_any_more()
    {
        await using var session = Store.LightweightSession();

        var refusal = Should.Throw<UnknownEventTypeException>(() => session.Events.Append(_book, new V1.GuestSignedIn("Ada Byron")));

        refusal.Message.ShouldContain("it is an old version, which is read as 'EventStore.Tests.V2+GuestSignedIn'");
    }

    [Theory]
    [InlineData("""{"Name": "Single"}""")]
    [InlineData("""{"Name": null}""")]
    [InlineData("""{"Name": 7}""")]
    [InlineData("null")]
    [InlineData("[]")]
    public async Task that_an_upcaster_cannot_read_are_named_by_one_kind_of_error(string json)
    {
        var last = await WrittenByOlderProgramsAsync();
        await ExecuteAsync($"update mt_events set data = '{json}' where version = 1");
        await using var session = Store.QuerySession();

        var wrong = await Should.ThrowAsync<EventDeserializationException>(session.Events.FetchStreamAsync(_book));

        (wrong.Sequence, wrong.EventTypeName, wrong.Code).ShouldBe((last - 1, "guest_signed_in", "EVENT_DESERIALIZATION_FAILED"));
    }

    protected override void Configure(StoreOptions options)
    {
        options.Events
            .MapEventTypeWithSchemaVersion<GuestSignedIn>(3)
            .Upcast<GuestSignedInSplit>()
            .Upcast<V2.GuestSignedIn, GuestSignedIn>("never_written", old => new GuestSignedIn(old.First, old.Last, "en"))
            .Upcast(new GuestSignedInWithLanguage());
        options.Projections.Add(new GuestCountProjection(), ProjectionLifecycle.Async);
        options.Projections.Add(new LanguageCountProjection(), ProjectionLifecycle.Async);
    }

    /// <summary>As the program's earlier releases did.</summary>
    private async Task<long> WrittenByOlderProgramsAsync()
    {
        await using var first = DocumentStore.For(options =>
        {
            options.Connection(ConnectionString);
            options.Events.AddEventType<V1.GuestSignedIn>();
        });
        await using var firstSession = first.LightweightSession();
        firstSession.Events.Append(_book, new V1.GuestSignedIn("Ada Byron King"));
        await firstSession.SaveChangesAsync(Cancellation);

        await using var second = DocumentStore.For(options =>
        {
            options.Connection(ConnectionString);
            options.Events.MapEventTypeWithSchemaVersion<V2.GuestSignedIn>(2);
        });
        await using var secondSession = second.LightweightSession();
        secondSession.Events.Append(_book, new V2.GuestSignedIn("Bo", "Ek"));
        await secondSession.SaveChangesAsync(Cancellation);
        return secondSession.LastSequence;
    }
}
