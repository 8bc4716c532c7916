using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Errors;
using Engagement.Governance;
using Engagement.KeyActions;
using GraphQL;

namespace Engagement.Api.KeyActions;

/// <summary>What is done with the key actions of the plan.</summary>
[MutationType]
[Error<RuleRefused>, Error<NotFound>, Error<IdempotencyKeyReused>]
public static partial class KeyActionMutations
{
    /// <summary>Take on an action of the plan.</summary>
    [Authorize(Permissions.RunActions)]
    public static async Task<KeyActionPage?> AdoptActionAsync(
        [Spread, ID<GovernanceGroupPage>(nameof(AdoptAction.GroupId))] AdoptAction command,
        [Spread] Repeatable repeatable,
        KeyActionCommands commands,
        KeyActionReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        var id = await commands.AdoptAsync(command, user.Context(Permissions.RunActions, repeatable), cancellation);
        return await reads.FindAsync(id, cancellation);
    }

    /// <summary>Say what is to be there by a day.</summary>
    [Authorize(Permissions.RunActions), Error<StaleVersion>]
    public static async Task<KeyActionPage?> SetMilestoneAsync(
        [Spread, ID<KeyActionPage>(nameof(SetMilestone.ActionId))] SetMilestone command,
        [Spread] Versioned versioned,
        KeyActionCommands commands,
        KeyActionReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.SetMilestoneAsync(command, user.Context(Permissions.RunActions, versioned), cancellation);
        return await reads.FindAsync(command.ActionId, cancellation);
    }

    /// <summary>Move the day of a milestone. A day that was missed stays missed.</summary>
    [Authorize(Permissions.RunActions), Error<StaleVersion>]
    public static async Task<KeyActionPage?> ChangeMilestoneDueDateAsync(
        [Spread, ID<KeyActionPage>(nameof(ChangeMilestoneDueDate.ActionId)), ID<Milestone>(nameof(ChangeMilestoneDueDate.MilestoneId))] ChangeMilestoneDueDate command,
        [Spread] Versioned versioned,
        KeyActionCommands commands,
        KeyActionReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.ChangeDueDateAsync(command, user.Context(Permissions.RunActions, versioned), cancellation);
        return await reads.FindAsync(command.ActionId, cancellation);
    }

    /// <summary>Say how a milestone goes, and whether it will be there by its day.</summary>
    [Authorize(Permissions.RunActions), Error<StaleVersion>]
    public static async Task<KeyActionPage?> ReportMilestoneProgressAsync(
        [Spread, ID<KeyActionPage>(nameof(ReportMilestoneProgress.ActionId)), ID<Milestone>(nameof(ReportMilestoneProgress.MilestoneId))] ReportMilestoneProgress command,
        [Spread] Versioned versioned,
        KeyActionCommands commands,
        KeyActionReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.ReportProgressAsync(command, user.Context(Permissions.RunActions, versioned), cancellation);
        return await reads.FindAsync(command.ActionId, cancellation);
    }

    /// <summary>Record that a milestone is achieved, with the evidence.</summary>
    [Authorize(Permissions.RunActions), Error<StaleVersion>]
    public static async Task<KeyActionPage?> AchieveMilestoneAsync(
        [Spread, ID<KeyActionPage>(nameof(AchieveMilestone.ActionId)), ID<Milestone>(nameof(AchieveMilestone.MilestoneId))] AchieveMilestone command,
        [Spread] Versioned versioned,
        KeyActionCommands commands,
        KeyActionReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.AchieveAsync(command, user.Context(Permissions.RunActions, versioned), cancellation);
        return await reads.FindAsync(command.ActionId, cancellation);
    }

    /// <summary>Link how families shaped an action.</summary>
    /// <param name="actionId">The action.</param>
    /// <param name="thingId">Where they did: a consultation, an activity, a theme or a loop.</param>
    /// <param name="how">How they shaped it there.</param>
    [Authorize(Permissions.RunActions), Error<StaleVersion>]
    public static async Task<KeyActionPage?> LinkCoproductionAsync(
        [ID<KeyActionPage>] Guid actionId,
        [ID] Guid thingId,
        string how,
        [Spread] Versioned versioned,
        KeyActionCommands commands,
        KeyActionReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.LinkCoproductionAsync(new LinkCoproduction(actionId, thingId, how), user.Context(Permissions.RunActions, versioned), cancellation);
        return await reads.FindAsync(actionId, cancellation);
    }

    /// <summary>Record why families did not shape an action.</summary>
    [Authorize(Permissions.RunActions), Error<StaleVersion>]
    public static async Task<KeyActionPage?> RecordCoproductionAbsenceAsync(
        [Spread, ID<KeyActionPage>(nameof(RecordCoproductionAbsence.ActionId))] RecordCoproductionAbsence command,
        [Spread] Versioned versioned,
        KeyActionCommands commands,
        KeyActionReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.RecordAbsenceAsync(command, user.Context(Permissions.RunActions, versioned), cancellation);
        return await reads.FindAsync(command.ActionId, cancellation);
    }

    /// <summary>Record that an action is complete.</summary>
    [Authorize(Permissions.RunActions), Error<StaleVersion>]
    public static async Task<KeyActionPage?> CompleteActionAsync(
        [Spread, ID<KeyActionPage>(nameof(CompleteAction.ActionId))] CompleteAction command,
        [Spread] Versioned versioned,
        KeyActionCommands commands,
        KeyActionReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.CompleteAsync(command, user.Context(Permissions.RunActions, versioned), cancellation);
        return await reads.FindAsync(command.ActionId, cancellation);
    }
}
