using Engagement.Activities;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Charter;
using Engagement.Common;
using GraphQL;
using GraphQL.Data;

namespace Engagement.Api.Charter;

[QueryType]
public static partial class CharterQueries
{
    /// <summary>The editions of charters, the latest first.</summary>
    [Authorize(Permissions.ReadCharter), UsePaging(DefaultPageSize = 20)]
    public static Task<Connection<CharterEdition>> GetCharterEditionsAsync(PagingArguments paging, CharterReads reads, CancellationToken cancellation) =>
        Keyset.PageByAsync<CharterEdition, DayPosition>(
            paging, DayPosition.TryParse, CharterReads.PositionOf, (after, limit) => reads.ListEditionsAsync(after, limit, cancellation));

    /// <summary>One edition; null when there is none.</summary>
    /// <param name="id">The edition.</param>
    [Authorize(Permissions.ReadCharter)]
    public static Task<CharterEdition?> GetCharterEditionAsync([ID<CharterEdition>] Guid id, CharterReads reads, CancellationToken cancellation) =>
        reads.FindEditionAsync(id, cancellation);

    /// <summary>What is commissioned, what began last first.</summary>
    [Authorize(Permissions.ReadCharter), UsePaging(DefaultPageSize = 20, IncludeTotalCount = true)]
    public static Task<Connection<CommissioningActivity>> GetCommissioningActivitiesAsync(
        [Spread] CommissioningFilter filter, PagingArguments paging, CharterReads reads, CancellationToken cancellation) =>
        Keyset.PageByAsync<CommissioningActivity, DayPosition>(
            paging,
            DayPosition.TryParse,
            CharterReads.PositionOf,
            (after, limit) => reads.ListAsync(filter, after, limit, cancellation),
            () => reads.CountAsync(filter, cancellation));

    /// <summary>One commissioning activity; null when there is none.</summary>
    /// <param name="id">The commissioning activity.</param>
    /// <param name="asAt">As it was recorded by a moment, with the grid of then; left out: as it is known now.</param>
    [Authorize(Permissions.ReadCharter)]
    public static Task<CommissioningActivity?> GetCommissioningActivityAsync(
        [ID<CommissioningActivity>] Guid id, DateTimeOffset? asAt, CharterReads reads, CancellationToken cancellation) =>
        asAt is { } moment ? reads.FindAsAtAsync(id, moment, cancellation) : reads.FindAsync(id, cancellation);

    /// <summary>
    /// Evidence that found itself: what happened in the time of a stage, reached people who would be affected, and shows a principle by one of the rules. What
    /// was claimed or rejected for a cell is not proposed for it again. Meetings to which parents' representatives came are proposed where the group has signed
    /// up to the edition. The newest first.
    /// </summary>
    /// <param name="commissioningActivityId">The commissioning activity.</param>
    /// <param name="principle">The key of a principle; left out: for all.</param>
    /// <param name="stage">A stage; left out: for all.</param>
    [Authorize(Permissions.ReadCharter), UsePaging(DefaultPageSize = 20)]
    public static async Task<Connection<EvidenceProposal>> GetEvidenceProposalsAsync(
        [ID<CommissioningActivity>] Guid commissioningActivityId,
        string? principle,
        CycleStage? stage,
        PagingArguments paging,
        CharterReads reads,
        EvidenceReads evidence,
        TimeProvider clock,
        CancellationToken cancellation)
    {
        var activity = await reads.FindAsync(commissioningActivityId, cancellation);
        var edition = activity is null ? null : await reads.FindEditionAsync(activity.EditionId, cancellation);
        return await Keyset.PageByAsync<EvidenceProposal, ProposalPosition>(
            paging,
            ProposalPosition.TryParse,
            EvidenceReads.PositionOf,
            (after, limit) => activity is null || edition is null
                ? Task.FromResult(new Slice<EvidenceProposal>([], false))
                : evidence.ProposalsAsync(activity, edition, principle, stage, clock.LondonToday(), after, limit, cancellation));
    }

    /// <summary>All that happened, is not too old and reached people who would be affected: what a claim can be made of. The newest first.</summary>
    /// <param name="commissioningActivityId">The commissioning activity.</param>
    /// <param name="words">With these words in its title.</param>
    /// <param name="kind">Of one kind.</param>
    [Authorize(Permissions.ReadCharter), UsePaging(DefaultPageSize = 20)]
    public static async Task<Connection<Evidence>> GetClaimableEvidenceAsync(
        [ID<CommissioningActivity>] Guid commissioningActivityId,
        string? words,
        EvidenceKind? kind,
        PagingArguments paging,
        CharterReads reads,
        EvidenceReads evidence,
        TimeProvider clock,
        CancellationToken cancellation)
    {
        var activity = await reads.FindAsync(commissioningActivityId, cancellation);
        return await Keyset.PageByAsync<Evidence, ProposalPosition>(
            paging,
            ProposalPosition.TryParse,
            EvidenceReads.PositionOf,
            (after, limit) => activity is null
                ? Task.FromResult(new Slice<Evidence>([], false))
                : evidence.ListAsync(activity.People, words, kind, clock.LondonToday(), after, limit, cancellation));
    }

    /// <summary>One record that something happened, with whom it reached; null when there is none, or it has not happened.</summary>
    /// <param name="kind">What happened.</param>
    /// <param name="evidenceId">The record.</param>
    [Authorize(Permissions.ReadCharter)]
    public static Task<Evidence?> GetEvidenceAsync(
        EvidenceKind kind, [ID<EvidenceItem>] Guid evidenceId, EvidenceReads evidence, TimeProvider clock, CancellationToken cancellation) =>
        evidence.FindAsync(kind, evidenceId, clock.LondonToday(), cancellation);

    /// <summary>A commissioning activity's record looked at by another edition. Null when there is no such activity or edition.</summary>
    /// <param name="commissioningActivityId">The commissioning activity.</param>
    /// <param name="charterEditionId">The edition.</param>
    [Authorize(Permissions.ReadCharter)]
    public static Task<RescoredActivity?> GetRescoredActivityAsync(
        [ID<CommissioningActivity>] Guid commissioningActivityId, [ID<CharterEdition>] Guid charterEditionId, CharterReads reads, CancellationToken cancellation) =>
        reads.RescoreAsync(commissioningActivityId, charterEditionId, cancellation);

    /// <summary>What can be chosen from where a charter is worked with.</summary>
    [Authorize(Permissions.ReadCharter)]
    public static CharterChoices GetCharterChoices() => new(Organisation.All, Outcome.All, EvidenceRules.All);
}

/// <summary>What can be chosen from where a charter is worked with.</summary>
/// <param name="Organisations">For whom one can speak.</param>
/// <param name="Outcomes">The outcomes of the outcomes framework.</param>
/// <param name="EvidenceRules">The rules by which evidence is proposed, all versions, the oldest first.</param>
public sealed record CharterChoices(
    IReadOnlyList<Organisation> Organisations, IReadOnlyList<Outcome> Outcomes, IReadOnlyList<EvidenceRuleSet> EvidenceRules);
