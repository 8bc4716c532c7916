using System.Diagnostics;
using EventStore;

namespace Engagement.Common;

/// <summary>
/// Carries out decisions: loads, decides, appends, in one transaction, once for each idempotency key. A repeat of the same request gets
/// the first answer, also when deciding it again would be refused because the first one has succeeded.
/// </summary>
public sealed class CommandRunner(DocumentStore store, RequestFingerprint fingerprint, TimeProvider clock)
{
    private const int Attempts = 5;

    /// <summary>When the command counts as given: the moment it is recorded for, else now.</summary>
    public DateTimeOffset MomentOf(CommandContext context) => (context.OccurredAt ?? clock.GetUtcNow()).ToUniversalTime();

    /// <summary>The day that moment falls on in London, which all rules about dates are judged by.</summary>
    public DateOnly DayOf(CommandContext context) => LondonCalendar.DayOf(MomentOf(context));

    /// <summary>Starts a stream with what was decided.</summary>
    public async Task<Guid> StartAsync<TState>(
        Guid id, object command, CommandContext context, Decision decision, Refusal? alreadyThere, CancellationToken cancellationToken)
        where TState : class
    {
        var answer = await StartAsync(
            id,
            MomentOf(context),
            command,
            context,
            decision,
            (session, events) => session.Events.StartStream<TState>(id, [.. events]),
            alreadyThere,
            cancellationToken);
        return answer.Id;
    }

    /// <summary>Starts what may be several streams, in one transaction.</summary>
    public Task<FirstAnswer> StartAsync(
        Guid id,
        DateTimeOffset at,
        object command,
        CommandContext context,
        Decision decision,
        Action<IDocumentSession, IReadOnlyList<object>> write,
        Refusal? alreadyThere,
        CancellationToken cancellationToken) =>
        OnceAsync(
            id,
            at,
            command,
            context,
            async answer =>
            {
                var events = decision.EventsOrThrow();
                await using var session = Open(context);
                write(session, events);
                try
                {
                    await SaveAsync(session, context, answer, cancellationToken);
                }
                catch (ExistingStreamIdCollisionException) when (alreadyThere is not null)
                {
                    throw new RuleRefusedException(alreadyThere);
                }
            },
            cancellationToken);

    /// <summary>
    /// Decides on a stream as it is and appends. When somebody else was faster, decides again, unless the caller said which version they saw.
    /// </summary>
    public Task ChangeAsync<TState>(
        Guid id, string thing, object command, CommandContext context, Func<TState, Decision> decide, CancellationToken cancellationToken)
        where TState : class, IEvolve<TState> =>
        ChangeAsync(id, thing, command, context, decide, (_, _, events) => events, cancellationToken);

    /// <summary>
    /// The same, where the decision also rests on what is recorded elsewhere: <paramref name="decide"/> reads that anew each time, and may first
    /// take other streams for the session alone, so that it stays so until what is decided is recorded.
    /// </summary>
    public async Task ChangeAsync<TState>(
        Guid id,
        string thing,
        object command,
        CommandContext context,
        Func<IDocumentSession, TState, Task<Decision>> decide,
        CancellationToken cancellationToken)
        where TState : class, IEvolve<TState> =>
        await OnceAsync(
            id,
            MomentOf(context),
            command,
            context,
            answer => UntilNobodyWasFasterAsync(
                id, isLast => ChangeOnceAsync(id, thing, context, answer, isLast, decide, (_, _, events) => events, cancellationToken)),
            cancellationToken);

    /// <summary>
    /// The same, where one decision also happens to other streams: <paramref name="elsewhere"/> is given the state that was decided on and what was
    /// decided, puts into the session what belongs to others, and gives back what belongs to this stream. All of it is one transaction.
    /// </summary>
    public Task ChangeAsync<TState>(
        Guid id,
        string thing,
        object command,
        CommandContext context,
        Func<TState, Decision> decide,
        Func<IDocumentSession, TState, IReadOnlyList<object>, IReadOnlyList<object>> elsewhere,
        CancellationToken cancellationToken)
        where TState : class, IEvolve<TState> =>
        AnswerAsync(id, thing, command, context, decide, elsewhere, cancellationToken);

    /// <summary>The same as a change of one stream, and says what is kept of it: a repeat is told of the first.</summary>
    public Task<FirstAnswer> AnswerAsync<TState>(
        Guid id, string thing, object command, CommandContext context, Func<TState, Decision> decide, CancellationToken cancellationToken)
        where TState : class, IEvolve<TState> =>
        AnswerAsync(id, thing, command, context, decide, (_, _, events) => events, cancellationToken);

    private async Task<FirstAnswer> AnswerAsync<TState>(
        Guid id,
        string thing,
        object command,
        CommandContext context,
        Func<TState, Decision> decide,
        Func<IDocumentSession, TState, IReadOnlyList<object>, IReadOnlyList<object>> elsewhere,
        CancellationToken cancellationToken)
        where TState : class, IEvolve<TState> =>
        await OnceAsync(
            id,
            MomentOf(context),
            command,
            context,
            answer => UntilNobodyWasFasterAsync(
                id,
                isLast => ChangeOnceAsync<TState>(
                    id, thing, context, answer, isLast, (_, state) => Task.FromResult(decide(state)), elsewhere, cancellationToken)),
            cancellationToken);

