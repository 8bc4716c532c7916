using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Staff.Groups;

/// <summary>The meetings of a group: who of Kent PACT was invited and came, and what stands in the way.</summary>
internal static class MeetingEndpoints
{
    private const string Read = "meetings.read";

    private static readonly string ListDocument = GraphQLDocument.Read("Staff/Groups/Meetings.graphql");
    private static readonly string Document = GraphQLDocument.Read("Staff/Groups/Meeting.graphql");
    private static readonly string BarrierDocument = GraphQLDocument.Read("Staff/Groups/Barrier.graphql");
    private static readonly string ScheduleDocument = GraphQLDocument.Read("Staff/Groups/ScheduleMeeting.graphql");
    private static readonly string InviteDocument = GraphQLDocument.Read("Staff/Groups/InviteRepresentative.graphql");
    private static readonly string HoldDocument = GraphQLDocument.Read("Staff/Groups/HoldMeeting.graphql");
    private static readonly string AttendanceDocument = GraphQLDocument.Read("Staff/Groups/TakeAttendance.graphql");
    private static readonly string MinutesDocument = GraphQLDocument.Read("Staff/Groups/ApproveMinutes.graphql");
    private static readonly string CancelDocument = GraphQLDocument.Read("Staff/Groups/CancelMeeting.graphql");
    private static readonly string RaiseDocument = GraphQLDocument.Read("Staff/Groups/RaiseBarrier.graphql");
    private static readonly string EscalateDocument = GraphQLDocument.Read("Staff/Groups/EscalateBarrier.graphql");
    private static readonly string ResolveDocument = GraphQLDocument.Read("Staff/Groups/ResolveBarrier.graphql");

    public static void MapMeetings(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/staff/groups/{id}/meetings", ShowListAsync);
        pages.MapPost("/staff/groups/{id}/meetings", ScheduleAsync);
        pages.MapGet("/staff/groups/{id}/meetings/{meeting}", ShowAsync);
        pages.MapPost("/staff/groups/{id}/meetings/{meeting}/{step}", TakeStepAsync);
        pages.MapPost("/staff/groups/{id}/barriers", RaiseAsync);
        pages.MapGet("/staff/groups/{id}/barriers/{barrier}", ShowBarrierAsync);
        pages.MapPost("/staff/groups/{id}/barriers/{barrier}/{step}", TakeBarrierStepAsync);
    }

