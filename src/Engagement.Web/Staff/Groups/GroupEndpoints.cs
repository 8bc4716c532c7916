using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Engagement.Web.Representatives;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Staff.Groups;

/// <summary>The groups that decide, the seats that parents and carers have in them, and taking in whom Kent PACT nominated.</summary>
internal static class GroupEndpoints
{
    private const string Run = "governance.run";

    /// <summary>As many as the schema gives at a time.</summary>
    private const int Most = 50;

    private static readonly string ListDocument = GraphQLDocument.Read("Staff/Groups/Groups.graphql");
    private static readonly string Document = GraphQLDocument.Read("Staff/Groups/Group.graphql");
    private static readonly string ConstituteDocument = GraphQLDocument.Read("Staff/Groups/ConstituteGroup.graphql");
    private static readonly string TermsDocument = GraphQLDocument.Read("Staff/Groups/ChangeTerms.graphql");
    private static readonly string FrequencyDocument = GraphQLDocument.Read("Staff/Groups/ChangeMeetingFrequency.graphql");
    private static readonly string CreateSeatDocument = GraphQLDocument.Read("Staff/Groups/CreateSeat.graphql");
    private static readonly string AppointDocument = GraphQLDocument.Read("Staff/Groups/AppointRepresentative.graphql");

    public static void MapGroups(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(GroupLinks.List, ListAsync);
        pages.MapGet(GroupLinks.New, ShowNewAsync);
        pages.MapPost(GroupLinks.New, ConstituteAsync);
        pages.MapGet("/staff/groups/{id}", ShowAsync);
        pages.MapPost("/staff/groups/{id}", CreateSeatAsync);
        pages.MapGet("/staff/groups/{id}/terms", ShowTermsAsync);
        pages.MapPost("/staff/groups/{id}/terms", ChangeTermsAsync);
        pages.MapGet("/staff/groups/{id}/frequency", ShowFrequencyAsync);
        pages.MapPost("/staff/groups/{id}/frequency", ChangeFrequencyAsync);
        pages.MapGet("/staff/groups/{id}/{seat}", ShowSeatAsync);
        pages.MapPost("/staff/groups/{id}/{seat}", AppointAsync);
    }

    private static async Task<IResult> ListAsync(string? after, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(ListDocument, new { after, size = Most, parts = true }, context, ct);
        return Page.Of<GroupsPage>(new { Viewer = Viewer.Of(reply, Run), Found = Groups(reply), IsFirst = after is null });
    }

