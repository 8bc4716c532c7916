using System.Collections.Immutable;

namespace GraphQL.Execution.Incremental;

/// <summary>A fragment that the document defers, met while the selections on one type are collected.</summary>
/// <param name="label">What the client calls it, or null.</param>
/// <param name="parent">The deferred fragment it stands in, or null when what it stands in is not deferred.</param>
internal sealed class DeferUsage(string? label, DeferUsage? parent)
{
    public string? Label { get; } = label;

    public DeferUsage? Parent { get; } = parent;

    /// <summary>
    /// With which deferred fragments a field is delivered when these ask for it: with none as soon as one place asks for it undeferred, and not
    /// with a fragment that is deferred further than another.
    /// </summary>
    public static ImmutableArray<DeferUsage> Outermost(IReadOnlyList<DeferUsage?> usages)
    {
        var distinct = usages.ToHashSet();
        return distinct.Contains(null) ? [] : [.. distinct.Where(usage => !usage!.IsWithin(distinct))!];
    }

    public static bool AreSame(ImmutableArray<DeferUsage> first, ImmutableArray<DeferUsage> second) =>
        first.Length == second.Length && first.All(second.Contains);

    private bool IsWithin(HashSet<DeferUsage?> usages)
    {
        for (var outer = Parent; outer is not null; outer = outer.Parent)
        {
            if (usages.Contains(outer))
                return true;
        }
        return false;
    }
}
