using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Staff.Results;

/// <summary>Who took part beside who there is, and what became of what they said. It needs no look at what anybody answered.</summary>
internal static class FiguresEndpoints
{
    private static readonly string MeDocument = GraphQLDocument.Read("Staff/StaffMe.graphql");
    private static readonly string ConsultationDocument = GraphQLDocument.Read("Staff/Results/ConsultationResults.graphql");
    private static readonly string WhoDocument = GraphQLDocument.Read("Staff/Results/WhoAnswered.graphql");
    private static readonly string PopulationDocument = GraphQLDocument.Read("Staff/Results/BesideThePopulation.graphql");
    private static readonly string DoingDocument = GraphQLDocument.Read("Staff/Results/HowWeAreDoing.graphql");
    private static readonly string NamedDocument = GraphQLDocument.Read("Staff/Results/ConsultationNamed.graphql");
    private static readonly string PopulationsDocument = GraphQLDocument.Read("Staff/Results/Populations.graphql");
    private static readonly string LoadDocument = GraphQLDocument.Read("Staff/Results/LoadDenominatorSet.graphql");

    public static void MapFiguresForStaff(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(ResultsLinks.Doing, ShowDoingAsync);
        pages.MapGet("/staff/consultations/{slug}/results", ShowConsultationAsync);
        pages.MapGet(ResultsLinks.Populations, ShowPopulationsAsync);
        pages.MapGet(ResultsLinks.NewPopulation, ShowNewPopulationAsync);
        pages.MapPost(ResultsLinks.NewPopulation, LoadPopulationAsync);
    }

    private static async Task<IResult> ShowDoingAsync([AsParameters] DoingAsked asked, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var viewer = Viewer.Of(await graphQL.ExecuteAsync(MeDocument, null, context, ct), ResultsEndpoints.ReadsMetrics);
        ConsultationTitle? consultation = null;
        if (asked.Consultation is { Length: > 0 } slug)
        {
            consultation = (await graphQL.ExecuteAsync(NamedDocument, new { slug }, context, ct)).Get<ConsultationTitle>("consultationBySlug");
            if (consultation is null)
                return TroubleEndpoints.NotFound();
        }

        var by = MetricsBy.Find(asked.By);
        var reply = await graphQL.ExecuteAsync(
            DoingDocument,
            new { consultationId = consultation?.Id, audience = asked.AudienceInSchema, from = asked.FirstDay, to = asked.LastDay, by = by.Key },
            context, ct);
        var (metrics, loops, days) = (reply.Get<EngagementFigures>("engagementMetrics")!, reply.Get<LoopFigures>("loopFigures")!, reply.Get<TimeToDecision>("timeToDecision")!);
        IReadOnlyList<FigureTable> tables =
        [
            FiguresTables.TakingPart(reply.Get<List<ParticipationGroup>>("participation") ?? [], by), FiguresTables.Views(reply.Get<List<ViewGroup>>("viewFigures") ?? [], by),
        ];
        return FigureFile.AskedFor(context, "how-we-are-doing", [FiguresTables.Headlines(metrics, loops, days), .. tables]) ?? Page.Of<DoingPage>(new
        {
            Viewer = viewer,
            Asked = asked,
            Consultation = consultation,
            Metrics = metrics,
            Loops = loops,
            Days = days,
            Tables = tables,
            Here = ResultsLinks.Here(context),
        });
    }

