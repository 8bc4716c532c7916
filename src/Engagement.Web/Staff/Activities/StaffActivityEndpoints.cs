using Engagement.Web.Activities;
using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Web.Staff.Activities;

/// <summary>Engagement activities as officers plan them, and record what came of them.</summary>
internal static class StaffActivityEndpoints
{
    private const string Edit = "activities.edit";
    private const string RecordAccessNeeds = "participants.record-access-needs";
    private const int PeopleOnAPage = 20;

    private static readonly string ListDocument = GraphQLDocument.Read("Staff/Activities/StaffActivities.graphql");
    private static readonly string PlanningDocument = GraphQLDocument.Read("Staff/Activities/ActivityPlanning.graphql");
    private static readonly string PlanDocument = GraphQLDocument.Read("Staff/Activities/PlanActivity.graphql");
    private static readonly string ChangePlanDocument = GraphQLDocument.Read("Staff/Activities/ChangeActivityPlan.graphql");
    private static readonly string Document = GraphQLDocument.Read("Staff/Activities/StaffActivity.graphql");
    private static readonly string WhatHelpsDocument = GraphQLDocument.Read("Staff/Activities/WhatHelps.graphql");

    public static void MapStaffActivities(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(ActivityLinks.List, ListAsync);
        pages.MapGet(ActivityLinks.New, ShowPlanAsync);
        pages.MapPost(ActivityLinks.New, PlanAsync);
        pages.MapGet("/staff/activities/{id}", ShowAsync);
        pages.MapGet("/staff/activities/{id}/coming", ShowComingAsync);
        pages.MapGet("/staff/activities/{id}/plan", ShowChangePlanAsync);
        pages.MapPost("/staff/activities/{id}/plan", ChangePlanAsync);
        pages.MapGet("/staff/activities/{id}/{step}", ShowStepAsync);
        pages.MapPost("/staff/activities/{id}/{step}", TakeStepAsync);
    }

    private static async Task<IResult> ListAsync(
        string? show, string? district, string? audience, string? consultation, string? words, string? order, string? after,
        IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var asked = ActivityAsked.Of(show, district, audience, consultation, words, order);
        var today = Today(context);
        var reply = await graphQL.ExecuteAsync(
            ListDocument,
            new
            {
                state = asked.State,
                from = asked.Show == ActivityAsked.Coming ? Dates.Machine(today) : null,
                order = asked.Order == ActivityAsked.Earliest ? "EARLIEST" : "LATEST",
                district = asked.District,
                audience = asked.Audience,
                consultation = asked.Consultation,
                words = asked.Words,
                after,
                today = Dates.Machine(today),
            },
            context,
            ct);
        return Page.Of<ActivityListPage>(new
        {
            Viewer = Viewer.Of(reply, "activities.read"),
            Found = reply.Get<Connection<ActivityRow>>("activities") ?? new Connection<ActivityRow>([]),
            Asked = asked,
            Consultations = reply.Get<Connection<ConsultationChoice>>("consultations")?.Nodes ?? [],
            Today = today,
            Unrecorded = (reply.Get<Count>("planned")?.TotalCount ?? 0) - (reply.Get<Count>("toCome")?.TotalCount ?? 0),
            IsFirst = after is null,
        });
    }

