using FsCheck.Fluent;
using Npgsql;

namespace EventStore.Tests.Properties;

/// <summary>Three sessions, two streams, and a model that says what the log has to be.</summary>
public sealed class Any_interleaving_of_sessions : StoreSpec
{
    private const int Sessions = 3;
    private const int Streams = 2;

    public enum Act
    {
        Start,
        Append,
        AppendExpected,
        AppendExclusive,
        Archive,
        UnArchive,
        BreakOwnSql,
        Save,
        Discard,
    }

    public sealed record Step(Act Act, int Session, int Stream, int Events);

    [Fact]
    public Task gives_dense_versions_and_the_log_of_the_model() => Always.Holds(
        from act in Gen.Frequency(
            (2, Gen.Constant(Act.Start)), (4, Gen.Constant(Act.Append)), (4, Gen.Constant(Act.AppendExpected)), (1, Gen.Constant(Act.AppendExclusive)),
            (2, Gen.Constant(Act.Archive)), (1, Gen.Constant(Act.UnArchive)), (1, Gen.Constant(Act.BreakOwnSql)), (6, Gen.Constant(Act.Save)), (1, Gen.Constant(Act.Discard)))
        from session in Gen.Choose(0, Sessions - 1)
        from stream in Gen.Choose(0, Streams - 1)
        from events in Gen.Choose(1, 3)
        select new Step(act, session, stream, events),
        scripts: 100,
        longest: 40,
        PlayAsync);

    [Fact]
    public Task that_really_run_at_once_gives_dense_versions_and_each_acknowledged_save_once() => Always.Holds(
        from act in Gen.Elements(Act.Append, Act.AppendExpected, Act.AppendExclusive, Act.BreakOwnSql)
        from session in Gen.Choose(0, Sessions - 1)
        from stream in Gen.Choose(0, Streams - 1)
        from events in Gen.Choose(1, 3)
        select new Step(act, session, stream, events),
        scripts: 15,
        longest: 45,
        PlayAtOnceAsync);

    private async Task PlayAsync(Step[] script)
    {
        var model = new LogModel();
        var names = Enumerable.Range(0, Streams).Select(_ => Guid.NewGuid()).ToArray();
        var sessions = Enumerable.Range(0, Sessions).Select(_ => Store.LightweightSession()).ToArray();
        var pending = Enumerable.Range(0, Sessions).Select(_ => new LogModel.Unit()).ToArray();
        var number = 0;
        foreach (var step in script)
        {
            var (session, unit, stream) = (sessions[step.Session], pending[step.Session], names[step.Stream]);
            var events = Enumerable.Range(0, step.Events).Select(_ => new DoorCounted(++number)).ToArray();
            var seen = model.VersionOf(stream);
            switch (step.Act)
            {
                case Act.Start:
                    Collect(unit.Start(stream, events), () => session.Events.StartStream(stream, [.. events]));
                    break;
                case Act.Append:
                    Collect(unit.Append(stream, events), () => session.Events.Append(stream, [.. events]));
                    break;
                case Act.AppendExpected:
                    Collect(unit.AppendAt(stream, seen, events), () => session.Events.Append(stream, seen + events.Length, [.. events]));
                    break;
                case Act.AppendExclusive:
                    // Whoever else saves would wait for it, so it saves at once.
                    await using (var exclusive = Store.LightweightSession())
                    {
                        var own = new LogModel.Unit();
                        own.AppendAt(stream, seen, events).ShouldBeTrue();
                        await exclusive.Events.AppendExclusive(stream, Cancellation, [.. events]);
                        await SaveAsync(exclusive, own, model);
                    }

                    break;
                case Act.Archive:
                    unit.Archive(stream, true);
                    session.Events.ArchiveStream(stream);
                    break;
                case Act.UnArchive:
                    unit.Archive(stream, false);
                    session.Events.UnArchiveStream(stream);
                    break;
                case Act.BreakOwnSql:
                    unit.IsBroken = true;
                    session.QueueSqlCommand(new NpgsqlBatchCommand("select 'not a number'::text::int"));
                    break;
                default:
                    if (step.Act == Act.Save) await SaveAsync(session, unit, model);
                    await session.DisposeAsync();
                    (sessions[step.Session], pending[step.Session]) = (Store.LightweightSession(), new LogModel.Unit());
                    break;
            }
        }

        foreach (var stream in names)
        {
            var read = await sessions[0].Events.FetchStreamAsync(stream, cancellationToken: Cancellation);
            read.Select(e => (e.Version, ((DoorCounted)e.Data).People, e.IsArchived)).ShouldBe(model.EventsOf(stream));
            read.Select(e => e.Sequence).ShouldBeInOrder();
            var state = await sessions[0].Events.FetchStreamStateAsync(stream, Cancellation);
            (state?.Version ?? 0, state?.IsArchived ?? false).ShouldBe((model.VersionOf(stream), model.IsArchived(stream)));
        }

        foreach (var session in sessions) await session.DisposeAsync();
    }

