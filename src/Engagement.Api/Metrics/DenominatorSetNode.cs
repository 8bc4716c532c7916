using Engagement.Api.Authorization;
using Engagement.Metrics;
using GraphQL;

namespace Engagement.Api.Metrics;

/// <summary>
/// A dated population reference: how many people there are, by a source. It is never changed; what is known better is another set, so a figure that names
/// its set can be made again.
/// </summary>
[ObjectType<DenominatorSheet>, GraphQLName("DenominatorSet"), GraphQLIgnore(nameof(DenominatorSheet.Set))]
[Node, Authorize(Permissions.ReadMetrics)]
public static partial class DenominatorSetNode
{
    [NodeResolver, Authorize(Permissions.ReadMetrics)]
    public static Task<DenominatorSheet?> LoadAsync(Guid id, DenominatorSets sets, CancellationToken cancellation) => sets.FindAsync(id, cancellation);

    /// <summary>What officers call it.</summary>
    public static string GetTitle([Parent] DenominatorSheet sheet) => sheet.Set.Title;

    /// <summary>Where the numbers are from.</summary>
    public static string GetSource([Parent] DenominatorSheet sheet) => sheet.Set.Source;

    /// <summary>The day they are of.</summary>
    public static DateOnly GetAsAt([Parent] DenominatorSheet sheet) => sheet.Set.AsAt;

    /// <summary>Who is counted, because sources can be read in more than one way: with or without education, health and care plans.</summary>
    public static string GetReading([Parent] DenominatorSheet sheet) => sheet.Set.Reading;

    /// <summary>All who are counted.</summary>
    public static int GetTotal([Parent] DenominatorSheet sheet) => sheet.Set.Total;

    /// <summary>The same people by group.</summary>
    public static IReadOnlyList<DenominatorGroup> GetGroups([Parent] DenominatorSheet sheet) => sheet.Set.Groups;
}