    private static async Task<IResult> ShowPlanAsync(string? consultation, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        Plan(await graphQL.ExecuteAsync(PlanningDocument, null, context, ct), new Fields(name => name == "consultationId" ? consultation ?? "" : ""), FormKey.New(), []);

    private static async Task<IResult> PlanAsync(IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var errors = CheckPlan(form, isNew: true).ToList();
        if (errors.Count == 0)
        {
            var (id, refusals) = await mutation.MakeAsync(
                PlanDocument,
                "planActivity",
                "activity",
                new
                {
                    title = form["title"],
                    kind = form["kind"],
                    level = form["level"],
                    audience = form["audience"],
                    includesUnder18s = form["includesUnder18s"] == PlanPage.Yes,
                    consultationId = form.OrNull("consultationId"),
                    onDay = form["onDay"],
                    district = form.OrNull("district"),
                    stage = form["stage"],
                    lundy = LundyIn(form),
                    safeguardingPlan = form.OrNull("safeguardingPlan"),
                    idempotencyKey = form.OrNull("key"),
                },
                context,
                ct);
            if (id is not null)
                return Page.SeeOther($"{ActivityLinks.Of(id)}?done=planned");
            errors.AddRange(refusals.Select(OnThePage));
        }

        return Plan(await graphQL.ExecuteAsync(PlanningDocument, null, context, ct), new Fields(name => form[name]), FormKey.Of(form), errors);
    }

    private static Task<IResult> ShowChangePlanAsync(string id, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        WithAsync(
            id,
            [Edit],
            graphQL,
            context,
            (activity, viewer) => Task.FromResult(activity.State is ActivityState.Planned ? ChangePlan(activity, viewer, null, []) : Page.SeeOther(ActivityLinks.Of(id))),
            ct);

    private static async Task<IResult> ChangePlanAsync(
        string id, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        return await WithAsync(
            id,
            [Edit],
            graphQL,
            context,
            async (activity, viewer) =>
            {
                var errors = CheckPlan(form, isNew: false).ToList();
                if (errors.Count == 0)
                {
                    var refusals = await mutation.SendAsync(
                        ChangePlanDocument,
                        "changeActivityPlan",
                        new
                        {
                            activityId = id,
                            title = form["title"],
                            kind = form["kind"],
                            level = form["level"],
                            audience = form["audience"],
                            includesUnder18s = form["includesUnder18s"] == PlanPage.Yes,
                            district = form.OrNull("district"),
                            stage = form["stage"],
                            lundy = LundyIn(form),
                            safeguardingPlan = form.OrNull("safeguardingPlan"),
                            reason = form.OrNull("reason"),
                            expectedVersion = new ActivityStep.Sent(id, form).Version,
                            idempotencyKey = form.OrNull("key"),
                        },
                        context,
                        ct);
                    errors.AddRange(refusals.Select(OnThePage));
                }

                return errors.Count == 0 ? Page.SeeOther($"{ActivityLinks.Of(id)}?done=replanned") : ChangePlan(activity, viewer, form, errors);
            },
            ct);
    }

    private static IResult ChangePlan(PlannedActivity activity, Viewer viewer, SubmittedForm? form, IReadOnlyList<FieldError> errors) => Page.Of<PlanPage>(
        new
        {
            Viewer = viewer,
            Activity = activity,
            Fields = new Fields(name => form is null ? PlanPage.Standing(activity, name) : form[name]),
            Key = form is null || form["key"].Length == 0 ? FormKey.New() : form["key"],
            Errors = errors,
        },
        errors.Status());

    private static object LundyIn(SubmittedForm form) =>
        new { space = form["lundy-space"], voice = form["lundy-voice"], audience = form["lundy-audience"], influence = form["lundy-influence"] };

    /// <summary>A field within a part of the input has an id without a full stop on the page.</summary>
    private static FieldError OnThePage(FieldError error) => error with { Field = error.Field?.Replace('.', '-') };

    private static IEnumerable<FieldError> CheckPlan(SubmittedForm form, bool isNew)
    {
        if (!form.IsTrusted)
            yield return FieldError.PageTooOld;
        if (!ActivityTerms.Kinds.Has(form["kind"]))
            yield return new FieldError("Choose what kind of occasion it is", "kind");
        if (isNew && !form.HasDay("onDay"))
            yield return new FieldError("Enter the day", "onDay");
        if (!ActivityTerms.Audiences.Has(form["audience"]))
            yield return new FieldError("Choose whom it is for", "audience");
        if (form["includesUnder18s"] is not (PlanPage.Yes or PlanPage.No))
            yield return new FieldError("Say whether anybody under 18 takes part", "includesUnder18s");
        if (!ActivityTerms.Levels.Has(form["level"]))
            yield return new FieldError("Say how much people will decide, from informing to co-producing", "level");
        if (!ActivityTerms.Stages.Has(form["stage"]))
            yield return new FieldError("Choose where it has influence", "stage");
    }

    private static IResult Plan(GraphQLReply reply, Fields fields, string key, IReadOnlyList<FieldError> errors) => Page.Of<PlanPage>(
        new
        {
            Viewer = Viewer.Of(reply, Edit),
            Consultations = reply.Get<Connection<ConsultationChoice>>("consultations")?.Nodes ?? [],
            Fields = fields,
            Key = key,
            Errors = errors,
        },
        errors.Status());

    private static Task<IResult> ShowAsync(string id, string? done, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        WithAsync(
            id,
            ["activities.read"],
            graphQL,
            context,
            (activity, viewer) => Task.FromResult(Page.Of<StaffActivityPage>(
                new { Viewer = viewer, Activity = activity, Done = done, IsOver = activity.OnDay < Today(context) })),
            ct);

    private static Task<IResult> ShowComingAsync(string id, int? from, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        WithAsync(
            id,
            ["activities.read"],
            graphQL,
            context,
            async (activity, viewer) =>
            {
                var first = Math.Max(0, from ?? 0);
                var people = new List<PersonComing>();
                foreach (var person in activity.Coming.Skip(first).Take(PeopleOnAPage))
                {
                    var helps = viewer.May(RecordAccessNeeds)
                        ? (await graphQL.ExecuteAsync(WhatHelpsDocument, new { person = person.Id }, context, ct)).Get<WhatHelps>("accessNeeds")
                        : null;
                    people.Add(new PersonComing(person.Id, helps?.Needs));
                }

                return Page.Of<ComingPage>(new { Viewer = viewer, Activity = activity, People = people, From = first });
            },
            ct);

    private static async Task<IResult> ShowStepAsync(string id, string step, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        ActivityStep.Find(step) is { } known
            ? await WithAsync(
                id,
                [Edit],
                graphQL,
                context,
                (activity, viewer) => Task.FromResult(known.IsFor(activity) ? Step(known, activity, viewer, null, []) : Page.SeeOther(ActivityLinks.Of(id))),
                ct)
            : TroubleEndpoints.NotFound();

    private static async Task<IResult> TakeStepAsync(
        string id, string step, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        if (ActivityStep.Find(step) is not { } known)
            return TroubleEndpoints.NotFound();
        var form = await SubmittedForm.ReadAsync(context, ct);
        return await WithAsync(
            id,
            [Edit],
            graphQL,
            context,
            async (activity, viewer) =>
            {
                if (form["more"].Length > 0)
                    return Step(known, activity, viewer, form, []);
                List<FieldError> errors = form.IsTrusted ? [.. known.Check(form)] : [FieldError.PageTooOld];
                if (errors.Count == 0)
                    errors.AddRange(await SendAsync(known, id, form, mutation, context, ct));
                return errors.Count == 0 ? Page.SeeOther($"{ActivityLinks.Of(id)}?done={known.Name}") : Step(known, activity, viewer, form, errors);
            },
            ct);
    }

    private static async Task<IReadOnlyList<FieldError>> SendAsync(
        ActivityStep step, string id, SubmittedForm form, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        try
        {
            var refusals = await mutation.SendAsync(step.Document, step.Mutation, step.Input(new ActivityStep.Sent(id, form)), context, ct);
            // The schema counts the notes that were sent, and the page those that it has room for.
            var notes = ActivityStep.NotesIn(form).ToList();
            return
            [
                .. refusals.Select(error => error.Field is ['n', 'o', 't', 'e', 's', '.', .. var at] && int.TryParse(at, out var index) && index < notes.Count
                    ? error with { Field = $"notes-{notes[index]}" }
                    : error),
            ];
        }
        catch (AddressUnknownException)
        {
            return [new FieldError("One of these is no code of a person. Look at each line again", "others")];
        }
        catch (NotAllowedException)
        {
            return [new FieldError("This activity is in an area that is not yours. Ask an officer of that area to record it")];
        }
    }

    private static IResult Step(ActivityStep step, PlannedActivity activity, Viewer viewer, SubmittedForm? form, IReadOnlyList<FieldError> errors) => Page.Of<StepPage>(
        new
        {
            Viewer = viewer,
            Activity = activity,
            Step = step.Name,
            step.Title,
            Fields = Fields.Of(form),
            Key = form is null || form["key"].Length == 0 ? FormKey.New() : form["key"],
            Ticked = form?.All("identified") ?? [],
            Errors = errors,
            More = form?["more"].Length > 0,
        },
        errors.Status());

    private static async Task<IResult> WithAsync(
        string id, string[] anyOf, IEngagementGraphQL graphQL, HttpContext context, Func<PlannedActivity, Viewer, Task<IResult>> show, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(Document, new { id }, context, ct);
        var viewer = Viewer.Of(reply, anyOf);
        return reply.Get<PlannedActivity>("activity") is { } activity
            ? await show(activity with { HasCome = activity.OnDay <= Today(context) }, viewer)
            : TroubleEndpoints.NotFound();
    }

    private static DateOnly Today(HttpContext context) => Dates.Day(context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());

    private sealed record WhatHelps(IReadOnlyList<string> Needs);
}
