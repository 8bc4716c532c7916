using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Engagement.Web.Staff.Results;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Staff.Feedback;

/// <summary>The log of complaints, compliments and comments as a whole, beside who took part.</summary>
internal static class VolumesEndpoints
{
    private const string Read = "metrics.read";

    private static readonly string Document = GraphQLDocument.Read("Staff/Feedback/FeedbackVolumes.graphql");
    private static readonly string ReviewDocument = GraphQLDocument.Read("Staff/Feedback/ReviewLog.graphql");
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static void MapFeedbackVolumes(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(FeedbackLinks.Volumes, ShowAsync);
        pages.MapPost(FeedbackLinks.Volumes, ReviewAsync);
    }

    private static Task<IResult> ShowAsync(
        [AsParameters] VolumesAsked asked, string? done, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        PageAsync(asked, Fields.None, FormKey.New(), [], done, graphQL, context, ct);

    private static async Task<IResult> ReviewAsync(IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var errors = new List<FieldError>();
        if (!form.IsTrusted)
            errors.Add(FieldError.PageTooOld);
        if (!form.HasDay("from"))
            errors.Add(new FieldError("Enter the first day that you looked at", "from"));
        if (!form.HasDay("to"))
            errors.Add(new FieldError("Enter the last day that you looked at", "to"));
        if (errors.Count == 0)
        {
            errors.AddRange(await mutation.SendAsync(
                ReviewDocument,
                "reviewLog",
                new { from = form["from"], to = form["to"], found = form["found"], next = form["next"], idempotencyKey = form.OrNull("key") },
                context,
                ct));
        }

        return errors.Count == 0
            ? Page.SeeOther(Links.With(FeedbackLinks.Volumes, ("done", "reviewed")))
            : await PageAsync(
                new VolumesAsked(), new Fields(name => form[name]), FormKey.Of(form), errors, null, graphQL, context, ct);
    }

    private static async Task<IResult> PageAsync(
        VolumesAsked asked,
        Fields fields,
        string key,
        IReadOnlyList<FieldError> errors,
        string? done,
        IEngagementGraphQL graphQL,
        HttpContext context,
        CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(
            Document,
            new
            {
                by = asked.InSchema,
                from = asked.FirstDay,
                to = asked.LastDay,
                service = asked.ServiceAsked,
                district = asked.DistrictAsked,
                asAt = asked.KnownDay is { } day ? EndOf(day) : null,
            },
            context,
            ct);
        var viewer = Viewer.Of(reply, Read);
        var volumes = reply.Get<Volumes>("feedbackVolumes") ?? Volumes.None;
        var table = VolumesTable.Of(volumes, asked);
        return FigureFile.AskedFor(context, "complaints-beside-participation", [table]) ?? Page.Of<VolumesPage>(
            new
            {
                Viewer = viewer,
                Asked = asked,
                Volumes = volumes,
                Table = table,
                Here = ResultsLinks.Here(context),
                Reviews = reply.Get<IReadOnlyList<LogReview>>("logReviews") ?? [],
                Services = reply.Get<IReadOnlyList<ServiceChoice>>("services") ?? [],
                Fields = fields,
                Key = key,
                Errors = errors,
                Done = done,
            },
            errors.Status());
    }

    /// <summary>The moment at which a day of Kent is over.</summary>
    private static string EndOf(string day)
    {
        var end = DateOnly.ParseExact(day, "yyyy-MM-dd").AddDays(1).ToDateTime(TimeOnly.MinValue);
        return Dates.Machine(new DateTimeOffset(end, London.GetUtcOffset(end)));
    }
}