    /// <summary>
    /// Decides on several streams and appends to them in one transaction: all or nothing. When somebody else was faster with one of them, decides
    /// again on all. <paramref name="change"/> fetches each stream for writing and throws what it refuses. The context's expected version is of no
    /// one stream, so it is not used.
    /// </summary>
    public async Task<Guid> ChangeTogetherAsync(
        Guid id, object command, CommandContext context, Func<IDocumentSession, Task> change, CancellationToken cancellationToken)
    {
        var first = await OnceAsync(
            id,
            MomentOf(context),
            command,
            context,
            answer => UntilNobodyWasFasterAsync(
                id,
                async _ =>
                {
                    await using var session = Open(context);
                    await change(session);
                    await SaveAsync(session, context, answer, cancellationToken);
                }),
            cancellationToken);
        return first.Id;
    }

    /// <summary>
    /// Writes what is no event, in one transaction. <paramref name="write"/> puts the statements into the session and says how many things they are about,
    /// which a repeat is told again.
    /// </summary>
    public async Task<FirstAnswer> WriteAsync(
        Guid id, object command, CommandContext context, Func<IDocumentSession, Task<int>> write, CancellationToken cancellationToken)
    {
        var count = 0;
        var first = await OnceAsync(
            id,
            MomentOf(context),
            command,
            context,
            async answer =>
            {
                await using var session = Open(context);
                count = await write(session);
                await SaveAsync(session, context, answer is null ? null : answer with { Count = count }, cancellationToken);
            },
            cancellationToken);
        return first.Count is null ? first with { Count = count } : first;
    }

    /// <summary><paramref name="change"/> is told when it is tried for the last time.</summary>
    private static async Task UntilNobodyWasFasterAsync(Guid id, Func<bool, Task> change)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await change(attempt == Attempts);
                return;
            }
            catch (EventStreamUnexpectedVersionException conflict) when (attempt == Attempts)
            {
                throw new StaleVersionException(id, conflict.ExpectedVersion, conflict.ActualVersion);
            }
            catch (ExistingStreamIdCollisionException) when (attempt == Attempts)
            {
                throw new StaleVersionException(id, expectedVersion: 0, actualVersion: 1);
            }
            catch (EventStoreException conflict)
                when (attempt < Attempts && conflict is EventStreamUnexpectedVersionException or ExistingStreamIdCollisionException)
            {
                // Decided on what is no longer so. Whoever was faster may also have started a stream that this was to start, such as the view of
                // what both release: the store tells of whichever it meets first.
            }
        }
    }

    private async Task ChangeOnceAsync<TState>(
        Guid id,
        string thing,
        CommandContext context,
        FirstAnswer? answer,
        bool alone,
        Func<IDocumentSession, TState, Task<Decision>> decide,
        Func<IDocumentSession, TState, IReadOnlyList<object>, IReadOnlyList<object>> elsewhere,
        CancellationToken cancellationToken)
        where TState : class, IEvolve<TState>
    {
        await using var session = Open(context);
        // Where others are always faster, as when a history is being told, waiting one's turn ends it.
        var stream = alone
            ? await session.Events.FetchForExclusiveWriting<TState>(id, cancellationToken)
            : await session.Events.FetchForWriting<TState>(id, cancellationToken);
        var state = stream.Aggregate ?? throw new ThingNotFoundException(thing, id);
        if (context.ExpectedVersion is { } expected && expected != stream.StartingVersion)
            throw new StaleVersionException(id, expected, stream.StartingVersion);

        var events = (await decide(session, state)).EventsOrThrow();
        if (events.Count == 0)
            return;

        stream.AppendMany(elsewhere(session, state, events));
        await SaveAsync(session, context, answer, cancellationToken);
    }

    private async Task<FirstAnswer> OnceAsync(
        Guid id, DateTimeOffset at, object command, CommandContext context, Func<FirstAnswer?, Task> work, CancellationToken cancellationToken)
    {
        var answer = new FirstAnswer(fingerprint.Of(command), id, at);
        if (context.IdempotencyKey is not { } key)
        {
            await work(null);
            return answer;
        }

        if (IdempotencyKeys.Check(key) is { } refusal)
            throw new RuleRefusedException(refusal);

        try
        {
            await work(answer);
            return answer;
        }
        catch (EventStore.IdempotencyKeyReusedException used)
        {
            return Repeat(key, answer, FirstAnswer.FromJson(used.FirstResult));
        }
        catch (Exception failure) when (failure is EngagementException or EventStoreException)
        {
            // The first request may be the very reason why its repeat fails, so the key is looked up before the failure is believed.
            if (await store.FirstResultAsync(key, cancellationToken) is { } first)
                return Repeat(key, answer, FirstAnswer.FromJson(first));

            throw;
        }
    }

    private static FirstAnswer Repeat(string key, FirstAnswer answer, FirstAnswer first) =>
        answer.Fingerprint == first.Fingerprint ? first : throw new IdempotencyKeyReusedException(key);

    private IDocumentSession Open(CommandContext context)
    {
        var session = store.LightweightSession();
        session.LastModifiedBy = context.ActorRole;
        session.CorrelationId = context.CorrelationId ?? Activity.Current?.TraceId.ToString();
        session.CausationId = context.CausationId;
        if (context.OccurredAt is { } occurredAt)
            session.SetHeader(EventMetadata.OccurredAtHeader, occurredAt);

        if (context.ActorId is { } actor)
            session.SetHeader(EventMetadata.ActorIdHeader, actor);

        return session;
    }

    private static Task SaveAsync(IDocumentSession session, CommandContext context, FirstAnswer? answer, CancellationToken cancellationToken)
    {
        if (context.IdempotencyKey is { } key && answer is not null)
            session.SetIdempotencyKey(key, answer.ToJson());

        return session.SaveChangesAsync(cancellationToken);
    }
}
