using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Errors;
using Engagement.Releases;
using GraphQL;

namespace Engagement.Api.Releases;

[MutationType]
[Error<RuleRefused>, Error<IdempotencyKeyReused>, Error<StaleVersion>]
public static partial class ReleaseMutations
{
    /// <summary>
    /// Make figures as they had been recorded by a moment, and check whether they may be seen. A check that fails is recorded too, and the release says why.
    /// It takes the place of a draft of the same that was not published.
    /// </summary>
    /// <param name="title">What the release is called.</param>
    /// <param name="subject">What it is of.</param>
    /// <param name="asAt">The moment; left out: now.</param>
    /// <param name="reason">Why earlier figures are revised; needed where some of the same have been published.</param>
    [Authorize(Permissions.DraftReleases), Cost(20)]
    public static async Task<ReleasePage?> DraftReleaseAsync(
        string title,
        ReleaseOf subject,
        DateTimeOffset? asAt,
        string? reason,
        [Spread] Repeatable repeatable,
        ReleaseCommands commands,
        ReleaseReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        var command = new DraftRelease(title, subject.ToSubject(), asAt, reason);
        var id = await commands.DraftAsync(command, user.Context(Permissions.DraftReleases, repeatable), cancellation);
        return await reads.FindAsync(id, cancellation);
    }

    /// <summary>Agree that figures which passed the check are published. Whoever drafted them cannot.</summary>
    [Authorize(Permissions.ApproveReleases), Error<NotFound>]
    public static async Task<ReleasePage?> ApproveReleaseAsync(
        [Spread, ID<ReleasePage>(nameof(ApproveRelease.ReleaseId))] ApproveRelease command,
        [Spread] Versioned versioned,
        ReleaseCommands commands,
        ReleaseReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.ApproveAsync(command, user.Context(Permissions.ApproveReleases, versioned), cancellation);
        return await reads.FindAsync(command.ReleaseId, cancellation);
    }

    /// <summary>Freeze figures that were checked and approved, for anybody to read. Earlier figures of the same stay readable, and say that they were revised.</summary>
    [Authorize(Permissions.ApproveReleases), Error<NotFound>, Cost(20)]
    public static async Task<ReleasePage?> PublishReleaseAsync(
        [Spread, ID<ReleasePage>(nameof(PublishRelease.ReleaseId))] PublishRelease command,
        [Spread] Versioned versioned,
        ReleaseCommands commands,
        ReleaseReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.PublishAsync(command, user.Context(Permissions.ApproveReleases, versioned), cancellation);
        return await reads.FindAsync(command.ReleaseId, cancellation);
    }
}
