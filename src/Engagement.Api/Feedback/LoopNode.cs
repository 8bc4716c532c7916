using Engagement.Api.Authorization;
using Engagement.Feedback;
using GraphQL;

namespace Engagement.Api.Feedback;

/// <summary>What becomes of a theme: from what people said to a decision, what was done, and telling them.</summary>
[ObjectType<LoopCard>, GraphQLName("Loop")]
[GraphQLIgnore(
    nameof(LoopCard.ThemeId), nameof(LoopCard.ConsultationId), nameof(LoopCard.Entry), nameof(LoopCard.Told), nameof(LoopCard.OpenedAt),
    nameof(LoopCard.Commitments), nameof(LoopCard.ReportVersionRead), nameof(LoopCard.Reopened), nameof(LoopCard.Draft),
    nameof(LoopCard.DraftApprovedBy), nameof(LoopCard.Words), nameof(LoopCard.StartedOn), nameof(LoopCard.DueOn), nameof(LoopCard.ClosedAt),
    nameof(LoopCard.IsActedUpon), nameof(LoopCard.PublishedAs), nameof(LoopCard.ToPublishSince),
    nameof(LoopCard.ConfirmationAskedAt), nameof(LoopCard.Confirmation), nameof(LoopCard.ConfirmedAt), nameof(LoopCard.NeedsAttentionSince),
    nameof(LoopCard.Escalations))]
[Node, Authorize(Permissions.ReadLoops)]
public static partial class LoopNode
{
    [NodeResolver, Authorize(Permissions.ReadLoops)]
    public static Task<LoopCard?> LoadAsync(Guid id, FeedbackReads reads, CancellationToken cancellation) => reads.FindLoopAsync(id, cancellation);

    /// <summary>The theme it answers.</summary>
    public static async Task<ThemeCard> GetThemeAsync([Parent] LoopCard loop, IThemeByIdDataLoader themes, CancellationToken cancellation) =>
        await themes.LoadAsync(loop.ThemeId, cancellation)
            ?? throw new InvalidOperationException($"Loop {loop.Id} names a theme that is not there.");

    /// <summary>Its public face, once it is published.</summary>
    [GraphQLName("entry")]
    public static async Task<EntryPage?> GetEntryAsync([Parent] LoopCard loop, IEntryByIdDataLoader entries, CancellationToken cancellation) =>
        loop.Entry is null ? null : await entries.LoadAsync(loop.Id, cancellation);

    /// <summary>How many of those who said it have been told; null until they are.</summary>
    public static int? GetContributorsTold([Parent] LoopCard loop) => loop.Told?.Count;
}
