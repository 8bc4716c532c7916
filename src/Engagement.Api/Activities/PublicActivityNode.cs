using System.Security.Claims;
using Engagement.Activities;
using Engagement.Api.Consultations;
using Engagement.Api.Feedback;
using Engagement.Api.Journeys;
using Engagement.Api.SignIn;
using Engagement.Common;
using Engagement.Consultations;
using Engagement.Feedback;
using GraphQL;

namespace Engagement.Api.Activities;

/// <summary>An activity as everybody sees it: what it is, how to join, and what came of it. Nothing of who comes, nor of how many.</summary>
/// <param name="Page">The activity.</param>
public sealed record PublicActivity(ActivityPage Page);

[ObjectType<PublicActivity>, GraphQLIgnore(nameof(PublicActivity.Page)), AllowAnonymous]
public static partial class PublicActivityNode
{
    /// <summary>The activity.</summary>
    [ID<ActivityPage>]
    public static Guid GetId([Parent] PublicActivity activity) => activity.Page.Id;

    /// <summary>What it is called.</summary>
    public static string GetTitle([Parent] PublicActivity activity) => activity.Page.Title;

    /// <summary>What kind of occasion it is.</summary>
    public static ActivityKind GetKind([Parent] PublicActivity activity) => activity.Page.Kind;

    /// <summary>How much those who take part decide, as planned.</summary>
    public static EngagementLevel GetLevel([Parent] PublicActivity activity) => activity.Page.Level;

    /// <summary>Whom it is for.</summary>
    public static Audience GetAudience([Parent] PublicActivity activity) => activity.Page.Audience;

    /// <summary>The day of it.</summary>
    public static DateOnly GetOnDay([Parent] PublicActivity activity) => activity.Page.OnDay;

    /// <summary>The code of the district it is in; null for online or the whole county.</summary>
    public static string? GetDistrict([Parent] PublicActivity activity) => activity.Page.District;

    /// <summary>How it stands.</summary>
    public static ActivityState GetState([Parent] PublicActivity activity) => activity.Page.State;

    /// <summary>Why it was moved or cancelled, the last time.</summary>
    public static string? GetReason([Parent] PublicActivity activity) => activity.Page.Reason;

    /// <summary>Why its plan was changed after somebody had signed up, the last time; null where that never was.</summary>
    public static string? GetPlanChangedBecause([Parent] PublicActivity activity) => activity.Page.PlanChangedBecause;

    /// <summary>What is offered to make it possible to take part.</summary>
    public static IReadOnlyList<OfferedSupport> GetSupport([Parent] PublicActivity activity) => activity.Page.Support;

    /// <summary>Where it is, when it begins and how to get in; null while nobody can sign up.</summary>
    public static string? GetJoining([Parent] PublicActivity activity) => activity.Page.Joining;

    /// <summary>How many can come; null while nobody can sign up.</summary>
    public static int? GetPlaces([Parent] PublicActivity activity) => activity.Page.Places;

    /// <summary>Whether all places are taken.</summary>
    public static bool GetIsFull([Parent] PublicActivity activity) => activity.Page.Places is { } places && activity.Page.Coming.Count >= places;

    /// <summary>Whether you have a place; false for whoever has not signed in.</summary>
    public static bool GetYouCome([Parent] PublicActivity activity, ClaimsPrincipal user) => user.ActorId() is { } you && activity.Page.Coming.Contains(you);

    /// <summary>The consultation it belongs to, if any.</summary>
    public static async Task<ConsultationPage?> GetConsultationAsync(
        [Parent] PublicActivity activity, IConsultationByIdDataLoader consultations, CancellationToken cancellation) =>
        activity.Page.ConsultationId is { } id ? await consultations.LoadAsync(id, cancellation) : null;

    /// <summary>What came of it: the published answers to what was said there, last changed first.</summary>
    public static async Task<IReadOnlyList<EntryPage>> GetEntriesAsync(
        [Parent] PublicActivity activity, IEntriesOfActivityDataLoader outcomes, IEntryByIdDataLoader entries, CancellationToken cancellation)
    {
        var found = await Task.WhenAll((await outcomes.LoadAsync(activity.Page.Id, cancellation)).Select(id => entries.LoadAsync(id, cancellation)));
        return [.. found.OfType<EntryPage>()];
    }
}
