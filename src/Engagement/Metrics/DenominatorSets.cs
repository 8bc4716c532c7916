using Engagement.Common;
using EventStore;

namespace Engagement.Metrics;

/// <summary>Denominator sets: loading and finding them.</summary>
/// <exception cref="RuleRefusedException">A rule refuses it.</exception>
/// <exception cref="IdempotencyKeyReusedException">The key was used for another request.</exception>
public sealed class DenominatorSets(CommandRunner runner, DocumentStore store)
{
    private const string Thing = "denominator set";

    public Task<Guid> LoadAsync(LoadDenominatorSet command, CommandContext context, CancellationToken cancellationToken) =>
        runner.StartAsync<DenominatorSet>(
            DeterministicId.ForNew(Thing, context.IdempotencyKey),
            command,
            context,
            LoadDenominatorSet.Decide(command, runner.DayOf(context)),
            null,
            cancellationToken);

    public Task<DenominatorSheet?> FindAsync(Guid id, CancellationToken cancellationToken) => store.LoadAsync<DenominatorSheet>(id, cancellationToken);

    public Task<IReadOnlyList<DenominatorSheet>> ByIdsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        store.LoadManyAsync<DenominatorSheet>(ids, cancellationToken);

    /// <summary>Those of the latest day first, a page of them. Sets are tens, so the list is read without an index of its own.</summary>
    public async Task<Slice<DenominatorSheet>> ListAsync(TimePosition? after, int limit, CancellationToken cancellationToken)
    {
        var rows = await store.ListDocumentsAsync<DenominatorSheet>(
            """
            select data from public.mt_doc_denominatorsheet
            where $1::timestamptz is null or ((data -> 'Set' ->> 'AsAt')::date, id) < (($1 at time zone 'UTC')::date, $2)
            order by (data -> 'Set' ->> 'AsAt')::date desc, id desc
            limit $3
            """,
            cancellationToken,
            after?.At.UtcDateTime,
            after?.Id,
            limit + 1);
        return rows.SliceOf(limit);
    }

    public static TimePosition PositionOf(DenominatorSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return new(new DateTimeOffset(sheet.Set.AsAt, TimeOnly.MinValue, TimeSpan.Zero), sheet.Id);
    }

    /// <exception cref="ThingNotFoundException">There is no such set.</exception>
    internal async Task<DenominatorSheet> GetAsync(Guid id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ?? throw new ThingNotFoundException(Thing, id);
}
