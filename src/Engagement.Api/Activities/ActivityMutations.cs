using System.Security.Claims;
using Engagement.Activities;
using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Api.Errors;
using Engagement.Api.People;
using Engagement.Api.SignIn;
using Engagement.Consultations;
using GraphQL;

namespace Engagement.Api.Activities;

/// <summary>What officers of an area do with its activities, and what those say who took part.</summary>
[MutationType]
[Error<RuleRefused>, Error<NotFound>, Error<IdempotencyKeyReused>]
public static partial class ActivityMutations
{
    /// <summary>Plan an occasion to hear people.</summary>
    [Authorize(Permissions.EditActivities)]
    public static async Task<ActivityPage?> PlanActivityAsync(
        [Spread, ID<ConsultationPage>(nameof(PlanActivity.ConsultationId))] PlanActivity command,
        [Spread] Repeatable repeatable,
        ActivityCommands commands,
        ActivityReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        var id = await commands.PlanAsync(command, user.Context(Permissions.EditActivities, repeatable), cancellation);
        return await reads.FindAsync(id, cancellation);
    }

    /// <summary>Plan an activity anew, as long as it has not been held. Its day moves by moveActivity, and it stays with its consultation.</summary>
    [Authorize(Permissions.EditActivities), Error<StaleVersion>]
    public static async Task<ActivityPage?> ChangeActivityPlanAsync(
        [Spread, ID<ActivityPage>(nameof(ChangeActivityPlan.ActivityId))] ChangeActivityPlan command,
        [Spread] Versioned versioned,
        ActivityCommands commands,
        ActivityReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.ChangePlanAsync(command, user.Context(Permissions.EditActivities, versioned), cancellation);
        return await reads.FindAsync(command.ActivityId, cancellation);
    }

    /// <summary>Move an activity to another day.</summary>
    [Authorize(Permissions.EditActivities), Error<StaleVersion>]
    public static async Task<ActivityPage?> MoveActivityAsync(
        [Spread, ID<ActivityPage>(nameof(MoveActivity.ActivityId))] MoveActivity command,
        [Spread] Versioned versioned,
        ActivityCommands commands,
        ActivityReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.MoveAsync(command, user.Context(Permissions.EditActivities, versioned), cancellation);
        return await reads.FindAsync(command.ActivityId, cancellation);
    }

    /// <summary>Record that invitations to an activity went out.</summary>
    [Authorize(Permissions.EditActivities), Error<StaleVersion>]
    public static async Task<ActivityPage?> SendInvitationsAsync(
        [Spread, ID<ActivityPage>(nameof(SendInvitations.ActivityId))] SendInvitations command,
        [Spread] Versioned versioned,
        ActivityCommands commands,
        ActivityReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.SendInvitationsAsync(command, user.Context(Permissions.EditActivities, versioned), cancellation);
        return await reads.FindAsync(command.ActivityId, cancellation);
    }

    /// <summary>Offer something that makes it possible to take part in an activity.</summary>
    [Authorize(Permissions.EditActivities), Error<StaleVersion>]
    public static async Task<ActivityPage?> OfferSupportAsync(
        [Spread, ID<ActivityPage>(nameof(OfferSupport.ActivityId))] OfferSupport command,
        [Spread] Versioned versioned,
        ActivityCommands commands,
        ActivityReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.OfferSupportAsync(command, user.Context(Permissions.EditActivities, versioned), cancellation);
        return await reads.FindAsync(command.ActivityId, cancellation);
    }

    /// <summary>Let people sign up for an activity, or say anew how many can come and how to join.</summary>
    [Authorize(Permissions.EditActivities), Error<StaleVersion>]
    public static async Task<ActivityPage?> OpenPlacesAsync(
        [Spread, ID<ActivityPage>(nameof(OpenPlaces.ActivityId))] OpenPlaces command,
        [Spread] Versioned versioned,
        ActivityCommands commands,
        ActivityReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.OpenPlacesAsync(command, user.Context(Permissions.EditActivities, versioned), cancellation);
        return await reads.FindAsync(command.ActivityId, cancellation);
    }

