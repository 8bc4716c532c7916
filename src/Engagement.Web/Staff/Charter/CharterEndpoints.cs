using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Staff.Charter;

/// <summary>Charters, the services that are commissioned by them, and what is claimed of each.</summary>
internal static partial class CharterEndpoints
{
    public const string Read = "charter.read";
    public const string Run = "charter.run";
    public const string Claim = "charter.claim";
    public const string Verify = "charter.verify";

    private static readonly string ListDocument = GraphQLDocument.Read("Staff/Charter/CommissioningActivities.graphql");
    private static readonly string ChoicesDocument = GraphQLDocument.Read("Staff/Charter/CommissioningChoices.graphql");
    private static readonly string Document = GraphQLDocument.Read("Staff/Charter/CommissioningActivity.graphql");
    private static readonly string EditionsDocument = GraphQLDocument.Read("Staff/Charter/CharterEditions.graphql");
    private static readonly string EditionDocument = GraphQLDocument.Read("Staff/Charter/CharterEdition.graphql");
    private static readonly string RescoreDocument = GraphQLDocument.Read("Staff/Charter/RescoredActivity.graphql");
    private static readonly string StartDocument = GraphQLDocument.Read("Staff/Charter/StartCommissioning.graphql");
    private static readonly string EnterDocument = GraphQLDocument.Read("Staff/Charter/EnterStage.graphql");
    private static readonly string CompleteDocument = GraphQLDocument.Read("Staff/Charter/CompleteStage.graphql");
    private static readonly string SignUpDocument = GraphQLDocument.Read("Staff/Charter/SignUpToCharter.graphql");

    public static void MapCharter(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(CharterLinks.List, ListAsync);
        pages.MapGet(CharterLinks.New, ShowNewAsync);
        pages.MapPost(CharterLinks.New, StartAsync);
        pages.MapGet(CharterLinks.Editions, ListEditionsAsync);
        pages.MapGet("/staff/charter/editions/{id}", ShowEditionAsync);
        pages.MapPost("/staff/charter/editions/{id}", SignUpAsync);
        pages.MapGet("/staff/charter/{id}", ShowAsync);
        pages.MapPost("/staff/charter/{id}/stage/{step}", ChangeStageAsync);
        pages.MapGet("/staff/charter/{id}/check", ShowCheckAsync);
        pages.MapGet("/staff/charter/{id}/rescore", ShowRescoreAsync);
        MapEditions(pages);
        MapCells(pages);
    }

    private static async Task<IResult> ListAsync(
        string? words, string? service, string? stage, string? show, string? after, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var asked = CharterAsked.Of(words, service, stage, show);
        var reply = await graphQL.ExecuteAsync(
            ListDocument,
            new
            {
                words = asked.Words,
                service = asked.Service,
                stage = CharterWords.StageOf(asked.Stage) is { } known ? CharterWords.InSchema(known) : null,
                toCheck = asked.ToCheck,
                after,
            },
            context,
            ct);
        return Page.Of<CharterPage>(new
        {
            Viewer = Viewer.Of(reply, Read),
            Found = reply.Get<FoundCommissioning>("commissioningActivities") ?? new FoundCommissioning(0, [], null),
            Asked = asked,
            Services = Services(reply),
            IsFirst = after is null,
        });
    }

