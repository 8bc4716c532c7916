using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Errors;
using Engagement.Api.People;
using Engagement.Governance;
using GraphQL;

namespace Engagement.Api.Governance;

/// <summary>What the groups do, and what is Kent PACT's alone: who sits in its seats.</summary>
[MutationType]
[Error<RuleRefused>, Error<NotFound>, Error<IdempotencyKeyReused>]
public static partial class GovernanceMutations
{
    /// <summary>Take a group into the chain of those who decide.</summary>
    [Authorize(Permissions.RunGovernance)]
    public static async Task<GovernanceGroupPage?> ConstituteGroupAsync(
        [Spread, ID<GovernanceGroupPage>(nameof(ConstituteGroup.ParentGroupId))] ConstituteGroup command,
        [Spread] Repeatable repeatable,
        GovernanceCommands commands,
        GovernanceReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        var id = await commands.ConstituteAsync(command, user.Context(Permissions.RunGovernance, repeatable), cancellation);
        return await reads.FindAsync(id, cancellation);
    }

    /// <summary>Write anew what a group decides or advises on.</summary>
    [Authorize(Permissions.RunGovernance), Error<StaleVersion>]
    public static async Task<GovernanceGroupPage?> ChangeTermsAsync(
        [Spread, ID<GovernanceGroupPage>(nameof(ChangeTerms.GroupId))] ChangeTerms command,
        [Spread] Versioned versioned,
        GovernanceCommands commands,
        GovernanceReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.ChangeTermsAsync(command, user.Context(Permissions.RunGovernance, versioned), cancellation);
        return await reads.FindAsync(command.GroupId, cancellation);
    }

    /// <summary>Say that a group meets more often or less, and from when. How often it met before stays known.</summary>
    [Authorize(Permissions.RunGovernance), Error<StaleVersion>]
    public static async Task<GovernanceGroupPage?> ChangeMeetingFrequencyAsync(
        [Spread, ID<GovernanceGroupPage>(nameof(ChangeMeetingFrequency.GroupId))] ChangeMeetingFrequency command,
        [Spread] Versioned versioned,
        GovernanceCommands commands,
        GovernanceReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.ChangeMeetingFrequencyAsync(command, user.Context(Permissions.RunGovernance, versioned), cancellation);
        return await reads.FindAsync(command.GroupId, cancellation);
    }

    /// <summary>Give parents and carers a seat in a group.</summary>
    [Authorize(Permissions.RunGovernance), Error<StaleVersion>]
    public static async Task<GovernanceGroupPage?> CreateSeatAsync(
        [Spread, ID<GovernanceGroupPage>(nameof(CreateSeat.GroupId))] CreateSeat command,
        [Spread] Versioned versioned,
        GovernanceCommands commands,
        GovernanceReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.CreateSeatAsync(command, user.Context(Permissions.RunGovernance, versioned), cancellation);
        return await reads.FindAsync(command.GroupId, cancellation);
    }

    /// <summary>Say who is to sit in a seat of Kent PACT.</summary>
    [Authorize(Permissions.Nominate), Error<StaleVersion>]
    public static async Task<GovernanceGroupPage?> NominateRepresentativeAsync(
        [Spread, ID<GovernanceGroupPage>(nameof(NominateRepresentative.GroupId)), ID<Seat>(nameof(NominateRepresentative.SeatId)), ID<Person>(nameof(NominateRepresentative.RepresentativeId))] NominateRepresentative command,
        [Spread] Versioned versioned,
        GovernanceCommands commands,
        GovernanceReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.NominateAsync(command, user.Context(Permissions.Nominate, versioned), cancellation);
        return await reads.FindAsync(command.GroupId, cancellation);
    }

    /// <summary>Take back whom Kent PACT nominated, before they are appointed.</summary>
    [Authorize(Permissions.Nominate), Error<StaleVersion>]
    public static async Task<GovernanceGroupPage?> WithdrawNominationAsync(
        [Spread, ID<GovernanceGroupPage>(nameof(WithdrawNomination.GroupId)), ID<Seat>(nameof(WithdrawNomination.SeatId))] WithdrawNomination command,
        [Spread] Versioned versioned,
        GovernanceCommands commands,
        GovernanceReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.WithdrawNominationAsync(command, user.Context(Permissions.Nominate, versioned), cancellation);
        return await reads.FindAsync(command.GroupId, cancellation);
    }

    /// <summary>Take into the group whom Kent PACT nominated.</summary>
    [Authorize(Permissions.RunGovernance), Error<StaleVersion>]
    public static async Task<GovernanceGroupPage?> AppointRepresentativeAsync(
        [Spread, ID<GovernanceGroupPage>(nameof(AppointRepresentative.GroupId)), ID<Seat>(nameof(AppointRepresentative.SeatId))] AppointRepresentative command,
        [Spread] Versioned versioned,
        GovernanceCommands commands,
        GovernanceReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.AppointAsync(command, user.Context(Permissions.RunGovernance, versioned), cancellation);
        return await reads.FindAsync(command.GroupId, cancellation);
    }

    /// <summary>Say that a representative no longer sits in a seat of Kent PACT.</summary>
    [Authorize(Permissions.Nominate), Error<StaleVersion>]
    public static async Task<GovernanceGroupPage?> VacateSeatAsync(
        [Spread, ID<GovernanceGroupPage>(nameof(VacateSeat.GroupId)), ID<Seat>(nameof(VacateSeat.SeatId))] VacateSeat command,
        [Spread] Versioned versioned,
        GovernanceCommands commands,
        GovernanceReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.VacateAsync(command, user.Context(Permissions.Nominate, versioned), cancellation);
        return await reads.FindAsync(command.GroupId, cancellation);
    }
}
