using EventStore;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement;

/// <summary>A folder of the domain: what it adds to the event store and to the services. Its tables are in the script of its name.</summary>
internal abstract class EngagementModule
{
    /// <summary>All modules. A module's tables may refer to those of the modules before it.</summary>
    public static IReadOnlyList<EngagementModule> All { get; } =
    [
        new Participants.ParticipantsModule(),
        new Consultations.ConsultationsModule(),
        new Surveys.SurveysModule(),
        new Feedback.FeedbackModule(),
        new Activities.ActivitiesModule(),
        new LoggedFeedback.LoggedFeedbackModule(),
        new Forums.ForumsModule(),
        new Governance.GovernanceModule(),
        new KeyActions.KeyActionsModule(),
        new Charter.CharterModule(),
        new InclusionStatements.InclusionStatementsModule(),
        new AccessLog.AccessLogModule(),
        new FeedbackPoints.FeedbackPointsModule(),
        new Paper.PaperModule(),
        new SurveyResults.SurveyResultsModule(),
        new Measures.MeasuresModule(),
        new Releases.ReleasesModule(),
        new LocalOffer.LocalOfferModule(),
        new Journeys.JourneysModule(),
        new Metrics.MetricsModule(),
        new EvidencePacks.EvidencePacksModule(),
        new Workbench.WorkbenchModule(),
        new History.HistoryModule(),
        new Privacy.PrivacyModule(),
        new SignIn.SignInModule(),
        new Notifications.NotificationsModule(),
        new Webhooks.WebhooksModule(),
        new Operations.OperationsModule(),
    ];

    /// <summary>The name of its folder and of its script.</summary>
    public string Name => GetType().Name[..^"Module".Length];

    /// <summary>Its types of events, each at its newest version. Each is a contract for ever: see schema/events.</summary>
    public virtual IReadOnlyList<Type> EventTypes => [];

    /// <summary>How what was written in older versions is read.</summary>
    public virtual IReadOnlyList<EventUpcaster> Upcasters => [];

    /// <summary>Its commands and reads.</summary>
    public virtual void AddServices(IServiceCollection services)
    {
    }

    /// <summary>What is kept up to date from events.</summary>
    public virtual void AddProjections(ProjectionOptions projections, IServiceProvider services)
    {
    }
}
