using System.Globalization;
using Engagement.Web.Documents;
using Engagement.Web.Figures;
using Engagement.Web.Forms;
using Engagement.Web.Staff.LocalOffer;
using Engagement.Web.Staff.Results;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Staff.Releases;

/// <summary>Figures on their way to the public: drafted by one person, checked, approved and published by another, and never changed after.</summary>
internal static class ReleasesEndpoints
{
    private const string MonthFormat = "yyyy-MM";

    private static readonly string ListDocument = GraphQLDocument.Read("Staff/Releases/StaffReleases.graphql");
    private static readonly string Document = GraphQLDocument.Read("Staff/Releases/StaffRelease.graphql");
    private static readonly string PreviewDocument = GraphQLDocument.Read("Staff/Releases/ReleasePreview.graphql");
    private static readonly string VerificationDocument = GraphQLDocument.Read("Staff/Releases/ReleaseVerification.graphql");
    private static readonly string ThingsDocument = GraphQLDocument.Read("Staff/Releases/ReleasableThings.graphql");
    private static readonly string WaveDocument = GraphQLDocument.Read("Staff/Releases/WaveToRelease.graphql");
    private static readonly string ConsultationDocument = GraphQLDocument.Read("Staff/Releases/ConsultationToRelease.graphql");
    private static readonly string OfferDocument = GraphQLDocument.Read("Staff/Releases/LocalOfferToRelease.graphql");
    private static readonly string DraftDocument = GraphQLDocument.Read("Staff/Releases/DraftRelease.graphql");
    private static readonly string ApproveDocument = GraphQLDocument.Read("Staff/Releases/ApproveRelease.graphql");
    private static readonly string PublishDocument = GraphQLDocument.Read("Staff/Releases/PublishRelease.graphql");
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static void MapReleases(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(ReleaseLinks.Releases, ListAsync);
        pages.MapGet(ReleaseLinks.New, ShowNewAsync);
        pages.MapPost(ReleaseLinks.New, DraftAsync);
        pages.MapGet("/staff/releases/{id}", ShowAsync);
        pages.MapGet("/staff/releases/{id}/verify", VerifyAsync);
        pages.MapGet("/staff/releases/{id}/approve", (string id, IEngagementGraphQL g, HttpContext c, CancellationToken ct) => ShowStepAsync(id, ReleaseStep.Approve, g, c, ct));
        pages.MapPost("/staff/releases/{id}/approve", (string id, IEngagementGraphQL g, StaffMutation m, HttpContext c, CancellationToken ct) =>
            TakeStepAsync(id, ReleaseStep.Approve, ApproveDocument, "approveRelease", g, m, c, ct));
        pages.MapGet("/staff/releases/{id}/publish", (string id, IEngagementGraphQL g, HttpContext c, CancellationToken ct) => ShowStepAsync(id, ReleaseStep.Publish, g, c, ct));
        pages.MapPost("/staff/releases/{id}/publish", (string id, IEngagementGraphQL g, StaffMutation m, HttpContext c, CancellationToken ct) =>
            TakeStepAsync(id, ReleaseStep.Publish, PublishDocument, "publishRelease", g, m, c, ct));
    }

    private static async Task<IResult> ListAsync([AsParameters] ReleasesAsked asked, string? after, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(ListDocument, new { search = asked.Words, kind = asked.Kind, state = asked.StateInSchema, after }, context, ct);
        return Page.Of<ReleasesPage>(new
        {
            Viewer = Viewer.Of(reply, ReleaseLinks.Reads),
            Releases = reply.Get<Connection<ReleaseRow>>("releases") ?? new([]),
            Asked = asked,
            IsFirst = after is null,
        });
    }

