namespace EventStore.Tests;

public sealed class Streams_with_keys : StoreSpec
{
    private const string Stream = "basket/2026-17";

    [Fact]
    public async Task are_started_extended_and_read_by_their_key()
    {
        await using var session = Store.LightweightSession();
        session.Events.StartStream<Basket>(Stream, new BasketOpened(Guid.NewGuid(), "blue"));
        await session.SaveChangesAsync();
        var basket = await session.Events.FetchForWriting<Basket>(Stream);
        basket.AppendMany(new ItemAdded("pear", 2), new ItemAdded("fig", 1));
        await session.SaveChangesAsync();

        (basket.Id, basket.Key).ShouldBe((Guid.Empty, Stream));
        (await session.Events.FetchStreamAsync(Stream)).ShouldAllBe(e => e.StreamKey == Stream && e.StreamId == Guid.Empty);
        var state = (await session.Events.FetchStreamStateAsync(Stream))!;
        (state.Key, state.Version, state.AggregateTypeName).ShouldBe((Stream, 3, "basket"));
        (await session.Events.AggregateStreamAsync<Basket>(Stream))!.Items.ShouldBe(3);
    }

    [Fact]
    public async Task name_their_documents_too()
    {
        await using var session = Store.LightweightSession();
        session.Events.Append(Stream, new DoorCounted(4), new DoorCounted(3));
        await session.SaveChangesAsync();

        (await session.LoadAsync<Door>(Stream))!.ShouldBe(new Door(Stream, 7));
        (await session.LoadManyAsync<Door>([Stream, "none"])).Count.ShouldBe(1);
    }

    [Fact]
    public async Task are_named_in_conflicts()
    {
        await using var session = Store.LightweightSession();
        session.Events.StartStream(Stream, new DoorCounted(4));
        await session.SaveChangesAsync();
        session.Events.StartStream(Stream, new DoorCounted(4));

        (await Should.ThrowAsync<ExistingStreamIdCollisionException>(session.SaveChangesAsync())).StreamId.Key.ShouldBe(Stream);
    }

    [Fact]
    public async Task cannot_be_empty_endless_or_asked_for_by_a_Guid()
    {
        await using var session = Store.LightweightSession();

        Should.Throw<InvalidStoreUseException>(() => session.Events.Append(" ", new DoorCounted(1))).Code.ShouldBe("STREAM_ID_EMPTY");
        Should.Throw<InvalidStoreUseException>(() => session.Events.Append(new string('x', 601), new DoorCounted(1))).Code.ShouldBe("STREAM_KEY_INVALID");
        Should.Throw<InvalidStoreUseException>(() => session.Events.Append("a\0b", new DoorCounted(1))).Code.ShouldBe("STREAM_KEY_INVALID");
        (await Should.ThrowAsync<InvalidStoreUseException>(session.Events.FetchStreamAsync(Guid.NewGuid()))).Code.ShouldBe("STREAM_IDENTITY_MISMATCH");
    }

    [Fact]
    public async Task may_be_as_long_as_is_promised()
    {
        var longest = string.Concat(Enumerable.Repeat("😀", Identity.MaxKeyLength / 2));
        await using var session = Store.LightweightSession();
        session.Events.Append(longest, new DoorCounted(1));
        await session.SaveChangesAsync();

        (await session.Events.FetchStreamAsync(longest)).Count.ShouldBe(1);
    }

    protected override void Configure(StoreOptions options)
    {
        options.Events.StreamIdentity = StreamIdentity.AsString;
        options.Projections.Add(new DoorProjection(), ProjectionLifecycle.Inline);
    }

    public sealed record Door(string Id, int People);

    private sealed class DoorProjection : SingleStreamProjection<Door, string>
    {
        public override IReadOnlyCollection<Type>? EventTypes => [typeof(DoorCounted)];

        public override Door? Evolve(Door? snapshot, string id, IEvent e) =>
            e.Data is DoorCounted counted ? new Door(id, (snapshot?.People ?? 0) + counted.People) : snapshot;
    }
}
