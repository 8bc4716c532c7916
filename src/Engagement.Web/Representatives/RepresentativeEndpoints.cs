using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Engagement.Web.Staff;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Representatives;

/// <summary>Who speaks for parents and carers in the groups that decide, and how Kent PACT's coordinator chooses them.</summary>
internal static class RepresentativeEndpoints
{
    private const string Nominate = "governance.nominate";

    private static readonly string ListDocument = GraphQLDocument.Read("Representatives/Representatives.graphql");
    private static readonly string SeatDocument = GraphQLDocument.Read("Representatives/Seat.graphql");
    private static readonly string NominateDocument = GraphQLDocument.Read("Representatives/NominateRepresentative.graphql");
    private static readonly string WithdrawDocument = GraphQLDocument.Read("Representatives/WithdrawNomination.graphql");
    private static readonly string VacateDocument = GraphQLDocument.Read("Representatives/VacateSeat.graphql");

    public static void MapRepresentatives(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Links.Representatives, ListAsync);
        pages.MapGet(Links.RunRepresentatives, RunAsync);
        pages.MapGet("/pact/run/representatives/{group}/{seat}", (string group, string seat, IEngagementGraphQL g, HttpContext c, CancellationToken ct) =>
            WithAsync(group, seat, g, c, found => Task.FromResult(Show(found, Fields.None, [])), ct));
        pages.MapPost("/pact/run/representatives/{group}/{seat}", NominateAsync);
        pages.MapPost("/pact/run/representatives/{group}/{seat}/withdraw", WithdrawAsync);
        pages.MapPost("/pact/run/representatives/{group}/{seat}/vacate", VacateAsync);
    }

    private static async Task<IResult> ListAsync(string? after, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(ListDocument, new { after }, context, ct);
        return Page.Of<RepresentativesPage>(new { Boards = Boards(reply), MayNominate = reply.Get<Me>("me")?.MayNominate == true, IsFirst = after is null });
    }

    private static async Task<IResult> RunAsync(string? after, string? done, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(ListDocument, new { after }, context, ct);
        Me.Check(reply);
        return Page.Of<RunRepresentativesPage>(new { Boards = Boards(reply), Done = done, IsFirst = after is null });
    }

    private static Task<IResult> NominateAsync(
        string group, string seat, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct) =>
        WithAsync(group, seat, graphQL, context, async found =>
        {
            var form = await SubmittedForm.ReadAsync(context, ct);
            var errors = new List<FieldError>();
            if (!form.IsTrusted)
                errors.Add(FieldError.PageTooOld);
            if (form["representativeId"].Length == 0)
                errors.Add(new FieldError("Enter their code", "representativeId"));
            if (errors.Count == 0)
            {
                try
                {
                    errors.AddRange(await mutation.SendAsync(
                        NominateDocument,
                        "nominateRepresentative",
                        new { groupId = group, seatId = seat, representativeId = form["representativeId"], role = form["role"] },
                        context,
                        ct));
                }
                catch (AddressUnknownException)
                {
                    errors.Add(FieldError.PersonUnknown("representativeId"));
                }
            }

            return After(found, "nominated", form, errors);
        }, ct);

    private static Task<IResult> WithdrawAsync(
        string group, string seat, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct) =>
        WithAsync(group, seat, graphQL, context, async found =>
        {
            var form = await SubmittedForm.ReadAsync(context, ct);
            var errors = form.IsTrusted
                ? await mutation.SendAsync(WithdrawDocument, "withdrawNomination", new { groupId = group, seatId = seat }, context, ct)
                : [FieldError.PageTooOld];
            return After(found, "withdrawn", form, errors);
        }, ct);

    private static Task<IResult> VacateAsync(
        string group, string seat, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct) =>
        WithAsync(group, seat, graphQL, context, async found =>
        {
            var form = await SubmittedForm.ReadAsync(context, ct);
            var errors = new List<FieldError>();
            if (!form.IsTrusted)
                errors.Add(FieldError.PageTooOld);
            if (!form.HasDay("vacatedOn"))
                errors.Add(new FieldError("Enter the day since when nobody sits there", "vacatedOn"));
            if (VacancyReasons.All.All(one => one.Key != form["reason"]))
                errors.Add(new FieldError("Choose why", "reason"));
            if (errors.Count == 0)
            {
                errors.AddRange(await mutation.SendAsync(
                    VacateDocument, "vacateSeat", new { groupId = group, seatId = seat, vacatedOn = form["vacatedOn"], reason = form["reason"] }, context, ct));
            }

            return After(found, "vacated", form, errors);
        }, ct);

    private static IResult After(FoundSeat found, string done, SubmittedForm form, IReadOnlyList<FieldError> errors) => errors.Count == 0
        ? Page.SeeOther($"{Links.RunRepresentatives}?done={done}")
        : Show(found, new Fields(name => form[name]), errors);

    private static IResult Show(FoundSeat found, Fields fields, IReadOnlyList<FieldError> errors) => Page.Of<SeatPage>(
        new { found.Board, found.Seat, found.You, Fields = fields, Errors = errors },
        errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private static Connection<BoardDetails> Boards(GraphQLReply reply) => reply.Get<Connection<BoardDetails>>("governanceGroups") ?? new Connection<BoardDetails>([]);

    /// <summary>Goes on with a seat, for whoever chooses for Kent PACT.</summary>
    private static async Task<IResult> WithAsync(
        string group, string seat, IEngagementGraphQL graphQL, HttpContext context, Func<FoundSeat, Task<IResult>> show, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(SeatDocument, new { group }, context, ct);
        var me = Me.Check(reply);
        return reply.Get<BoardDetails>("governanceGroup") is { } board && board.Seats.FirstOrDefault(one => one.Id == seat) is { } found
            ? await show(new FoundSeat(board, found, me.Person?.Id))
            : TroubleEndpoints.NotFound();
    }

    private sealed record FoundSeat(BoardDetails Board, BoardSeat Seat, string? You);

    private sealed record Me(bool SignedIn, IReadOnlyList<string> Permissions, MePerson? Person = null)
    {
        public bool MayNominate => SignedIn && Permissions.Contains(Nominate);

        public static Me Check(GraphQLReply reply) => reply.Get<Me>("me") switch
        {
            not { SignedIn: true } => throw new SignInNeededException(),
            { MayNominate: false } => throw new NotAllowedException(),
            var me => me,
        };
    }

    private sealed record MePerson(string Id);
}
