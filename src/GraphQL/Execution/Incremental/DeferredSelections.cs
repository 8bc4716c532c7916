using System.Collections.Immutable;

namespace GraphQL.Execution.Incremental;

/// <summary>What of a selection is executed and delivered later.</summary>
/// <param name="Usages">The deferred fragments met in the selection, an outer one before those inside it.</param>
/// <param name="Selections">The fields to execute later, by the fragments they are delivered with. A fragment may have none, or several.</param>
internal sealed record DeferredSelections(ImmutableArray<DeferUsage> Usages, ImmutableArray<DeferredSelection> Selections);

/// <summary>Fields of an object that are delivered together with the same deferred fragments.</summary>
/// <param name="Usages">The fragments.</param>
/// <param name="Plan">The fields.</param>
internal sealed record DeferredSelection(ImmutableArray<DeferUsage> Usages, SelectionPlan Plan);
