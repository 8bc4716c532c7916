using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Consultations;
using Engagement.Feedback;
using GraphQL;
using GraphQL.Data;

namespace Engagement.Api.Feedback;

[QueryType]
public static partial class FeedbackQueries
{
    /// <summary>Published "you said, we did", the last changed first.</summary>
    [AllowAnonymous, UsePaging(DefaultPageSize = 20, IncludeTotalCount = true)]
    public static Task<Connection<EntryPage>> GetEntriesAsync(PagingArguments paging, EntryReads reads, CancellationToken cancellation) =>
        Keyset.PageAsync(
            paging,
            entry => entry.Position,
            (after, limit) => reads.ListAsync(after, limit, cancellation),
            () => reads.CountAsync(cancellation));

    /// <summary>One entry by the readable part of its address.</summary>
    [AllowAnonymous]
    public static Task<EntryPage?> GetEntryBySlugAsync(string slug, EntryReads reads, CancellationToken cancellation) =>
        reads.BySlugAsync(slug, cancellation);

    /// <summary>What people said in a consultation, newest first.</summary>
    /// <param name="consultationId">The consultation.</param>
    /// <param name="state">Only those in this state.</param>
    [Authorize(Permissions.ReadViews), UsePaging(DefaultPageSize = 20, IncludeTotalCount = true)]
    public static Task<Connection<ViewDetail>> GetViewsAsync(
        [ID<ConsultationPage>] Guid consultationId, ViewState? state, PagingArguments paging, FeedbackReads reads, CancellationToken cancellation) =>
        Keyset.PageAsync(
            paging,
            FeedbackReads.PositionOf,
            (after, limit) => reads.ViewsAsync(consultationId, state, after, limit, cancellation),
            () => reads.CountViewsAsync(consultationId, state, cancellation));

    /// <summary>The themes of a consultation, in the order they were opened.</summary>
    /// <param name="consultationId">The consultation.</param>
    [Authorize(Permissions.ReadLoops)]
    public static Task<IReadOnlyList<ThemeCard>> GetThemesAsync(
        [ID<ConsultationPage>] Guid consultationId, FeedbackReads reads, CancellationToken cancellation) =>
        reads.ThemesAsync(consultationId, cancellation);

    /// <summary>The feedback loops of a consultation, in the order they were opened.</summary>
    /// <param name="consultationId">The consultation.</param>
    [Authorize(Permissions.ReadLoops)]
    public static Task<IReadOnlyList<LoopCard>> GetLoopsAsync(
        [ID<ConsultationPage>] Guid consultationId, FeedbackReads reads, CancellationToken cancellation) =>
        reads.LoopsAsync(consultationId, cancellation);

    /// <summary>One feedback loop.</summary>
    [Authorize(Permissions.ReadLoops)]
    public static Task<LoopCard?> GetLoopAsync([ID<LoopCard>] Guid id, FeedbackReads reads, CancellationToken cancellation) =>
        reads.FindLoopAsync(id, cancellation);
}
