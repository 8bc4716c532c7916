using FsCheck.Fluent;

namespace EventStore.Tests.Properties;

/// <summary>Whatever a stream holds, the ways to read it agree.</summary>
public sealed class Any_stream : StoreSpec
{
    private readonly SetClock _clock = new() { Now = new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero) };

    public sealed record Step(object Event, int SecondsLater);

    [Fact]
    public Task read_backwards_is_what_was_read_forwards_and_an_aggregate_is_the_fold_up_to_there() => Always.Holds(
        from e in Gen.OneOf(
            Gen.Constant((object)new BasketOpened(Guid.Empty, "basket")),
            Gen.Choose(1, 9).Select(quantity => (object)new ItemAdded("pear", quantity)),
            Gen.Choose(1, 9).Select(quantity => (object)new ItemRemoved("pear", quantity)),
            Gen.Constant((object)new BasketClosed("done")),
            Gen.Choose(1, 9).Select(people => (object)new DoorCounted(people)))
        from later in Gen.Elements(0, 0, 1, 60)
        select new Step(e, later),
        scripts: 20,
        longest: 25,
        PlayAsync);

    private async Task PlayAsync(Step[] script)
    {
        var stream = Guid.NewGuid();
        foreach (var step in script)
        {
            _clock.Now += TimeSpan.FromSeconds(step.SecondsLater);
            await AppendAsync(stream, step.Event);
        }

        await using var session = Store.QuerySession();
        var events = await session.Events.FetchStreamAsync(stream, cancellationToken: Cancellation);
        events.Select(e => e.Data).ShouldBe(script.Select(step => step.Event));
        for (var from = 0; from <= events.Count; from++)
        {
            var forwards = await ReadAsync(session, stream, ReadDirection.Forwards, from);
            forwards.ShouldBe(events.Where(e => e.Version >= from).Select(e => e.Id));
            (await ReadAsync(session, stream, ReadDirection.Backwards, from)).ShouldBe(events.Where(e => from == 0 || e.Version <= from).Select(e => e.Id).Reverse());
        }

        Basket? state = null;
        foreach (var e in events)
        {
            state = Basket.Evolve(state, e);
            (await session.Events.AggregateStreamAsync<Basket>(stream, version: e.Version, cancellationToken: Cancellation)).ShouldBe(state);
        }

        foreach (var moment in events.Select(e => e.Timestamp).Distinct())
        {
            (await session.Events.AggregateStreamAsync<Basket>(stream, timestamp: moment, cancellationToken: Cancellation))
                .ShouldBe(events.Where(e => e.Timestamp <= moment).Aggregate((Basket?)null, Basket.Evolve));
        }
    }

    protected override void Configure(StoreOptions options) => options.TimeProvider = _clock;

    private async Task<List<Guid>> ReadAsync(IQuerySession session, Guid stream, ReadDirection direction, long from)
    {
        var read = new List<Guid>();
        await foreach (var e in session.Events.ReadStreamAsync(stream, direction, from, Cancellation)) read.Add(e.Id);
        return read;
    }
}
