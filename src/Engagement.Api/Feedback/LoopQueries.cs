using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Common;
using Engagement.Consultations;
using Engagement.Feedback;
using GraphQL;
using GraphQL.Data;

namespace Engagement.Api.Feedback;

[QueryType]
public static partial class LoopQueries
{
    /// <summary>Feedback loops. Those of themes that were merged away are left out.</summary>
    /// <param name="order">In which order.</param>
    [Authorize(Permissions.ReadLoops), UsePaging(DefaultPageSize = 20, MaxPageSize = 200, IncludeTotalCount = true)]
    public static Task<Connection<LoopCard>> GetLoopsAsync(
        [Spread, ID<ConsultationPage>(nameof(LoopBoardQuery.ConsultationId))] LoopBoardQuery query,
        PagingArguments paging,
        LoopReads reads,
        TimeProvider clock,
        CancellationToken cancellation,
        LoopOrder order = LoopOrder.DueFirst)
    {
        var today = clock.LondonToday();
        return Keyset.PageAsync(
            paging,
            LoopReads.PositionOf,
            (after, limit) => reads.BoardAsync(query, order, today, after, limit, cancellation),
            () => reads.CountAsync(query, today, cancellation));
    }

    /// <summary>One feedback loop.</summary>
    /// <param name="id">The feedback loop.</param>
    /// <param name="asAt">As it stood at this moment, null before it was opened; left out: as it stands now. What it leads to is always as it is now.</param>
    [Authorize(Permissions.ReadLoops)]
    public static Task<LoopCard?> GetLoopAsync([ID<LoopCard>] Guid id, DateTimeOffset? asAt, FeedbackReads reads, CancellationToken cancellation) =>
        asAt is { } moment ? reads.FindLoopAsync(id, moment, cancellation) : reads.FindLoopAsync(id, cancellation);

    /// <summary>How many loops there are, and how they stand.</summary>
    /// <param name="consultationId">Those of one consultation; left out: all.</param>
    [Authorize(Permissions.ReadLoops)]
    public static Task<LoopBoardCounts> GetLoopCountsAsync(
        [ID<ConsultationPage>] Guid? consultationId, LoopReads reads, TimeProvider clock, CancellationToken cancellation) =>
        reads.CountsAsync(consultationId, clock.LondonToday(), cancellation);

    /// <summary>What was promised, over all loops, those due first first: with <c>lateOnly</c>, what is late.</summary>
    [Authorize(Permissions.ReadLoops), UsePaging(DefaultPageSize = 20, IncludeTotalCount = true)]
    public static Task<Connection<LoopCommitment>> GetCommitmentsAsync(
        [Spread, ID<ConsultationPage>(nameof(CommitmentQuery.ConsultationId))] CommitmentQuery query,
        PagingArguments paging,
        CommitmentReads reads,
        TimeProvider clock,
        CancellationToken cancellation)
    {
        var today = clock.LondonToday();
        return Keyset.PageByAsync<LoopCommitment, CommitmentPosition>(
            paging,
            CommitmentPosition.TryParse,
            CommitmentPosition.Of,
            (after, limit) => reads.ListAsync(query, today, after, limit, cancellation),
            () => reads.CountAsync(query, today, cancellation));
    }

    /// <summary>What people wrote when they said whether an entry answers them, newest first. Each reading is put on record.</summary>
    /// <param name="loopId">The feedback loop.</param>
    [Authorize(Permissions.ReadViews), UsePaging(DefaultPageSize = 50)]
    public static Task<Connection<ConfirmationComment>> GetConfirmationCommentsAsync(
        [ID<LoopCard>] Guid loopId, PagingArguments paging, LoopReads reads, CancellationToken cancellation) =>
        Keyset.PageAsync(paging, comment => (long)comment.Version, (before, limit) => reads.CommentsAsync(loopId, before, limit, cancellation), count: null);
}

/// <summary>What somebody wrote when they said whether an entry answers them.</summary>
[ObjectType<ConfirmationComment>, GraphQLIgnore(nameof(ConfirmationComment.ConsultationId), nameof(ConfirmationComment.Version)), Authorize(Permissions.ReadViews)]
public static partial class ConfirmationCommentNode;
