using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Web.Staff.Actions;

/// <summary>The key actions of the plan: taking them on, their milestones, and what families had to do with them.</summary>
internal static class ActionEndpoints
{
    private const string Read = "actions.read";
    private const string Run = "actions.run";

    private static readonly string ListDocument = GraphQLDocument.Read("Staff/Actions/KeyActions.graphql");
    private static readonly string Document = GraphQLDocument.Read("Staff/Actions/KeyAction.graphql");
    private static readonly string GroupsDocument = GraphQLDocument.Read("Staff/Actions/ActionGroups.graphql");
    private static readonly string LinkablesDocument = GraphQLDocument.Read("Staff/Actions/Linkables.graphql");
    private static readonly string AdoptDocument = GraphQLDocument.Read("Staff/Actions/AdoptAction.graphql");
    private static readonly string MilestoneDocument = GraphQLDocument.Read("Staff/Actions/SetMilestone.graphql");
    private static readonly string AbsenceDocument = GraphQLDocument.Read("Staff/Actions/RecordCoproductionAbsence.graphql");
    private static readonly string CompleteDocument = GraphQLDocument.Read("Staff/Actions/CompleteAction.graphql");
    private static readonly string LinkDocument = GraphQLDocument.Read("Staff/Actions/LinkCoproduction.graphql");
    private static readonly string ProgressDocument = GraphQLDocument.Read("Staff/Actions/ReportMilestoneProgress.graphql");
    private static readonly string DateDocument = GraphQLDocument.Read("Staff/Actions/ChangeMilestoneDueDate.graphql");
    private static readonly string AchieveDocument = GraphQLDocument.Read("Staff/Actions/AchieveMilestone.graphql");

    public static void MapActions(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(ActionLinks.List, ListAsync);
        pages.MapGet(ActionLinks.New, ShowAdoptAsync);
        pages.MapPost(ActionLinks.New, AdoptAsync);
        pages.MapGet("/staff/actions/{id}", ShowAsync);
        pages.MapGet("/staff/actions/{id}/coproduction", ShowLinkAsync);
        pages.MapPost("/staff/actions/{id}/coproduction", LinkAsync);
        pages.MapPost("/staff/actions/{id}/{step}", TakeStepAsync);
        pages.MapGet("/staff/actions/{id}/milestones/{milestone}", ShowMilestoneAsync);
        pages.MapPost("/staff/actions/{id}/milestones/{milestone}/{step}", TakeMilestoneStepAsync);
    }

    private static async Task<IResult> ListAsync(
        string? words, string? rating, string? show, string? group, string? shaped, string? after, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var asked = ActionsAsked.Of(words, rating, show, group, shaped);
        var reply = await graphQL.ExecuteAsync(
            ListDocument,
            new { words = asked.Words, rating = asked.Rating, isComplete = asked.IsComplete, groupId = asked.Group, withoutCoproduction = asked.Unshaped, after },
            context,
            ct);
        return Page.Of<ActionListPage>(new
        {
            Viewer = Viewer.Of(reply, Read),
            Found = reply.Get<ActionRows>("keyActions") ?? new ActionRows(0, [], null),
            Asked = asked,
            Groups = Groups(reply),
            IsFirst = after is null,
        });
    }

