namespace EventStore.Tests;

/// <summary>Written by a program that knows more types than this one.</summary>
public sealed class Events_of_unknown_types : DaemonSpec
{
    private readonly Guid _book = Guid.NewGuid();
    private readonly Ledger _everything = new("everything");
    private readonly List<object> _seen = [];

    [Fact]
    public async Task are_fetched_with_what_was_written()
    {
        await WrittenByAnotherAsync();
        await using var session = Store.QuerySession();

        var events = await session.Events.FetchStreamAsync(_book);

        events.Select(e => e.EventTypeName).ShouldBe(["guest_signed_in", "party_grew", "guest_signed_in"]);
        events[1].Data.ShouldBe(new UnknownEvent("party_grew", "EventStore.Tests.PartyGrew, EventStore.Tests", """{"By": 3}"""));
        (await session.Events.LoadAsync(events[1].Id))!.Data.ShouldBe(events[1].Data);
    }

    [Fact]
    public async Task are_passed_to_folds_which_pass_over_them()
    {
        await WrittenByAnotherAsync();
        await using var session = Store.LightweightSession();

        (await session.Events.AggregateStreamAsync<Guestbook>(_book)).ShouldNotBeNull().Unknown.ShouldBe(1);
        var stream = await session.Events.FetchForWriting<Guestbook>(_book);
        stream.AppendOne(new GuestSignedIn("Bo", "Ek", "sv"));
        await session.SaveChangesAsync(Cancellation);

        stream.StartingVersion.ShouldBe(3);
        stream.Aggregate!.Names.Count.ShouldBe(2);
    }

    [Fact]
    public async Task do_not_stop_projections_and_subscriptions()
    {
        var last = await WrittenByAnotherAsync();
        await Daemon.StartAsync();

        await Daemon.WaitForAsync(last, Cancellation);

        await using var session = Store.QuerySession();
        (await session.LoadAsync<Guestbook>(_book)).ShouldNotBeNull().Unknown.ShouldBe(1);
        (await session.LoadAsync<GuestCount>(_book))!.Guests.ShouldBe(2);
        (await session.LoadAsync<LanguageCount>(LanguageCountProjection.IdOf("en")))!.Guests.ShouldBe(2);
        (await LedgerAsync("everything")).ShouldBe([1, 2, 3]);
        _seen.OfType<UnknownEvent>().Single().Alias.ShouldBe("party_grew");
        Daemon.Status.IsHealthy.ShouldBeTrue();
    }

    [Fact]
    public async Task come_through_the_tail_and_the_whole_log()
    {
        await WrittenByAnotherAsync();
        await using var session = Store.QuerySession();

        var log = new List<object>();
        await foreach (var e in session.Events.ReadAllAsync(cancellationToken: Cancellation)) log.Add(e.Data);
        var tail = new List<object>();
        await foreach (var e in Store.Tail.ReadAsync(0, Cancellation))
        {
            tail.Add(e.Data);
            if (tail.Count == 3) break;
        }

        log[1].ShouldBeOfType<UnknownEvent>().Alias.ShouldBe("party_grew");
        tail.ShouldBe(log);
    }

    protected override void Configure(StoreOptions options)
    {
        _everything.Before = page =>
        {
            _seen.AddRange(page.Select(e => e.Data));
            return Task.CompletedTask;
        };
        options.Events.AddEventType<GuestSignedIn>();
        options.Projections.Snapshot<Guestbook>(ProjectionLifecycle.Async);
        options.Projections.Add(new GuestCountProjection(), ProjectionLifecycle.Async);
        options.Projections.Add(new LanguageCountProjection(), ProjectionLifecycle.Async);
        options.Projections.Subscribe(_everything);
    }

    private async Task<long> WrittenByAnotherAsync()
    {
        await using var other = DocumentStore.For(options =>
        {
            options.Connection(ConnectionString);
            options.Events.AddEventType<GuestSignedIn>().AddEventType<PartyGrew>();
        });
        await using var session = other.LightweightSession();
        session.Events.Append(_book, new GuestSignedIn("Ada", "Byron", "en"), new PartyGrew(3), new GuestSignedIn("Cy", "Dee", "en"));
        await session.SaveChangesAsync(Cancellation);
        return session.LastSequence;
    }
}
