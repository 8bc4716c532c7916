using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Staff.People;

/// <summary>Those who take part, under their codes: taking somebody in, what helps them, and whether an answer counts.</summary>
internal static class PeopleEndpoints
{
    private const string Record = "participants.record-access-needs";
    private const string RunWaves = "waves.run";

    private static readonly string MeDocument = GraphQLDocument.Read("Staff/People/PeopleMe.graphql");
    private static readonly string JoinDocument = GraphQLDocument.Read("Staff/People/Join.graphql");
    private static readonly string PersonDocument = GraphQLDocument.Read("Staff/People/OnePerson.graphql");
    private static readonly string NeedDocument = GraphQLDocument.Read("Staff/People/RecordAccessNeed.graphql");
    private static readonly string FoundDocument = GraphQLDocument.Read("Staff/People/ResponsesFound.graphql");
    private static readonly string VoidDocument = GraphQLDocument.Read("Staff/People/VoidResponse.graphql");

    public static void MapPeople(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(PeopleLinks.List, ShowAsync);
        pages.MapPost(PeopleLinks.List, JoinAsync);
        pages.MapGet(PeopleLinks.Find, FindAsync);
        pages.MapGet(PeopleLinks.Answers, ShowAnswersAsync);
        pages.MapGet(PeopleLinks.VoidAnswer, ShowVoidAsync);
        pages.MapPost(PeopleLinks.VoidAnswer, VoidAsync);
        pages.MapGet("/staff/people/of/{id}", ShowPersonAsync);
        pages.MapPost("/staff/people/of/{id}", RecordNeedAsync);
    }