    /// <summary>Sign up for an activity. Those who prepare it see your pseudonym and what you told that helps you to take part.</summary>
    /// <param name="activityId">The activity.</param>
    [Authorize(Permissions.ChangeOwnRecord)]
    public static async Task<PublicActivity?> TakePlaceAsync(
        [ID<ActivityPage>] Guid activityId,
        [Spread] Repeatable repeatable,
        ActivityCommands commands,
        ActivityReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.TakePlaceAsync(new TakePlace(activityId, user.ActorId()!.Value), user.Context(Permissions.ChangeOwnRecord, repeatable), cancellation);
        return await ActivityQueries.GetPublicActivityAsync(activityId, reads, cancellation);
    }

    /// <summary>Say that you will not come after all. Nobody asks why.</summary>
    /// <param name="activityId">The activity.</param>
    [Authorize(Permissions.ChangeOwnRecord)]
    public static async Task<PublicActivity?> GiveUpPlaceAsync(
        [ID<ActivityPage>] Guid activityId,
        [Spread] Repeatable repeatable,
        ActivityCommands commands,
        ActivityReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.GiveUpPlaceAsync(new GiveUpPlace(activityId, user.ActorId()!.Value), user.Context(Permissions.ChangeOwnRecord, repeatable), cancellation);
        return await ActivityQueries.GetPublicActivityAsync(activityId, reads, cancellation);
    }

    /// <summary>Record that an activity took place.</summary>
    [Authorize(Permissions.EditActivities), Error<StaleVersion>]
    public static async Task<ActivityPage?> HoldActivityAsync(
        [Spread, ID<ActivityPage>(nameof(HoldActivity.ActivityId))] HoldActivity command,
        [Spread] Versioned versioned,
        ActivityCommands commands,
        ActivityReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.HoldAsync(command, user.Context(Permissions.EditActivities, versioned), cancellation);
        return await reads.FindAsync(command.ActivityId, cancellation);
    }

    /// <summary>Record who was at an activity. To correct that, say why the first record was wrong.</summary>
    [Authorize(Permissions.EditActivities), Error<StaleVersion>]
    public static async Task<ActivityPage?> RecordAttendanceAsync(
        [Spread, ID<ActivityPage>(nameof(RecordAttendance.ActivityId)), ID<Person>(nameof(RecordAttendance.Identified))] RecordAttendance command,
        [Spread] Versioned versioned,
        ActivityCommands commands,
        ActivityReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.RecordAttendanceAsync(command, user.Context(Permissions.EditActivities, versioned), cancellation);
        return await reads.FindAsync(command.ActivityId, cancellation);
    }

    /// <summary>Record what was said at an activity. Each note becomes a view of its own, and its words are sealed.</summary>
    [Authorize(Permissions.EditActivities), Error<StaleVersion>]
    public static async Task<ActivityPage?> RecordNotesAsync(
        [Spread, ID<ActivityPage>(nameof(RecordNotes.ActivityId))] RecordNotes command,
        [Spread] Versioned versioned,
        ActivityCommands commands,
        ActivityReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.RecordNotesAsync(command, user.Context(Permissions.EditActivities, versioned), cancellation);
        return await reads.FindAsync(command.ActivityId, cancellation);
    }

    /// <summary>Cancel an activity.</summary>
    [Authorize(Permissions.EditActivities), Error<StaleVersion>]
    public static async Task<ActivityPage?> CancelActivityAsync(
        [Spread, ID<ActivityPage>(nameof(CancelActivity.ActivityId))] CancelActivity command,
        [Spread] Versioned versioned,
        ActivityCommands commands,
        ActivityReads reads,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        await commands.CancelAsync(command, user.Context(Permissions.EditActivities, versioned), cancellation);
        return await reads.FindAsync(command.ActivityId, cancellation);
    }

    /// <summary>Say how much you found that those who took part decided. You can say it once.</summary>
    /// <param name="activityId">The activity that you took part in.</param>
    /// <param name="level">How much.</param>
    [Authorize(Permissions.ChangeOwnRecord)]
    public static async Task<AssessedLevel> AssessLevelAsync(
        [ID<ActivityPage>] Guid activityId,
        EngagementLevel level,
        [Spread] Repeatable repeatable,
        ActivityCommands commands,
        ClaimsPrincipal user,
        CancellationToken cancellation)
    {
        var context = user.Context(Permissions.ChangeOwnRecord, repeatable);
        await commands.AssessLevelAsync(new AssessLevel(activityId, user.ActorId()!.Value, level), context, cancellation);
        return new AssessedLevel(level);
    }
}

/// <summary>What somebody who took part said of an activity.</summary>
/// <param name="Level">How much they found that people decided.</param>
public sealed record AssessedLevel(EngagementLevel Level);