    private static Task<IResult> ShowAdoptAsync(IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        AdoptFormAsync(Fields.None, FormKey.New(), [], graphQL, context, ct);

    private static async Task<IResult> AdoptAsync(IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        IReadOnlyList<FieldError> errors = [FieldError.PageTooOld];
        if (form.IsTrusted)
        {
            (var id, errors) = await mutation.MakeAsync(
                AdoptDocument,
                "adoptAction",
                "keyAction",
                new
                {
                    title = form["title"],
                    description = form["description"],
                    source = form["source"],
                    ownerRole = form["ownerRole"],
                    groupId = form.OrNull("groupId"),
                    idempotencyKey = form.OrNull("key"),
                },
                context,
                ct);
            if (id is not null)
                return Page.SeeOther($"{ActionLinks.Of(id)}?done=adopted");
        }

        return await AdoptFormAsync(new Fields(name => form[name]), FormKey.Of(form), errors, graphQL, context, ct);
    }

    private static async Task<IResult> AdoptFormAsync(
        Fields fields, string key, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(GroupsDocument, null, context, ct);
        return Page.Of<AdoptPage>(new { Viewer = Viewer.Of(reply, Run), Groups = Groups(reply), Fields = fields, Key = key, Errors = errors }, errors.Status());
    }

    private static Task<IResult> ShowAsync(string id, string? done, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        ActionAsync(id, null, null, done, [], graphQL, context, ct);

    private static async Task<IResult> TakeStepAsync(
        string id, string step, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        if (step is not ("milestone" or "absence" or "complete"))
            return TroubleEndpoints.NotFound();
        var form = await SubmittedForm.ReadAsync(context, ct);
        var errors = new List<FieldError>();
        if (!form.IsTrusted)
            errors.Add(FieldError.PageTooOld);
        if (step == "milestone" && !form.HasDay("dueOn"))
            errors.Add(new FieldError("Enter the day by which it is to be there", "dueOn"));
        if (errors.Count == 0)
        {
            var (version, key) = (form.Number("version"), form.OrNull("key"));
            errors.AddRange(await (step switch
            {
                "milestone" => mutation.SendAsync(
                    MilestoneDocument, "setMilestone", new { actionId = id, text = form["text"], dueOn = form["dueOn"], expectedVersion = version, idempotencyKey = key }, context, ct),
                "absence" => mutation.SendAsync(
                    AbsenceDocument, "recordCoproductionAbsence", new { actionId = id, reason = form["reason"], expectedVersion = version, idempotencyKey = key }, context, ct),
                _ => mutation.SendAsync(CompleteDocument, "completeAction", new { actionId = id, expectedVersion = version, idempotencyKey = key }, context, ct),
            }));
        }

        return errors.Count == 0 ? Page.SeeOther($"{ActionLinks.Of(id)}?done={step}") : await ActionAsync(id, step, form, null, errors, graphQL, context, ct);
    }

    private static Task<IResult> ActionAsync(
        string id, string? step, SubmittedForm? form, string? done, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        WithAsync(id, Read, graphQL, context, (action, viewer) => Task.FromResult(Page.Of<ActionPage>(
            new { Viewer = viewer, Action = action, Today = Today(context), Fields = Fields.Of(form), Step = step, Errors = errors, Done = done }, errors.Status())), ct);

    private static Task<IResult> ShowMilestoneAsync(string id, string milestone, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        MilestoneAsync(id, milestone, null, null, [], graphQL, context, ct);

    private static async Task<IResult> TakeMilestoneStepAsync(
        string id, string milestone, string step, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        if (step is not ("progress" or "achieved" or "date"))
            return TroubleEndpoints.NotFound();
        var form = await SubmittedForm.ReadAsync(context, ct);
        var errors = form.IsTrusted ? [.. Check(step, form)] : new List<FieldError> { FieldError.PageTooOld };
        if (errors.Count == 0 && step == "achieved" && form["sure"] != AchievePage.Sure)
        {
            return await WithAsync(id, Run, graphQL, context, (action, viewer) => Task.FromResult(action.Milestones.FirstOrDefault(one => one.Id == milestone) is { } found
                ? Page.Of<AchievePage>(new { Viewer = viewer, Action = action, Milestone = found, Fields = Fields.Of(form) })
                : TroubleEndpoints.NotFound()), ct);
        }

        if (errors.Count == 0)
        {
            var (version, key) = (form.Number("version"), form.OrNull("key"));
            errors.AddRange(await (step switch
            {
                "progress" => mutation.SendAsync(
                    ProgressDocument,
                    "reportMilestoneProgress",
                    new { actionId = id, milestoneId = milestone, onTrack = form["onTrack"] == MilestonePage.Yes, progress = form["progress"], expectedVersion = version, idempotencyKey = key },
                    context,
                    ct),
                "achieved" => mutation.SendAsync(
                    AchieveDocument,
                    "achieveMilestone",
                    new
                    {
                        actionId = id,
                        milestoneId = milestone,
                        achievedOn = form["achievedOn"],
                        evidence = form["evidence"],
                        evidenceUrl = form.OrNull("evidenceUrl"),
                        expectedVersion = version,
                        idempotencyKey = key,
                    },
                    context,
                    ct),
                _ => mutation.SendAsync(
                    DateDocument,
                    "changeMilestoneDueDate",
                    new { actionId = id, milestoneId = milestone, dueOn = form["dueOn"], reason = form["reason"], expectedVersion = version, idempotencyKey = key },
                    context,
                    ct),
            }));
        }

        return errors.Count == 0
            ? Page.SeeOther($"{ActionLinks.Of(id)}?done={step}")
            : await MilestoneAsync(id, milestone, step, form, errors, graphQL, context, ct);
    }

    private static IEnumerable<FieldError> Check(string step, SubmittedForm form)
    {
        if (step == "progress" && form["onTrack"] is not (MilestonePage.Yes or MilestonePage.No))
            yield return new FieldError("Say whether it will be there by its day", "onTrack");
        if (step == "achieved" && !form.HasDay("achievedOn"))
            yield return new FieldError("Enter the day on which it was there", "achievedOn");
        if (step == "achieved" && form["evidence"].Length == 0)
            yield return new FieldError("Say what shows that it is achieved", "evidence");
        if (step == "date" && !form.HasDay("dueOn"))
            yield return new FieldError("Enter the day by which it will be there", "dueOn");
    }

    private static Task<IResult> MilestoneAsync(
        string id, string milestone, string? step, SubmittedForm? form, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        WithAsync(id, Read, graphQL, context, (action, viewer) => Task.FromResult(action.Milestones.FirstOrDefault(one => one.Id == milestone) is { } found
            ? Page.Of<MilestonePage>(
                new { Viewer = viewer, Action = action, Milestone = found, Today = Today(context), Fields = Fields.Of(form), Step = step, Errors = errors }, errors.Status())
            : TroubleEndpoints.NotFound()), ct);

    private static Task<IResult> ShowLinkAsync(string id, string? words, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        LinkFormAsync(id, words ?? "", null, [], graphQL, context, ct);

    private static async Task<IResult> LinkAsync(string id, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var errors = new List<FieldError>();
        if (!form.IsTrusted)
            errors.Add(FieldError.PageTooOld);
        if (form["thingId"].Length == 0)
            errors.Add(new FieldError("Choose where families shaped this action", "thingId"));
        if (errors.Count == 0)
        {
            errors.AddRange(await mutation.SendAsync(
                LinkDocument,
                "linkCoproduction",
                new { actionId = id, thingId = form["thingId"], how = form["how"], expectedVersion = form.Number("version"), idempotencyKey = form.OrNull("key") },
                context,
                ct));
        }

        return errors.Count == 0 ? Page.SeeOther($"{ActionLinks.Of(id)}?done=linked") : await LinkFormAsync(id, form["words"], form, errors, graphQL, context, ct);
    }

    private static Task<IResult> LinkFormAsync(
        string id, string words, SubmittedForm? form, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        WithAsync(
            id,
            Run,
            graphQL,
            context,
            async (action, viewer) =>
            {
                var reply = await graphQL.ExecuteAsync(
                    LinkablesDocument,
                    new { words = OrNull(words.Trim()), mayActivities = viewer.May("activities.read"), mayThemes = viewer.May("loops.read") },
                    context,
                    ct);
                (string Kind, Linkable Thing)[] things =
                [
                    .. ThingsIn(reply, "consultations", "A consultation"), .. ThingsIn(reply, "activities", "An activity"), .. ThingsIn(reply, "themes", "A theme"),
                    .. (reply.Get<Connection<LinkableLoop>>("loops")?.Nodes ?? []).Select(loop => ("A loop, from what was said to what was done", new Linkable(loop.Id, loop.Theme?.Title ?? "A loop"))),
                ];
                return Page.Of<CoproductionPage>(
                    new { Viewer = viewer, Action = action, Found = new FoundLinkables(words.Trim(), things), Fields = Fields.Of(form), Errors = errors }, errors.Status());
            },
            ct);

    private static IEnumerable<(string Kind, Linkable Thing)> ThingsIn(GraphQLReply reply, string list, string kind) =>
        (reply.Get<Connection<Linkable>>(list)?.Nodes ?? []).Select(thing => (kind, thing));

    private static async Task<IResult> WithAsync(
        string id, string permission, IEngagementGraphQL graphQL, HttpContext context, Func<PlanAction, Viewer, Task<IResult>> show, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(Document, new { id }, context, ct);
        var viewer = Viewer.Of(reply, permission);
        return reply.Get<PlanAction>("node") is { Id: not null } action ? await show(action, viewer) : TroubleEndpoints.NotFound();
    }

    private static IReadOnlyList<WatchingGroup> Groups(GraphQLReply reply) => reply.Get<Connection<WatchingGroup>>("governanceGroups")?.Nodes ?? [];

    private static DateOnly Today(HttpContext context) => Dates.Day(context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
