using System.Collections.Immutable;
using GraphQL.Language;

namespace GraphQL.Validation;

/// <summary>Two fields with one response name that cannot be merged, with the fields below them that are the cause.</summary>
/// <param name="ResponseName">The response name.</param>
/// <param name="Reason">Why they cannot be merged.</param>
/// <param name="First">The first field, then the fields below it that conflict.</param>
/// <param name="Second">The second field, then the fields below it that conflict.</param>
internal sealed record FieldConflict(string ResponseName, string Reason, ImmutableArray<FieldNode> First, ImmutableArray<FieldNode> Second)
{
    // Further conflicts below one field say nothing new, and each level could multiply the message.
    private const int MaxFieldsNamed = 64;

    /// <summary>The conflict of two fields whose subfields conflict.</summary>
    public static FieldConflict Above(string responseName, FieldNode first, FieldNode second, IReadOnlyList<FieldConflict> below)
    {
        var conflicts = new List<FieldConflict>();
        var named = 0;
        foreach (var conflict in below)
        {
            named += conflict.First.Length;
            if (conflicts.Count > 0 && named > MaxFieldsNamed)
                break;
            conflicts.Add(conflict);
        }

        return new FieldConflict(
            responseName,
            string.Join(" and ", conflicts.Select(conflict => $"subfields \"{conflict.ResponseName}\" conflict because {conflict.Reason}")),
            [first, .. conflicts.SelectMany(conflict => conflict.First)],
            [second, .. conflicts.SelectMany(conflict => conflict.Second)]);
    }
}
