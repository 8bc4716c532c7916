using Engagement.Common;
using GraphQL;

namespace Engagement.Api.Common;

[QueryType]
public static partial class PlaceQueries
{
    /// <summary>The districts of the county, by name: what filters by district take the code of.</summary>
    [AllowAnonymous]
    public static IReadOnlyList<District> GetDistricts() => District.All;
}