    private static Task<IResult> ShowListAsync(string id, string? after, string? done, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        ListAsync(id, after, null, null, done, [], graphQL, context, ct);

    private static async Task<IResult> ScheduleAsync(string id, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var errors = Trust(form);
        if (!form.HasDay("onDay"))
            errors.Add(new FieldError("Enter the day of the meeting", "onDay"));
        if (errors.Count == 0)
        {
            var (meeting, refusals) = await mutation.MakeAsync(
                ScheduleDocument, "scheduleMeeting", "meeting", new { groupId = id, onDay = form["onDay"], idempotencyKey = form.OrNull("key") }, context, ct);
            if (meeting is not null)
                return Page.SeeOther($"{MeetingLinks.Of(id, meeting)}?done=scheduled");
            errors.AddRange(refusals);
        }

        return await ListAsync(id, null, "meeting", form, null, errors, graphQL, context, ct);
    }

    private static async Task<IResult> RaiseAsync(string id, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var errors = Trust(form);
        if (errors.Count == 0)
        {
            errors.AddRange(await mutation.SendAsync(
                RaiseDocument, "raiseBarrier", new { groupId = id, title = form["title"], detail = form["detail"], idempotencyKey = form.OrNull("key") }, context, ct));
        }

        return errors.Count == 0
            ? Page.SeeOther($"{MeetingLinks.List(id)}?done=raised")
            : await ListAsync(id, null, "barrier", form, null, errors, graphQL, context, ct);
    }

    private static async Task<IResult> ListAsync(
        string id, string? after, string? step, SubmittedForm? form, string? done, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(ListDocument, new { id, after }, context, ct);
        var viewer = Viewer.Of(reply, Read);
        return reply.Get<Group>("governanceGroup") is { } group
            ? Page.Of<MeetingsPage>(
                new
                {
                    Viewer = viewer,
                    Group = group,
                    Part = reply.Get<ParentsPart>("parentsPart"),
                    Meetings = reply.Get<Connection<GroupMeeting>>("meetings") ?? new Connection<GroupMeeting>([]),
                    Barriers = reply.Get<Connection<Barrier>>("barriers")?.Nodes ?? [],
                    Fields = Fields.Of(form),
                    Step = step,
                    IsFirst = after is null,
                    Errors = errors,
                    Done = done,
                },
                errors.Status())
            : TroubleEndpoints.NotFound();
    }

    private static Task<IResult> ShowAsync(string id, string meeting, string? done, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        MeetingAsync(id, meeting, null, null, done, [], graphQL, context, ct);

    private static async Task<IResult> TakeStepAsync(
        string id, string meeting, string step, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        if (step is not ("invite" or "held" or "attendance" or "minutes" or "cancel"))
            return TroubleEndpoints.NotFound();
        var form = await SubmittedForm.ReadAsync(context, ct);
        var errors = Trust(form);
        errors.AddRange(Check(step, form));
        if (errors.Count == 0)
            errors.AddRange(await SendAsync(id, meeting, step, form, graphQL, mutation, context, ct));
        return errors.Count == 0
            ? Page.SeeOther($"{MeetingLinks.Of(id, meeting)}?done={step}")
            : await MeetingAsync(id, meeting, step, form, null, errors, graphQL, context, ct);
    }

    private static IEnumerable<FieldError> Check(string step, SubmittedForm form) => step switch
    {
        "invite" when !form.HasDay("papersSentOn") => [new FieldError("Enter the day on which the papers went to them", "papersSentOn")],
        "held" when !form.HasDay("heldOn") => [new FieldError("Enter the day on which it was held", "heldOn")],
        "minutes" when !form.HasDay("approvedOn") => [new FieldError("Enter the day on which the minutes were approved", "approvedOn")],
        _ => [],
    };

    private static async Task<IReadOnlyList<FieldError>> SendAsync(
        string id, string meeting, string step, SubmittedForm form, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var (version, key) = (form.Number("version"), form.OrNull("key"));
        switch (step)
        {
            case "invite":
                return await mutation.SendAsync(
                    InviteDocument,
                    "inviteRepresentative",
                    new { meetingId = meeting, seatId = form["seatId"], papersSentOn = form["papersSentOn"], expectedVersion = version, idempotencyKey = key },
                    context,
                    ct);
            case "held":
                return await mutation.SendAsync(
                    HoldDocument, "holdMeeting", new { meetingId = meeting, heldOn = form["heldOn"], expectedVersion = version, idempotencyKey = key }, context, ct);
            case "minutes":
                return await mutation.SendAsync(
                    MinutesDocument, "approveMinutes", new { meetingId = meeting, approvedOn = form["approvedOn"], expectedVersion = version, idempotencyKey = key }, context, ct);
            case "cancel":
                return await mutation.SendAsync(
                    CancelDocument, "cancelMeeting", new { meetingId = meeting, reason = form["reason"], expectedVersion = version, idempotencyKey = key }, context, ct);
            default:
                var reply = await graphQL.ExecuteAsync(Document, new { id, meeting }, context, ct);
                var seats = reply.Get<GroupMeeting>("node")?.Taken ?? [];
                var missing = seats.Index().Where(one => MeetingPage.Attendances.All(choice => choice.Value != form[$"seat-{one.Index}"])).ToList();
                if (missing.Count > 0)
                    return [.. missing.Select(one => new FieldError($"Say whether the seat was filled: {one.Item.Title}", $"seat-{one.Index}"))];
                return await mutation.SendAsync(
                    AttendanceDocument,
                    "takeAttendance",
                    new
                    {
                        meetingId = meeting,
                        seats = seats.Index().Select(one => new { seatId = one.Item.SeatId, attendance = form[$"seat-{one.Index}"] }),
                        expectedVersion = version,
                        idempotencyKey = key,
                    },
                    context,
                    ct);
        }
    }

    private static async Task<IResult> MeetingAsync(
        string id, string meeting, string? step, SubmittedForm? form, string? done, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(Document, new { id, meeting }, context, ct);
        var viewer = Viewer.Of(reply, Read);
        return reply.Get<Group>("governanceGroup") is { } group && reply.Get<GroupMeeting>("node") is { Id: not null } found
            ? Page.Of<MeetingPage>(
                new { Viewer = viewer, Group = group, Meeting = found, Fields = Fields.Of(form), Step = step, Errors = errors, Done = done }, errors.Status())
            : TroubleEndpoints.NotFound();
    }

    private static Task<IResult> ShowBarrierAsync(string id, string barrier, string? done, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        BarrierAsync(id, barrier, null, null, done, [], graphQL, context, ct);

    private static async Task<IResult> TakeBarrierStepAsync(
        string id, string barrier, string step, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        if (step is not ("resolve" or "escalate"))
            return TroubleEndpoints.NotFound();
        var form = await SubmittedForm.ReadAsync(context, ct);
        var errors = Trust(form);
        if (errors.Count == 0)
        {
            var (version, key) = (form.Number("version"), form.OrNull("key"));
            errors.AddRange(step == "resolve"
                ? await mutation.SendAsync(
                    ResolveDocument, "resolveBarrier", new { barrierId = barrier, resolution = form["resolution"], expectedVersion = version, idempotencyKey = key }, context, ct)
                : await mutation.SendAsync(
                    EscalateDocument,
                    "escalateBarrier",
                    new { barrierId = barrier, toGroupId = form["toGroupId"], reason = form["reason"], expectedVersion = version, idempotencyKey = key },
                    context,
                    ct));
        }

        if (errors.Count > 0)
            return await BarrierAsync(id, barrier, step, form, null, errors, graphQL, context, ct);
        return Page.SeeOther(step == "resolve" ? $"{MeetingLinks.Barrier(id, barrier)}?done=resolve" : $"{MeetingLinks.List(id)}?done=escalated");
    }

    private static async Task<IResult> BarrierAsync(
        string id, string barrier, string? step, SubmittedForm? form, string? done, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(BarrierDocument, new { id, barrier }, context, ct);
        var viewer = Viewer.Of(reply, Read);
        return reply.Get<Group>("governanceGroup") is { } group && reply.Get<Barrier>("node") is { Id: not null } found
            ? Page.Of<BarrierPage>(
                new { Viewer = viewer, Group = group, Barrier = found, Fields = Fields.Of(form), Step = step, Errors = errors, Done = done }, errors.Status())
            : TroubleEndpoints.NotFound();
    }

    private static List<FieldError> Trust(SubmittedForm form) => form.IsTrusted ? [] : [FieldError.PageTooOld];
}
