using System.Collections.Frozen;
using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Web.Activities;

/// <summary>Activities to join: what there is, one of them, and signing up for it.</summary>
internal static class ActivityEndpoints
{
    private static readonly FrozenSet<string> NotOnThePage = FrozenSet.Create("activityId", "expectedVersion", "idempotencyKey");
    private static readonly string ListDocument = GraphQLDocument.Read("Activities/Activities.graphql");
    private static readonly string Document = GraphQLDocument.Read("Activities/Activity.graphql");
    private static readonly string TakeDocument = GraphQLDocument.Read("Activities/TakePlace.graphql");
    private static readonly string GiveUpDocument = GraphQLDocument.Read("Activities/GiveUpPlace.graphql");
    private static readonly string NeedDocument = GraphQLDocument.Read("Activities/TellAccessNeed.graphql");

    public static void MapActivities(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Links.Activities, ListAsync);
        pages.MapGet("/pact/activities/{id}", ShowAsync);
        pages.MapGet("/pact/activities/{id}/join", ShowJoinAsync);
        pages.MapPost("/pact/activities/{id}/join", JoinAsync);
        pages.MapGet("/pact/activities/{id}/leave", ShowLeaveAsync);
        pages.MapPost("/pact/activities/{id}/leave", LeaveAsync);
    }

    private static async Task<IResult> ListAsync(
        string? when, string? district, string? who, string? words, string? after, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var sought = ActivitySearch.Of(when, district, who, words);
        var isComing = sought.When == ActivitySearch.Coming;
        var reply = await graphQL.ExecuteAsync(
            ListDocument,
            new
            {
                state = sought.State,
                from = isComing ? Dates.Machine(Today(context)) : null,
                order = isComing ? "EARLIEST" : "LATEST",
                district = sought.District,
                audience = sought.Audience,
                words = sought.Words,
                after,
            },
            context,
            ct);
        var found = reply.Get<Connection<ActivitySummary>>("publicActivities") ?? new Connection<ActivitySummary>([]);
        return Page.Of<ActivitiesPage>(new { Found = found, Sought = sought, IsFirst = after is null });
    }

    private static async Task<IResult> ShowAsync(string id, string? done, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        await FindAsync(id, graphQL, context, ct) is var (activity, _)
            ? Page.Of<ActivityPage>(new { Activity = activity, Done = done })
            : TroubleEndpoints.NotFound();

    private static async Task<IResult> ShowJoinAsync(string id, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        await FindAsync(id, graphQL, context, ct) switch
        {
            null => TroubleEndpoints.NotFound(),
            ({ CanJoin: false }, _) => Page.SeeOther(Links.Activity(id)),
            var (activity, who) => Page.Of<JoinPage>(new { Activity = activity, Who = who, Need = "" }),
        };

    private static async Task<IResult> JoinAsync(string id, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        if (await FindAsync(id, graphQL, context, ct) is not var (activity, who))
            return TroubleEndpoints.NotFound();
        List<FieldError> errors = form.IsTrusted ? [] : [FieldError.PageTooOld];
        // What helps comes first: nobody is to have a place and no way to take it up.
        if (errors.Count == 0 && form["need"] is { Length: > 0 } need && !who.AccessNeeds.Contains(need))
            errors = Refusals(await graphQL.ExecuteAsync(NeedDocument, new { input = new { need } }, context, ct), "recordMyAccessNeed");
        if (errors.Count == 0)
            errors = Refusals(await graphQL.ExecuteAsync(TakeDocument, new { input = new { activityId = id } }, context, ct), "takePlace");
        return errors.Count == 0
            ? Page.SeeOther($"{Links.Activity(id)}?done=joined")
            : Page.Of<JoinPage>(new { Activity = activity, Who = who, Need = form["need"], Errors = errors }, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> ShowLeaveAsync(string id, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        await FindAsync(id, graphQL, context, ct) is ({ YouCome: true } activity, _)
            ? Page.Of<LeavePage>(new { Activity = activity })
            : Page.SeeOther(Links.Activity(id));

    private static async Task<IResult> LeaveAsync(string id, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        if (await FindAsync(id, graphQL, context, ct) is not var (activity, _))
            return TroubleEndpoints.NotFound();
        var errors = form.IsTrusted
            ? Refusals(await graphQL.ExecuteAsync(GiveUpDocument, new { input = new { activityId = id } }, context, ct), "giveUpPlace")
            : [FieldError.PageTooOld];
        return errors.Count == 0
            ? Page.SeeOther($"{Links.Activity(id)}?done=left")
            : Page.Of<LeavePage>(new { Activity = activity, Errors = errors }, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<(ActivityDetails Activity, WhoComes Who)?> FindAsync(string id, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(Document, new { id }, context, ct);
        if (reply.Get<ActivityDetails>("publicActivity") is not { } activity)
            return null;
        var me = reply.Get<Me>("me");
        return (activity with { IsPast = activity.OnDay < Today(context) }, new WhoComes(
            me is { SignedIn: true } && me.Permissions.Contains("participants.change-own"), me?.Participant is not null, me?.Participant?.AccessNeeds ?? []));
    }

    private static DateOnly Today(HttpContext context) => Dates.Day(context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());

    private static List<FieldError> Refusals(GraphQLReply reply, string mutation) =>
        [.. reply.PayloadErrors(mutation).Select(error => error.Field is { } field && NotOnThePage.Contains(field) ? error with { Field = null } : error)];

    private sealed record Me(bool SignedIn, IReadOnlyList<string> Permissions, Participant? Participant);

    private sealed record Participant(IReadOnlyList<string> AccessNeeds);
}

/// <summary>Who looks at an activity. Somebody who only plays a role in development has no record of their own.</summary>
public sealed record WhoComes(bool MayJoin, bool HasRecord, IReadOnlyList<string> AccessNeeds);

/// <summary>What somebody looks for, as it stands in the address; what is not known is left out.</summary>
public sealed record ActivitySearch(string When, string? District, string Who, string? Words)
{
    public const string Coming = "coming";
    public const string Past = "past";
    public const string Cancelled = "cancelled";
    public const string Everybody = "everybody";
    public const string Parents = "parents";
    public const string Young = "young";

    public string State => When switch { Past => "HELD", Cancelled => "CANCELLED", _ => "PLANNED" };

    public string? Audience => Who switch { Parents => "PARENTS_AND_CARERS", Young => "YOUNG_PEOPLE", _ => null };

    /// <summary>Whether they look for less than all of that time.</summary>
    public bool IsNarrowed => District is not null || Who != Everybody || Words is not null;

    public static ActivitySearch Of(string? when, string? district, string? who, string? words) => new(
        when is Past or Cancelled ? when : Coming,
        Districts.NameOf(district) is null ? null : district,
        who is Parents or Young ? who : Everybody,
        string.IsNullOrWhiteSpace(words) ? null : words.Trim());

    public string Address(string? after = null) =>
        Links.With(Links.Activities, ("when", When), ("who", Who), ("district", District), ("words", Words), ("after", after));
}
