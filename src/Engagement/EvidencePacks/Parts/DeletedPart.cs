using Engagement.Releases;

namespace Engagement.EvidencePacks.Parts;

/// <summary>How much of what people said and told had been deleted, by rule or because somebody asked.</summary>
internal static class DeletedPart
{
    private const string Nothing = "Nothing had been deleted.";

    public static PackSection Of(PackFacts known) => new(
        "deleted",
        "What had been deleted",
        [
            $"What people said is kept for the years of its rule and no longer, and words are erased when their author asks and nothing stands against it. Of what was deleted only the number is left, under the policy of disclosure “{DisclosurePolicy.Public.Name}”, version {DisclosurePolicy.Public.Version}: counts under 10 are hidden as {PackValue.Hidden}, and others are rounded to 5. Figures that had been released stay as they were, and so do the events of the log and their proofs: what is erased in them can be read by nobody any more.",
        ],
        [
            new PackTable(
                "deleted",
                "Records that had been deleted",
                [new("class", "What"), new("records", "Records")],
                [
                    .. known.Deleted.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => (IReadOnlyList<object?>)
                        [$"{char.ToUpperInvariant(one.Key[0])}{one.Key[1..]}", (object?)DisclosurePolicy.Public.Lone(one.Value) ?? PackValue.Hidden]),
                ])
            {
                Empty = Nothing,
            },
        ])
    {
        InShort = known.Deleted.Count == 0 ? Nothing : $"Records of {PackValue.Count(known.Deleted.Count, "kind", "kinds")} had been deleted, by rule or because somebody asked.",
    };
}