    private static void Collect(bool isTaken, Action collect)
    {
        if (isTaken) collect();
        else Should.Throw<InvalidStoreUseException>(collect);
    }

    private async Task SaveAsync(IDocumentSession session, LogModel.Unit unit, LogModel model)
    {
        if (model.Take(unit)) await session.SaveChangesAsync(Cancellation);
        else
        {
            var refusal = await Should.ThrowAsync<Exception>(session.SaveChangesAsync(Cancellation));
            (refusal is ExistingStreamIdCollisionException or EventStreamUnexpectedVersionException or ArchivedStreamException or PostgresException { SqlState: "22P02" })
                .ShouldBeTrue(refusal.ToString());
        }
    }

    private async Task PlayAtOnceAsync(Step[] script)
    {
        var names = Enumerable.Range(0, Streams).Select(_ => Guid.NewGuid()).ToArray();
        var number = 0;
        var work = script.Select(step => (Step: step, Numbers: Enumerable.Range(0, step.Events).Select(_ => ++number).ToArray())).ToList();
        var acknowledged = await Task.WhenAll(Enumerable.Range(0, Sessions).Select(writer => Task.Run(async () =>
        {
            var saved = new List<(Guid Stream, long Version, int Number)>();
            foreach (var (step, numbers) in work.Where(one => one.Step.Session == writer))
                if (await SaveAloneAsync(names[step.Stream], step.Act, numbers) is { } events)
                    saved.AddRange(events.Select(e => (e.StreamId, e.Version, ((DoorCounted)e.Data).People)));
            return saved;
        })));

        await using var session = Store.QuerySession();
        foreach (var stream in names)
        {
            var read = await session.Events.FetchStreamAsync(stream, cancellationToken: Cancellation);
            read.Select(e => e.Version).ShouldBe(Enumerable.Range(1, read.Count).Select(version => (long)version));
            read.Select(e => e.Sequence).ShouldBeInOrder();
            read.Select(e => (stream, e.Version, ((DoorCounted)e.Data).People)).ShouldBe(acknowledged.SelectMany(saved => saved).Where(saved => saved.Stream == stream).OrderBy(saved => saved.Version));
            ((await session.Events.FetchStreamStateAsync(stream, Cancellation))?.Version ?? 0).ShouldBe(read.Count);
        }
    }

    private async Task<IReadOnlyList<IEvent>?> SaveAloneAsync(Guid stream, Act act, int[] numbers)
    {
        await using var session = Store.LightweightSession();
        object[] events = [.. numbers.Select(number => new DoorCounted(number))];
        try
        {
            if (act == Act.AppendExclusive) await session.Events.AppendExclusive(stream, Cancellation, events);
            else if (act == Act.AppendExpected)
                session.Events.Append(stream, ((await session.Events.FetchStreamStateAsync(stream, Cancellation))?.Version ?? 0) + events.Length, events);
            else session.Events.Append(stream, events);
            if (act == Act.BreakOwnSql) session.QueueSqlCommand(new NpgsqlBatchCommand("select 'not a number'::text::int"));
            await session.SaveChangesAsync(Cancellation);
            act.ShouldNotBe(Act.BreakOwnSql);
            return session.LastSavedEvents;
        }
        catch (Exception refusal) when (
            refusal is EventStreamUnexpectedVersionException or ExistingStreamIdCollisionException || (act == Act.BreakOwnSql && refusal is PostgresException))
        {
            act.ShouldBeOneOf(Act.AppendExpected, Act.AppendExclusive, Act.BreakOwnSql);
            return null;
        }
    }
}