    private static async Task<IResult> ShowNewAsync(IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        await NewAsync(Fields.None, FormKey.New(), [], graphQL, context, ct);

    private static async Task<IResult> ConstituteAsync(IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var errors = new List<FieldError>();
        if (!form.IsTrusted)
            errors.Add(FieldError.PageTooOld);
        if (Group.Frequencies.All(one => one.Key != form["frequency"]))
            errors.Add(new FieldError("Choose how often it meets", "frequency"));
        if (errors.Count == 0)
        {
            var (id, refusals) = await mutation.MakeAsync(
                ConstituteDocument,
                "constituteGroup",
                "governanceGroup",
                new { name = form["name"], terms = form["terms"], frequency = form["frequency"], parentGroupId = form.OrNull("parentGroupId"), idempotencyKey = form.OrNull("key") },
                context,
                ct);
            if (id is not null)
                return Page.SeeOther($"{GroupLinks.Of(id)}?done=added");
            errors.AddRange(refusals);
        }

        return await NewAsync(new Fields(name => form[name]), FormKey.Of(form), errors, graphQL, context, ct);
    }

    private static async Task<IResult> NewAsync(
        Fields fields, string key, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(ListDocument, new { size = Most }, context, ct);
        return Page.Of<NewGroupPage>(
            new { Viewer = Viewer.Of(reply, Run), Groups = Groups(reply).Nodes, Fields = fields, Key = key, Errors = errors }, errors.Status());
    }

    private static Task<IResult> ShowAsync(string id, string? done, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        WithAsync(id, graphQL, context, (group, viewer) => Task.FromResult(
            Page.Of<GroupPage>(new { Viewer = viewer, Group = group, Key = FormKey.New(), Done = done })), ct);

    private static async Task<IResult> CreateSeatAsync(
        string id, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        return await WithAsync(
            id,
            graphQL,
            context,
            async (group, viewer) =>
            {
                var errors = form.IsTrusted
                    ? await mutation.SendAsync(
                        CreateSeatDocument,
                        "createSeat",
                        new { groupId = id, title = form["title"], expectedVersion = form.Number("version"), idempotencyKey = form.OrNull("key") },
                        context,
                        ct)
                    : [FieldError.PageTooOld];
                return errors.Count == 0
                    ? Page.SeeOther($"{GroupLinks.Of(id)}?done=seat")
                    : Page.Of<GroupPage>(
                        new { Viewer = viewer, Group = group, Key = FormKey.Of(form), Title = form["title"], Errors = errors }, errors.Status());
            },
            ct);
    }

    private static Task<IResult> ShowTermsAsync(string id, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        WithAsync(id, graphQL, context, (group, viewer) => Task.FromResult(Change(group, viewer, isTerms: true, null, [])), ct);

    private static Task<IResult> ShowFrequencyAsync(string id, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        WithAsync(id, graphQL, context, (group, viewer) => Task.FromResult(Change(group, viewer, isTerms: false, null, [])), ct);

    private static async Task<IResult> ChangeTermsAsync(
        string id, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        return await WithAsync(
            id,
            graphQL,
            context,
            async (group, viewer) =>
            {
                var errors = form.IsTrusted
                    ? await mutation.SendAsync(
                        TermsDocument,
                        "changeTerms",
                        new { groupId = id, terms = form["terms"], expectedVersion = form.Number("version"), idempotencyKey = form.OrNull("key") },
                        context,
                        ct)
                    : [FieldError.PageTooOld];
                return errors.Count == 0 ? Page.SeeOther($"{GroupLinks.Of(id)}?done=terms") : Change(group, viewer, isTerms: true, form, errors);
            },
            ct);
    }

    private static async Task<IResult> ChangeFrequencyAsync(
        string id, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        return await WithAsync(
            id,
            graphQL,
            context,
            async (group, viewer) =>
            {
                var errors = new List<FieldError>();
                if (!form.IsTrusted)
                    errors.Add(FieldError.PageTooOld);
                if (Group.Frequencies.All(one => one.Key != form["frequency"]))
                    errors.Add(new FieldError("Choose how often it meets", "frequency"));
                else if (form["frequency"] == group.Frequency.InSchema())
                    errors.Add(new FieldError("It meets as often as that already. Choose how often it meets from then on", "frequency"));
                if (!form.HasDay("from"))
                    errors.Add(new FieldError("Enter the day of the change", "from"));
                if (errors.Count == 0)
                {
                    errors.AddRange(await mutation.SendAsync(
                        FrequencyDocument,
                        "changeMeetingFrequency",
                        new
                        {
                            groupId = id,
                            frequency = form["frequency"],
                            from = form["from"],
                            reason = form["reason"],
                            expectedVersion = form.Number("version"),
                            idempotencyKey = form.OrNull("key"),
                        },
                        context,
                        ct));
                }

                return errors.Count == 0 ? Page.SeeOther($"{GroupLinks.Of(id)}?done=frequency") : Change(group, viewer, isTerms: false, form, errors);
            },
            ct);
    }

    private static IResult Change(Group group, Viewer viewer, bool isTerms, SubmittedForm? form, IReadOnlyList<FieldError> errors) => Page.Of<ChangeGroupPage>(
        new
        {
            Viewer = viewer,
            Group = group,
            IsTerms = isTerms,
            Fields = new Fields(name => form is not null ? form[name] : name == "terms" ? group.Terms : ""),
            Key = form is null || form["key"].Length == 0 ? FormKey.New() : form["key"],
            Errors = errors,
        },
        errors.Status());

    private static Task<IResult> ShowSeatAsync(string id, string seat, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        WithSeatAsync(id, seat, graphQL, context, (group, found, viewer) => Task.FromResult(
            Page.Of<AppointPage>(new { Viewer = viewer, Group = group, Seat = found, Key = FormKey.New() })), ct);

    private static async Task<IResult> AppointAsync(
        string id, string seat, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        return await WithSeatAsync(
            id,
            seat,
            graphQL,
            context,
            async (group, found, viewer) =>
            {
                var errors = new List<FieldError>();
                if (!form.IsTrusted)
                    errors.Add(FieldError.PageTooOld);
                if (!form.HasDay("appointedOn"))
                    errors.Add(new FieldError("Enter the first day on which they sit there", "appointedOn"));
                if (errors.Count == 0)
                {
                    errors.AddRange(await mutation.SendAsync(
                        AppointDocument,
                        "appointRepresentative",
                        new { groupId = id, seatId = seat, appointedOn = form["appointedOn"], expectedVersion = form.Number("version"), idempotencyKey = form.OrNull("key") },
                        context,
                        ct));
                }

                return errors.Count == 0
                    ? Page.SeeOther($"{GroupLinks.Of(id)}?done=appointed")
                    : Page.Of<AppointPage>(
                        new { Viewer = viewer, Group = group, Seat = found, Key = FormKey.Of(form), AppointedOn = form["appointedOn"], Errors = errors },
                        errors.Status());
            },
            ct);
    }

    private static async Task<IResult> WithAsync(
        string id, IEngagementGraphQL graphQL, HttpContext context, Func<Group, Viewer, Task<IResult>> show, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(Document, new { id }, context, ct);
        var viewer = Viewer.Of(reply, Run);
        return reply.Get<Group>("governanceGroup") is { } group ? await show(group, viewer) : TroubleEndpoints.NotFound();
    }

    private static Task<IResult> WithSeatAsync(
        string id, string seat, IEngagementGraphQL graphQL, HttpContext context, Func<Group, BoardSeat, Viewer, Task<IResult>> show, CancellationToken ct) =>
        WithAsync(
            id,
            graphQL,
            context,
            async (group, viewer) => group.Seats.FirstOrDefault(one => one.Id == seat) is { } found ? await show(group, found, viewer) : TroubleEndpoints.NotFound(),
            ct);

    private static Connection<Group> Groups(GraphQLReply reply) => reply.Get<Connection<Group>>("governanceGroups") ?? new Connection<Group>([]);
}
