using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.SignIn;
using Engagement.Common;
using Engagement.Privacy;
using GraphQL;
using GraphQL.Data;

namespace Engagement.Api.Privacy;

[QueryType]
public static partial class PrivacyQueries
{
    /// <summary>Requests for erasure, the first due first: what is overdue comes before everything else.</summary>
    /// <param name="isDone">Those of which nothing more is to be done, instead of the others.</param>
    [Authorize(Permissions.DestroyKeys), UsePaging(DefaultPageSize = 20, IncludeTotalCount = true)]
    public static Task<Connection<ErasureCase>> GetErasureCasesAsync(
        PagingArguments paging, PrivacyReads reads, CancellationToken cancellation, bool isDone = false) => Keyset.PageByAsync<ErasureCase, DayPosition>(
            paging,
            DayPosition.TryParse,
            PrivacyReads.PositionOf,
            (after, limit) => reads.ListAsync(isDone, after, limit, cancellation),
            () => reads.CountAsync(isDone, cancellation));

    /// <summary>What each answer to a request for erasure may rest on.</summary>
    [AllowAnonymous]
    public static IReadOnlyList<ErasureGrounds> GetErasureGrounds() =>
        [.. DecideErasure.Grounds.OrderBy(one => one.Key).Select(one => new ErasureGrounds(one.Key, one.Value))];

    /// <summary>How long each class of record is kept, how much is due now, and what the rule has deleted so far.</summary>
    [Authorize(Permissions.ReadRetention)]
    public static async Task<Retention> GetRetentionAsync(RetentionRun run, PrivacyReads reads, TimeProvider clock, CancellationToken cancellation)
    {
        var due = await run.DueAsync(clock.LondonToday(), cancellation);
        var history = await reads.RetentionAsync(cancellation);
        var policy = RetentionPolicy.Current;
        return new Retention(
            policy.Version,
            policy.From,
            RetentionSchedule.NextRun(clock),
            [
                .. policy.Rules.Select(rule => new RetainedClass(
                    rule,
                    due.GetValueOrDefault(rule.Class),
                    history.GetValueOrDefault(rule.Class)?.LastAt,
                    history.GetValueOrDefault(rule.Class)?.Deleted ?? 0)),
            ]);
    }

    /// <summary>An export of what we hold of you; null when there is none, or none any more.</summary>
    /// <param name="id">The export.</param>
    [Authorize(Permissions.ChangeOwnRecord)]
    public static Task<SubjectExport?> GetSubjectExportAsync(
        [ID<SubjectExport>] Guid id, SubjectExports exports, ClaimsPrincipal user, CancellationToken cancellation) =>
        exports.FindAsync(id, user.ActorId()!.Value, cancellation);
}

/// <summary>What an answer to a request for erasure may rest on.</summary>
/// <param name="Outcome">The answer.</param>
/// <param name="Grounds">What the law gives for it.</param>
public sealed record ErasureGrounds(ErasureOutcome Outcome, IReadOnlyList<ErasureGround> Grounds);

/// <summary>The rules for how long records are kept.</summary>
/// <param name="Version">The version of the rules.</param>
/// <param name="From">Since when they hold.</param>
/// <param name="NextRunAt">When they are looked at next: every midnight in London.</param>
/// <param name="Classes">The classes of records.</param>
public sealed record Retention(int Version, DateOnly From, DateTimeOffset NextRunAt, IReadOnlyList<RetainedClass> Classes);

/// <summary>A class of records.</summary>
/// <param name="Rule">For how long it is kept.</param>
/// <param name="Due">How many of them have been kept long enough, and go at the next look.</param>
/// <param name="LastDeletedAt">When the rule last deleted something; null when it never has.</param>
/// <param name="Deleted">How many it has deleted, in all.</param>
public sealed record RetainedClass(RetentionRule Rule, long Due, DateTimeOffset? LastDeletedAt, long Deleted);
