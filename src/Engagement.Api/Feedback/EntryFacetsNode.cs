using Engagement.Common;
using Engagement.Feedback;
using GraphQL;

namespace Engagement.Api.Feedback;

/// <summary>How many entries a further narrowing would leave, exactly. What is everybody's, or the whole county's, counts under each.</summary>
[ObjectType<EntryFacets>]
public static partial class EntryFacetsNode
{
    /// <summary>By state: every state, also where there are none.</summary>
    [BindMember(nameof(EntryFacets.States))]
    public static IReadOnlyList<EntriesOfState> GetStates([Parent] EntryFacets facets) => [.. facets.States.Select(one => new EntriesOfState(one.Key, one.Value))];

    /// <summary>By whose point it was: every audience, also where there are none.</summary>
    [BindMember(nameof(EntryFacets.Audiences))]
    public static IReadOnlyList<EntriesOfAudience> GetAudiences([Parent] EntryFacets facets) =>
        [.. facets.Audiences.Select(one => new EntriesOfAudience(one.Key, one.Value))];

    /// <summary>By district: every district, also where there are none.</summary>
    [BindMember(nameof(EntryFacets.Districts))]
    public static IReadOnlyList<EntriesOfDistrict> GetDistricts([Parent] EntryFacets facets) =>
        [.. facets.Districts.Select(one => new EntriesOfDistrict(one.Key, one.Value))];
}

/// <summary>How many entries there are in a state.</summary>
/// <param name="State">We will, we did or we cannot.</param>
/// <param name="Count">How many entries.</param>
public sealed record EntriesOfState(EntryState State, int Count);

/// <summary>How many entries there are for an audience.</summary>
/// <param name="Audience">Whose point it was.</param>
/// <param name="Count">How many entries.</param>
public sealed record EntriesOfAudience(Audience Audience, int Count);

/// <summary>How many entries there are for a district.</summary>
/// <param name="District">The code of the district.</param>
/// <param name="Count">How many entries.</param>
public sealed record EntriesOfDistrict(string District, int Count);
