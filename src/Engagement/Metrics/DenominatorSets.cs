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

    /// <summary>Those of the latest day first.</summary>
    public Task<IReadOnlyList<DenominatorSheet>> ListAsync(CancellationToken cancellationToken) =>
        store.ListDocumentsAsync<DenominatorSheet>(
            "select data from public.mt_doc_denominatorsheet order by data -> 'Set' ->> 'AsAt' desc, id", cancellationToken);

    /// <exception cref="ThingNotFoundException">There is no such set.</exception>
    internal async Task<DenominatorSheet> GetAsync(Guid id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ?? throw new ThingNotFoundException(Thing, id);
}