    private static Task<IResult> ShowNewAsync(IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        NewAsync(null, FormKey.New(), [], graphQL, context, ct);

    private static async Task<IResult> StartAsync(IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var errors = new List<FieldError>();
        if (!form.IsTrusted)
            errors.Add(FieldError.PageTooOld);
        if (form["charterEditionId"].Length == 0)
            errors.Add(new FieldError("Choose an edition", "charterEditionId"));
        if (errors.Count == 0)
        {
            var (id, refusals) = await mutation.MakeAsync(
                StartDocument,
                "startCommissioning",
                "commissioningActivity",
                new
                {
                    title = form["title"],
                    service = form["service"],
                    charterEditionId = form["charterEditionId"],
                    people = new { audiences = form.All("audiences"), districts = form.All("districts"), phases = form.All("phases"), needs = form.All("needs") },
                    idempotencyKey = form.OrNull("key"),
                },
                context,
                ct);
            if (id is not null)
                return Page.SeeOther($"{CharterLinks.Of(id)}?done=started");
            errors.AddRange(refusals);
        }

        return await NewAsync(form, FormKey.Of(form), errors, graphQL, context, ct);
    }

    private static async Task<IResult> NewAsync(
        SubmittedForm? form, string key, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(ChoicesDocument, null, context, ct);
        return Page.Of<NewCommissioningPage>(
            new
            {
                Viewer = Viewer.Of(reply, Claim),
                Services = Services(reply),
                Editions = Editions(reply),
                Fields = Fields.Of(form),
                Ticked = (Func<string, IReadOnlyList<string>>)(name => form?.All(name) ?? []),
                Key = key,
                Errors = errors,
            },
            errors.Status());
    }

    private static async Task<IResult> ListEditionsAsync(string? after, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(EditionsDocument, new { after }, context, ct);
        return Page.Of<EditionsPage>(new
        {
            Viewer = Viewer.Of(reply, Read),
            Found = reply.Get<Connection<Edition>>("charterEditions") ?? new Connection<Edition>([]),
            IsFirst = after is null,
        });
    }

    private static Task<IResult> ShowEditionAsync(string id, string? done, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        EditionAsync(id, null, done, [], graphQL, context, ct);

    private static async Task<IResult> SignUpAsync(string id, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var errors = form.IsTrusted
            ? await mutation.SendAsync(
                SignUpDocument,
                "signUpToCharter",
                new { charterEditionId = id, group = form["group"], expectedVersion = form.Number("version"), idempotencyKey = form.OrNull("key") },
                context,
                ct)
            : [FieldError.PageTooOld];
        return errors.Count == 0 ? Page.SeeOther($"{CharterLinks.Edition(id)}?done=signed") : await EditionAsync(id, form, null, errors, graphQL, context, ct);
    }

    private static async Task<IResult> EditionAsync(
        string id, SubmittedForm? form, string? done, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(EditionDocument, new { id }, context, ct);
        var viewer = Viewer.Of(reply, Read);
        return reply.Get<Edition>("charterEdition") is { } edition
            ? Page.Of<EditionPage>(
                new { Viewer = viewer, Edition = edition, Key = FormKey.Of(form), Group = form?["group"], Errors = errors, Done = done }, errors.Status())
            : TroubleEndpoints.NotFound();
    }

    private static Task<IResult> ShowAsync(string id, string? done, string? asAt, IEngagementGraphQL graphQL, TimeProvider clock, HttpContext context, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(asAt))
            return OneAsync(id, null, done, [], graphQL, context, ct);
        // What a day that has not begun will show is on no record yet.
        return DateOnly.TryParseExact(asAt, "yyyy-MM-dd", out var day) && day > DateOnly.MinValue && Dates.EndOf(day.AddDays(-1)) <= clock.GetUtcNow()
            ? AsAtAsync(id, day, graphQL, context, ct)
            : OneAsync(id, null, null, [new FieldError("Choose a day that is today or earlier", "asAt")], graphQL, context, ct);
    }

    private static async Task<IResult> AsAtAsync(string id, DateOnly day, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(Document, new { id, asAt = Dates.Machine(Dates.EndOf(day)) }, context, ct);
        var viewer = Viewer.Of(reply, Read);
        return Page.Of<CommissioningThenPage>(new { Viewer = viewer, Id = id, Day = day, One = reply.Get<Commissioning>("commissioningActivity") });
    }

    private static async Task<IResult> ChangeStageAsync(
        string id, string step, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        if (step is not ("enter" or "complete"))
            return TroubleEndpoints.NotFound();
        var form = await SubmittedForm.ReadAsync(context, ct);
        var errors = new List<FieldError>();
        if (!form.IsTrusted)
            errors.Add(FieldError.PageTooOld);
        if (CharterWords.StageOf(form["stage"]) is not { } stage)
            errors.Add(new FieldError("Choose a stage", "stage"));
        else if (errors.Count == 0)
        {
            errors.AddRange(await mutation.SendAsync(
                step == "enter" ? EnterDocument : CompleteDocument,
                step == "enter" ? "enterStage" : "completeStage",
                new { commissioningActivityId = id, stage = CharterWords.InSchema(stage), expectedVersion = form.Number("version"), idempotencyKey = form.OrNull("key") },
                context,
                ct));
        }

        // The form that completes a stage has no field of its own.
        if (step == "complete")
            errors = [.. errors.Select(error => error with { Field = null })];
        return errors.Count == 0 ? Page.SeeOther($"{CharterLinks.Of(id)}?done={step}") : await OneAsync(id, form, null, errors, graphQL, context, ct);
    }

    private static async Task<IResult> OneAsync(
        string id, SubmittedForm? form, string? done, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(Document, new { id }, context, ct);
        var viewer = Viewer.Of(reply, Read);
        var proposals = reply.Get<Connection<ProposedFor>>("evidenceProposals") ?? new Connection<ProposedFor>([]);
        return reply.Get<Commissioning>("commissioningActivity") is { } one
            ? Page.Of<CommissioningPage>(
                new
                {
                    Viewer = viewer,
                    One = one,
                    Proposals = proposals.Nodes,
                    HasMoreProposals = proposals.PageInfo?.HasNextPage == true,
                    Key = FormKey.Of(form),
                    Errors = errors,
                    Done = done,
                },
                errors.Status())
            : TroubleEndpoints.NotFound();
    }

    private static async Task<IResult> ShowCheckAsync(string id, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(Document, new { id }, context, ct);
        var viewer = Viewer.Of(reply, Read);
        return reply.Get<Commissioning>("commissioningActivity") is { } one ? Page.Of<CheckPage>(new { Viewer = viewer, One = one }) : TroubleEndpoints.NotFound();
    }

    private static async Task<IResult> ShowRescoreAsync(string id, string? edition, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        // Without an edition nothing is looked at again, and an id is needed all the same.
        var again = !string.IsNullOrEmpty(edition);
        var reply = await graphQL.ExecuteAsync(RescoreDocument, new { id, edition = again ? edition : id, again }, context, ct);
        var viewer = Viewer.Of(reply, Read);
        return reply.Get<Commissioning>("commissioningActivity") is { } one
            ? Page.Of<RescorePage>(new { Viewer = viewer, One = one, Editions = Editions(reply), Again = reply.Get<Rescored>("rescoredActivity") })
            : TroubleEndpoints.NotFound();
    }

    private static IReadOnlyList<CodedName> Services(GraphQLReply reply) => reply.Get<IReadOnlyList<CodedName>>("services") ?? [];

    private static IReadOnlyList<EditionChoice> Editions(GraphQLReply reply) => reply.Get<Connection<EditionChoice>>("charterEditions")?.Nodes ?? [];
}
