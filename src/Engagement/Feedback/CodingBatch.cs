using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>Views that something is done to together.</summary>
internal static class CodingBatch
{
    public const int Most = 200;

    public static Refusal? Check(IReadOnlyList<Guid> viewIds) => viewIds.Count == 0
        ? new Refusal("VIEWS_MISSING", "Choose at least one view", "viewIds")
        : Lists.Check(viewIds, Most, "views", "viewIds");

    /// <summary>The refusal of all because of one, which is named by its place.</summary>
    public static Refusal BecauseOf(Refusal one, int place, int count) =>
        count == 1 ? one : one with { Message = $"Nothing was changed, because of view {place} of {count}. {one.Message}" };
}