    private static async Task<IResult> ShowConsultationAsync(
        string slug, string? by, string? set, string? audience, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var found = await graphQL.ExecuteAsync(ConsultationDocument, new { slug }, context, ct);
        var viewer = Viewer.Of(found, ResultsEndpoints.ReadsMetrics);
        if (found.Get<ConsultationWithResults>("consultationBySlug") is not { } consultation)
            return TroubleEndpoints.NotFound();
        var groups = BreakdownBy.OfPopulations.FirstOrDefault(known => known.Key == by) ?? BreakdownBy.OfPopulations[0];
        var whom = WhoFor.Find(DoingAsked.Audiences, audience);
        var sets = found.Get<Connection<PopulationSet>>("denominatorSets")?.Nodes ?? [];
        var population = sets.FirstOrDefault(known => known.Id == set) ?? (sets.Count > 0 ? sets[0] : null);
        var who = await graphQL.ExecuteAsync(WhoDocument, new { consultationId = consultation.Id, audience = whom, by = groups.Key }, context, ct);
        var beside = population is null
            ? null
            : await graphQL.ExecuteAsync(PopulationDocument, new { consultationId = consultation.Id, audience = whom, by = groups.Key, set = population.Id }, context, ct);
        var (reach, shares) = (beside?.Get<Reach>("reach"), beside?.Get<Representativeness>("representativeness"));
        var metricsBy = MetricsBy.Find(groups.Key);
        var waves = FiguresTables.Waves(consultation, who.Get<List<WaveRate>>("responseRates") ?? [], viewer.May(ResultsEndpoints.ReadsExact));
        var taking = FiguresTables.TakingPart(who.Get<List<ParticipationGroup>>("participation") ?? [], metricsBy);
        var compared = reach is null ? null : FiguresTables.BesideThePopulation(reach, shares, groups);
        FigureTable[] tables = compared is null ? [waves, taking] : [waves, compared, taking];
        return FigureFile.AskedFor(context, $"who-answered-{slug}", tables) ?? Page.Of<ConsultationResultsPage>(new
        {
            Viewer = viewer,
            Consultation = consultation,
            Waves = waves,
            TakingPart = taking,
            Compared = compared,
            Shares = shares,
            Sets = sets,
            Set = population,
            By = groups,
            Audience = audience,
            Here = ResultsLinks.Here(context),
        });
    }

    private static async Task<IResult> ShowPopulationsAsync(string? after, string? done, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(PopulationsDocument, new { after }, context, ct);
        return Page.Of<PopulationsPage>(new
        {
            Viewer = Viewer.Of(reply, ResultsEndpoints.ReadsMetrics),
            Sets = reply.Get<Connection<PopulationSet>>("denominatorSets") ?? new([]),
            IsFirst = after is null,
            IsLoaded = done is not null,
        });
    }

    private static async Task<IResult> ShowNewPopulationAsync(IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        NewPopulation(await LoaderAsync(graphQL, context, ct), Fields.None, FormKey.New(), []);

    private static async Task<IResult> LoadPopulationAsync(IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var viewer = await LoaderAsync(graphQL, context, ct);
        var form = await SubmittedForm.ReadAsync(context, ct);
        var (groups, problems) = PopulationReader.Read(form["groups"]);
        var errors = new List<FieldError>();
        if (!form.IsTrusted)
            errors.Add(FieldError.PageTooOld);
        if (!form.HasDay("asAt"))
            errors.Add(new FieldError("Enter the day these numbers are of", "asAt"));
        var isNumber = PopulationReader.CountOf(form["total"], out var total);
        if (!isNumber)
            errors.Add(new FieldError("Enter how many people there are in all, in digits", "total"));
        errors.AddRange(problems.Select(problem => new FieldError(problem, "groups")));
        if (errors.Count == 0)
        {
            errors.AddRange(await mutation.SendAsync(
                LoadDocument,
                "loadDenominatorSet",
                new
                {
                    title = form["title"],
                    source = form["source"],
                    reading = form["reading"],
                    asAt = form["asAt"],
                    total,
                    groups = groups.Select(group => new { dimension = group.Dimension.ToString().ToUpperInvariant(), key = group.Key, count = group.Count }),
                    idempotencyKey = form["key"],
                },
                context, ct));
        }

        return errors.Count == 0 ? Page.SeeOther($"{ResultsLinks.Populations}?done=loaded") : NewPopulation(viewer, new Fields(name => form[name]), form["key"], errors);
    }

    private static async Task<Viewer> LoaderAsync(IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        Viewer.Of(await graphQL.ExecuteAsync(PopulationsDocument, null, context, ct), NewPopulationPage.Loads);

    private static IResult NewPopulation(Viewer viewer, Fields fields, string key, List<FieldError> errors) => Page.Of<NewPopulationPage>(
        new { Viewer = viewer, Fields = fields, Key = key, Errors = errors },
        errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}
