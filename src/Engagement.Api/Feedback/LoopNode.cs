using Engagement.Api.Authorization;
using Engagement.Api.Consultations;
using Engagement.Common;
using Engagement.Consultations;
using Engagement.Feedback;
using GraphQL;

namespace Engagement.Api.Feedback;

/// <summary>What becomes of a theme: from what people said to a decision, what was done, and telling them.</summary>
[ObjectType<LoopCard>, GraphQLName("Loop")]
[GraphQLIgnore(nameof(LoopCard.ThemeId), nameof(LoopCard.ConsultationId), nameof(LoopCard.AreContributorsTold), nameof(LoopCard.IsActedUpon))]
[Node, Authorize(Permissions.ReadLoops)]
public static partial class LoopNode
{
    [NodeResolver, Authorize(Permissions.ReadLoops)]
    public static Task<LoopCard?> LoadAsync(Guid id, FeedbackReads reads, CancellationToken cancellation) => reads.FindLoopAsync(id, cancellation);

    /// <summary>The theme it answers.</summary>
    public static async Task<ThemeCard> GetThemeAsync([Parent] LoopCard loop, IThemeByIdDataLoader themes, CancellationToken cancellation) =>
        await themes.LoadAsync(loop.ThemeId, cancellation)
            ?? throw new InvalidOperationException($"Loop {loop.Id} names a theme that is not there.");

    /// <summary>The consultation of its theme; null for a standing theme.</summary>
    public static async Task<ConsultationPage?> GetConsultationAsync(
        [Parent] LoopCard loop, IConsultationByIdDataLoader consultations, CancellationToken cancellation) =>
        loop.ConsultationId is { } id ? await consultations.LoadAsync(id, cancellation) : null;

    /// <summary>All that was promised, in the order it was.</summary>
    [BindMember(nameof(LoopCard.Commitments))]
    public static IReadOnlyList<LoopCommitment> GetCommitments([Parent] LoopCard loop) =>
        [.. loop.Commitments.Select(commitment => LoopCommitment.Of(loop.Id, commitment))];

    /// <summary>Its public face, once it is published.</summary>
    [BindMember(nameof(LoopCard.Entry))]
    public static async Task<EntryPage?> GetEntryAsync([Parent] LoopCard loop, IEntryByIdDataLoader entries, CancellationToken cancellation) =>
        loop.Entry is null ? null : await entries.LoadAsync(loop.Id, cancellation);

    /// <summary>How many of those who said it have been told; null until they are.</summary>
    public static int? GetContributorsTold([Parent] LoopCard loop) => loop.Told?.Count;

    /// <summary>Whether it is open after the day it was due.</summary>
    public static bool GetIsOverdue([Parent] LoopCard loop, TimeProvider clock) => loop.ClosedAt is null && loop.DueOn < clock.LondonToday();

    /// <summary>What must be so before it is closed, and what is missing. It closes by itself with the last of it.</summary>
    public static LoopConditions GetConditions([Parent] LoopCard loop) => LoopConditions.Of(loop);
}

[ObjectType<LoopConditions>, Authorize(Permissions.ReadLoops)]
public static partial class LoopConditionsNode
{
    /// <summary>What is still missing, in words, in the order in which it is done.</summary>
    public static IReadOnlyList<string> GetMissing([Parent] LoopConditions conditions) => conditions.Missing();
}

[ObjectType<LoopCommitment>, GraphQLIgnore(nameof(LoopCommitment.LoopId)), Authorize(Permissions.ReadLoops)]
public static partial class LoopCommitmentNode
{
    /// <summary>The loop it was made in.</summary>
    public static async Task<LoopCard> GetLoopAsync([Parent] LoopCommitment commitment, ILoopByIdDataLoader loops, CancellationToken cancellation) =>
        await loops.LoadAsync(commitment.LoopId, cancellation)
            ?? throw new InvalidOperationException($"A commitment names loop {commitment.LoopId}, which is not there.");

    /// <summary>Whether it is not delivered after the day it was due.</summary>
    public static bool GetIsLate([Parent] LoopCommitment commitment, TimeProvider clock) => commitment.IsLateOn(clock.LondonToday());
}

[ObjectType<LoopBoardCounts>, GraphQLName("LoopCounts"), Authorize(Permissions.ReadLoops)]
public static partial class LoopCountsNode
{
    /// <summary>How many there are in each state, in the order of the states.</summary>
    [BindMember(nameof(LoopBoardCounts.ByState))]
    public static IReadOnlyList<LoopStateCount> GetByState([Parent] LoopBoardCounts counts) =>
        [.. Enum.GetValues<LoopState>().Select(state => new LoopStateCount(state, counts.ByState.GetValueOrDefault(state)))];
}

/// <summary>How many loops there are in a state.</summary>
/// <param name="State">The last thing that happened in them.</param>
/// <param name="Count">How many there are.</param>
public sealed record LoopStateCount(LoopState State, int Count);