    private static async Task<IResult> ShowAsync(IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        Page.Of<PeoplePage>(new { Viewer = await ViewerAsync(Record, graphQL, context, ct), Key = FormKey.New() });

    private static async Task<IResult> JoinAsync(IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var viewer = await ViewerAsync(Record, graphQL, context, ct);
        var form = await SubmittedForm.ReadAsync(context, ct);
        var errors = new List<FieldError>();
        if (!form.IsTrusted)
            errors.Add(FieldError.PageTooOld);
        if (PeopleTerms.AgeBands.All(band => band.Value != form["ageBand"]))
            errors.Add(new FieldError("Choose how old they are", "ageBand"));
        if (errors.Count == 0)
        {
            var (id, refusals) = await mutation.MakeAsync(JoinDocument, "join", "person", new { ageBand = form["ageBand"], idempotencyKey = form.OrNull("key") }, context, ct);
            if (id is not null)
                return Page.SeeOther($"{PeopleLinks.Of(id)}?done=joined");
            errors.AddRange(refusals);
        }

        return Page.Of<PeoplePage>(
            new { Viewer = viewer, Key = FormKey.Of(form), AgeBand = form["ageBand"], Errors = errors }, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> FindAsync(string? code, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var viewer = await ViewerAsync(Record, graphQL, context, ct);
        if (string.IsNullOrWhiteSpace(code))
            return Nobody("Enter their code");
        try
        {
            var reply = await graphQL.ExecuteAsync(PersonDocument, new { person = code.Trim() }, context, ct);
            if (reply.Get<WhatHelps>("accessNeeds") is not null)
                return Page.SeeOther(PeopleLinks.Of(code.Trim()));
        }
        catch (AddressUnknownException)
        {
            // It has not the form of a code: whoever typed it is told the same as of a code that nobody has.
        }

        return Nobody("Nobody has this code. Look at each letter, also at capital letters");

        IResult Nobody(string message) => Page.Of<PeoplePage>(
            new { Viewer = viewer, Key = FormKey.New(), Code = code, Errors = new[] { new FieldError(message, "code") } }, StatusCodes.Status422UnprocessableEntity);
    }

    private static Task<IResult> ShowPersonAsync(string id, string? done, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        WithAsync(id, graphQL, context, (viewer, needs) => Task.FromResult(
            Page.Of<PersonPage>(new { Viewer = viewer, Id = id, Needs = needs, Key = FormKey.New(), Done = done })), ct);

    private static async Task<IResult> RecordNeedAsync(
        string id, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        return await WithAsync(
            id,
            graphQL,
            context,
            async (viewer, needs) =>
            {
                IReadOnlyList<FieldError> errors = (form.IsTrusted, form["need"].Length) switch
                {
                    (false, _) => [FieldError.PageTooOld],
                    (_, 0) => [new FieldError("Enter what helps them", "need")],
                    _ => await mutation.SendAsync(
                        NeedDocument, "recordAccessNeed", new { participantId = id, need = form["need"], idempotencyKey = form.OrNull("key") }, context, ct),
                };
                return errors.Count == 0
                    ? Page.SeeOther($"{PeopleLinks.Of(id)}?done=need")
                    : Page.Of<PersonPage>(
                        new { Viewer = viewer, Id = id, Needs = needs, Key = FormKey.Of(form), Need = form["need"], Errors = errors },
                        StatusCodes.Status422UnprocessableEntity);
            },
            ct);
    }

    private static async Task<IResult> ShowAnswersAsync(string? reference, string? done, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        if (reference is null)
            return Page.Of<AnswersPage>(new { Viewer = await ViewerAsync(RunWaves, graphQL, context, ct) });
        if (string.IsNullOrWhiteSpace(reference))
        {
            return Page.Of<AnswersPage>(
                new { Viewer = await ViewerAsync(RunWaves, graphQL, context, ct), Errors = new[] { new FieldError("Enter the reference", "reference") } },
                StatusCodes.Status422UnprocessableEntity);
        }

        var reply = await graphQL.ExecuteAsync(FoundDocument, new { reference = reference.Trim() }, context, ct);
        return Page.Of<AnswersPage>(
            new { Viewer = Viewer.Of(reply, RunWaves), Reference = reference, Found = reply.Get<IReadOnlyList<FoundResponse>>("responsesByReference") ?? [], Done = done });
    }

    private static Task<IResult> ShowVoidAsync(string? reference, string? response, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        WithResponseAsync(reference, response, graphQL, context, (viewer, found) => Task.FromResult(
            Page.Of<VoidPage>(new { Viewer = viewer, Response = found, Key = FormKey.New() })), ct);

    private static async Task<IResult> VoidAsync(IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        return await WithResponseAsync(
            form["reference"],
            form["response"],
            graphQL,
            context,
            async (viewer, found) =>
            {
                var errors = new List<FieldError>();
                if (!form.IsTrusted)
                    errors.Add(FieldError.PageTooOld);
                if (PeopleTerms.VoidReasons.All(reason => reason.Value != form["reason"]))
                    errors.Add(new FieldError("Select why this response does not count", "reason"));
                if (errors.Count == 0)
                {
                    errors.AddRange(await mutation.SendAsync(
                        VoidDocument, "voidResponse", new { responseId = found.Id, reason = form["reason"], idempotencyKey = form.OrNull("key") }, context, ct));
                }

                return errors.Count == 0
                    ? Page.SeeOther(Links.With(PeopleLinks.Answers, ("reference", found.Reference), ("done", "voided")))
                    : Page.Of<VoidPage>(
                        new { Viewer = viewer, Response = found, Key = FormKey.Of(form), Reason = form["reason"], Errors = errors },
                        StatusCodes.Status422UnprocessableEntity);
            },
            ct);
    }

    private static async Task<IResult> WithResponseAsync(
        string? reference, string? response, IEngagementGraphQL graphQL, HttpContext context, Func<Viewer, FoundResponse, Task<IResult>> show, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(FoundDocument, new { reference = reference ?? "" }, context, ct);
        var viewer = Viewer.Of(reply, RunWaves);
        return (reply.Get<IReadOnlyList<FoundResponse>>("responsesByReference") ?? []).FirstOrDefault(one => one.Id == response) is { } found
            ? await show(viewer, found)
            : TroubleEndpoints.NotFound();
    }

    private static async Task<IResult> WithAsync(
        string id, IEngagementGraphQL graphQL, HttpContext context, Func<Viewer, IReadOnlyList<string>, Task<IResult>> show, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(PersonDocument, new { person = id }, context, ct);
        var viewer = Viewer.Of(reply, Record);
        return reply.Get<WhatHelps>("accessNeeds") is { } helps ? await show(viewer, helps.Needs) : TroubleEndpoints.NotFound();
    }

    private static async Task<Viewer> ViewerAsync(string permission, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        Viewer.Of(await graphQL.ExecuteAsync(MeDocument, null, context, ct), permission);

    private sealed record WhatHelps(IReadOnlyList<string> Needs);
}