    private static Task<IResult> ShowAsync(string id, string? done, string? tables, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        WithReleaseAsync(id, graphQL, context, async (viewer, release) =>
        {
            var made = release.IsMadeAnew
                ? (await graphQL.ExecuteAsync(PreviewDocument, new { id }, context, ct)).Get<List<Table>>("releasePreview")
                : release.Tables;
            var shown = ReleaseTables.Of(made ?? [], release.Subject);
            return FigureFile.AskedFor(context, $"release-{release.Number}", shown) ?? Page.Of<StaffReleasePage>(new
            {
                Viewer = viewer,
                Release = release,
                Tables = shown,
                Refused = (made ?? []).Where(table => table.Refused is not null).Select(table => (ReleaseTables.Title(table, made!, release.Subject), table.Refused!)).ToList(),
                Done = done,
                IsOpen = tables == "all",
                Here = ResultsLinks.Here(context),
            });
        }, ct);

    private static Task<IResult> VerifyAsync(string id, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        WithReleaseAsync(id, graphQL, context, async (viewer, release) => release.IsPublic
            ? Page.Of<VerifyReleasePage>(new
            {
                Viewer = viewer,
                Release = release,
                Verification = (await graphQL.ExecuteAsync(VerificationDocument, new { id }, context, ct)).Get<Verification>("releaseVerification"),
            })
            : TroubleEndpoints.NotFound(), ct);

    private static Task<IResult> ShowStepAsync(string id, ReleaseStep step, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        WithReleaseAsync(id, graphQL, context, (viewer, release) => Task.FromResult(
            !viewer.May(ReleaseLinks.Approves) ? throw new NotAllowedException()
            : step.IsNextOf(release) ? Step(viewer, release, step, [])
            : Page.SeeOther(ReleaseLinks.Release(id))), ct);

    private static async Task<IResult> TakeStepAsync(
        string id, ReleaseStep step, string document, string field, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        return await WithReleaseAsync(id, graphQL, context, async (viewer, release) =>
        {
            var version = int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : release.Version;
            var errors = form.IsTrusted
                ? await mutation.SendAsync(document, field, new { releaseId = id, expectedVersion = version }, context, ct)
                : [FieldError.PageTooOld];
            return errors.Count == 0
                ? Page.SeeOther(ReleaseLinks.Release(id, step.Done))
                : Step(viewer, release, step, [.. errors.Select(error => error with { Field = null })]);
        }, ct);
    }

    private static IResult Step(Viewer viewer, StaffRelease release, ReleaseStep step, IReadOnlyList<FieldError> errors) =>
        Page.Of<ReleaseStepPage>(new { Viewer = viewer, Release = release, Step = step, Errors = errors }, errors.Status());

    private static async Task<IResult> ShowNewAsync(
        string? wave, string? consultation, string? month, string? offer, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var (viewer, things) = await DrafterAsync(graphQL, context, ct);
        if (string.IsNullOrEmpty(wave) && string.IsNullOrEmpty(consultation) && string.IsNullOrEmpty(month) && string.IsNullOrEmpty(offer))
        {
            return Page.Of<ChooseReleasePage>(new
            {
                Viewer = viewer,
                Waves = things.Get<Connection<WaveToChoose>>("scheduledWaves")?.Nodes.Where(row => row.Wave is not null).ToList() ?? [],
                Consultations = things.Get<Connection<ConsultationToChoose>>("consultations")?.Nodes ?? [],
            });
        }

        return await SubjectAsync(wave, consultation, month, offer, graphQL, context, ct) is { } subject
            ? New(viewer, subject, new Fields(name => name == "title" ? subject.Name : ""), FormKey.New(), [])
            : TroubleEndpoints.NotFound();
    }

    private static async Task<IResult> DraftAsync(IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var (viewer, _) = await DrafterAsync(graphQL, context, ct);
        var form = await SubmittedForm.ReadAsync(context, ct);
        if (await SubjectAsync(form["wave"], form["consultation"], form["month"], form["offer"], graphQL, context, ct) is not { } subject)
            return TroubleEndpoints.NotFound();
        List<FieldError> errors = [.. Check(form)];
        if (errors.Count == 0)
        {
            var (id, refused) = await mutation.MakeAsync(
                DraftDocument,
                "draftRelease",
                "release",
                new
                {
                    title = form["title"],
                    subject = InSchema(subject, form),
                    asAt = EndOf(form["asAt"]),
                    reason = form["reason"] is { Length: > 0 } reason ? reason : null,
                    idempotencyKey = form["key"],
                },
                context, ct);
            if (id is not null)
                return Page.SeeOther(ReleaseLinks.Release(id, "drafted"));
            // What it is of was chosen on the page before.
            errors.AddRange(refused.Select(error => error.Field == "subject" ? error with { Field = null } : error));
        }

        return New(viewer, subject, new Fields(name => form[name]), form["key"], errors);
    }

    private static IEnumerable<FieldError> Check(SubmittedForm form)
    {
        if (!form.IsTrusted)
            yield return FieldError.PageTooOld;
        if (form["asAt"].Length > 0 && !form.HasDay("asAt"))
            yield return new FieldError("Enter a day, or leave it empty for now", "asAt");
        for (var number = 1; number <= NewReleasePage.MostCrossed; number++)
        {
            if ((form[$"question{number}"].Length == 0) != (form[$"by{number}"].Length == 0))
                yield return new FieldError("Choose both a question and what it is broken down by", $"question{number}");
        }
    }

    private static object InSchema(ToRelease subject, SubmittedForm form) => subject.Field switch
    {
        "wave" => new
        {
            waveResults = new
            {
                waveId = subject.Id,
                crossed = Enumerable.Range(1, NewReleasePage.MostCrossed)
                    .Where(number => form[$"question{number}"].Length > 0)
                    .Select(number => new { question = form[$"question{number}"], by = form[$"by{number}"] }),
            },
        },
        "consultation" => new { consultation = subject.Id },
        "offer" => new { localOfferYear = int.Parse(subject.Id, CultureInfo.InvariantCulture) },
        _ => new { feedbackPointMonth = subject.Id },
    };

    /// <summary>The moment a day of Kent ends; null where none is given, and for today, of which only what has been is known.</summary>
    private static string? EndOf(string day)
    {
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", out var date) || date == Dates.Day(DateTimeOffset.UtcNow))
            return null;
        var end = date.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return Dates.Machine(new DateTimeOffset(end, London.GetUtcOffset(end)));
    }

    private static async Task<ToRelease?> SubjectAsync(
        string? wave, string? consultation, string? month, string? offer, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        if (wave is { Length: > 0 })
        {
            return (await graphQL.ExecuteAsync(WaveDocument, new { id = wave }, context, ct)).Get<WaveToRelease>("wave") is { } found
                ? new ToRelease(
                    "wave", wave, found.Id, found.Title ?? found.Instrument.Title, found.Releases, [.. found.Instrument.Questions.Where(question => question.CanBeBrokenDown)])
                : null;
        }

        if (consultation is { Length: > 0 })
        {
            return (await graphQL.ExecuteAsync(ConsultationDocument, new { slug = consultation }, context, ct)).Get<ConsultationToRelease>("consultationBySlug") is { } found
                ? new ToRelease("consultation", consultation, found.Id, $"{found.Title}: who took part", found.Releases, [])
                : null;
        }

        if (offer is { Length: > 0 })
        {
            return int.TryParse(offer, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                && (await graphQL.ExecuteAsync(OfferDocument, new { year }, context, ct)).Get<OfferToRelease>("localOfferYear") is { } found
                    ? new ToRelease("offer", offer, offer, $"Comments on the Local Offer and our answers, {LocalOfferLinks.NameOf(year)}", found.Releases, [])
                    : null;
        }

        return DateOnly.TryParseExact(month, MonthFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            ? new ToRelease("month", month, Dates.Machine(first), $"Feedback points, {first.ToString("MMMM yyyy", CultureInfo.InvariantCulture)}", [], [])
            : null;
    }

    private static IResult New(Viewer viewer, ToRelease subject, Fields fields, string key, IReadOnlyList<FieldError> errors) =>
        Page.Of<NewReleasePage>(new { Viewer = viewer, Subject = subject, Fields = fields, Key = key, Errors = errors }, errors.Status());

    private static async Task<(Viewer Viewer, GraphQLReply Things)> DrafterAsync(IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(ThingsDocument, null, context, ct);
        return (Viewer.Of(reply, ReleaseLinks.Drafts), reply);
    }

    private static async Task<IResult> WithReleaseAsync(
        string id, IEngagementGraphQL graphQL, HttpContext context, Func<Viewer, StaffRelease, Task<IResult>> show, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(Document, new { id }, context, ct);
        var viewer = Viewer.Of(reply, ReleaseLinks.Reads);
        return reply.Get<StaffRelease>("release") is { } release ? await show(viewer, release) : TroubleEndpoints.NotFound();
    }
}
