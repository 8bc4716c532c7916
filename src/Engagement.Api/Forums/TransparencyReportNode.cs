using Engagement.Forums;
using GraphQL;

namespace Engagement.Api.Forums;

/// <summary>
/// How a forum was moderated in a month, for everyone to read. No words, and no count under ten: null says "fewer than 10". Others are rounded to five.
/// </summary>
[ObjectType<TransparencyReport>, GraphQLIgnore(nameof(TransparencyReport.ForumId)), AllowAnonymous]
public static partial class TransparencyReportNode
{
    /// <summary>Those refused, by the class of the last reason.</summary>
    [BindMember(nameof(TransparencyReport.RefusedByReason))]
    public static IReadOnlyList<RefusedFor> GetRefusedByReason([Parent] TransparencyReport report) =>
        [.. report.RefusedByReason.OrderBy(one => one.Key).Select(one => new RefusedFor(one.Key, one.Value))];
}

/// <summary>How many contributions were refused for a reason.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Count">How many; null for fewer than 10.</param>
public sealed record RefusedFor(RefusalReason Reason, int? Count);
