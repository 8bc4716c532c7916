namespace EventStore.Tests;

public sealed class Registered_types
{
    [Fact]
    public void are_the_only_ones_that_can_be_appended()
    {
        using var store = Make(_ => { });

        var refusal = Should.Throw<UnknownEventTypeException>(() => store.Append(Guid.NewGuid(), new V2Event()));

        (refusal.Code, refusal.EventType).ShouldBe(("UNKNOWN_EVENT_TYPE", typeof(V2Event)));
        refusal.Message.ShouldContain("options.Events.AddEventType<V2Event>()");
    }

    [Fact]
    public void are_the_only_ones_that_a_projection_can_look_at() =>
        Should.Throw<UnknownEventTypeException>(() => Make(_ => { }, options => options.Projections.Add(new GuestCountProjection(), ProjectionLifecycle.Async)))
            .EventType.ShouldBe(typeof(GuestSignedIn));

    [Fact]
    public void include_what_a_projection_routes_by_a_base_type()
    {
        Should.Throw<UnknownEventTypeException>(() => Make(_ => { }, options => options.Projections.Add(new AnyRental(), ProjectionLifecycle.Async)))
            .Message.ShouldContain("no event type that is registered is one");

        using var store = Make(
            events => events.AddEventType<BoatRented>().AddEventType<BikeRented>().AddEventType<V2Event>(),
            options => options.Projections.Add(new AnyRental(), ProjectionLifecycle.Async));

        store.Aliases.ShouldBe(["boat_rented", "bike_rented"], ignoreOrder: true);
    }

    [Theory]
    [InlineData(typeof(int))]
    [InlineData(typeof(string))]
    [InlineData(typeof(IDisposable))]
    [InlineData(typeof(Stream))]
    [InlineData(typeof(Wrap<>))]
    [InlineData(typeof(IEvent<V2Event>))]
    [InlineData(typeof(UnknownEvent))]
    public void have_a_meaning_of_their_own(Type type) =>
        Should.Throw<UnknownEventTypeException>(() => Make(events => events.AddEventTypes([type]))).EventType.ShouldBe(type);

    [Fact]
    public void may_be_named_twice_but_have_one_alias()
    {
        using var store = Make(events => events.AddEventType<V2Event>("second").AddEventType<V2Event>().MapEventType<V2Event>("second"));

        Should.Throw<InvalidStoreUseException>(() => Make(events => events.MapEventType<V2Event>("second").MapEventTypeWithSchemaVersion<V2Event>(2)))
            .Code.ShouldBe("EVENT_ALIAS_AMBIGUOUS");
    }

    [Fact]
    public void cannot_share_an_alias() =>
        Should.Throw<EventAliasCollisionException>(() => Make(events => events.AddEventType<V2Event>().AddEventType<HTTPCallMade>("v2_event")))
            .Alias.ShouldBe("v2_event");

    [Fact]
    public void cannot_have_the_alias_of_an_older_version() =>
        Should.Throw<EventAliasCollisionException>(() => Make(events => events.Upcast<V1.GuestSignedIn, GuestSignedIn>(old => new GuestSignedIn(old.Name, "", ""))))
            .Message.ShouldContain("MapEventTypeWithSchemaVersion<T>(2)");

    [Fact]
    public void cannot_be_older_versions_too() =>
        Conflict(events => events.AddEventType<V1.GuestSignedIn>().Upcast<GuestSignedInSplit>())
            .ShouldContain("is registered as an event type and is also read as 'EventStore.Tests.V2+GuestSignedIn'");

    [Fact]
    public void are_reached_from_an_alias_in_one_way()
    {
        Conflict(events => events.Upcast<GuestSignedInSplit>().Upcast<V2Event>("guest_signed_in", _ => new V2Event()))
            .ShouldContain("Two upcasters read events written as 'guest_signed_in'");
        Conflict(events => events
            .Upcast<GuestSignedInSplit>()
            .Upcast<V2.GuestSignedIn, GuestSignedIn>("a", old => new GuestSignedIn(old.First, old.Last, "a"))
            .Upcast<V2.GuestSignedIn, GuestSignedIn>("b", old => new GuestSignedIn(old.First, old.Last, "b")))
            .ShouldContain("which 2 upcasters go on from");
    }

    [Fact]
    public void are_reached_from_an_alias_in_the_end() =>
        Conflict(events => events
            .Upcast<V1.GuestSignedIn, V2.GuestSignedIn>("a", old => new V2.GuestSignedIn(old.Name, ""))
            .Upcast<V2.GuestSignedIn, V1.GuestSignedIn>("b", old => new V1.GuestSignedIn(old.First)))
            .ShouldContain("again and again");

    private static string Conflict(Action<EventOptions> events)
    {
        var refusal = Should.Throw<InvalidStoreUseException>(() => Make(events));
        refusal.Code.ShouldBe("EVENT_UPCAST_CONFLICT");
        return refusal.Message;
    }

    private static Made Make(Action<EventOptions> events, Action<StoreOptions>? more = null) => new(DocumentStore.For(options =>
    {
        options.Connection("Host=not.asked");
        events(options.Events);
        more?.Invoke(options);
    }));

    public interface IRental;

    public sealed record BoatRented : IRental;

    public sealed record BikeRented : IRental;

    public sealed class AnyRental : MultiStreamProjection<LanguageCount>
    {
        public AnyRental() => Identity<IRental>(e => e.StreamId);

        public override LanguageCount Evolve(LanguageCount? snapshot, Guid id, IEvent e) => new(id, 0);
    }

    /// <summary>A store that never meets its database.</summary>
    private sealed class Made(DocumentStore store) : IDisposable
    {
        public string[]? Aliases => store.Projections.Async[0].Aliases;

        public void Append(Guid stream, object e) => store.LightweightSession().Events.Append(stream, e);

        public void Dispose() => store.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
