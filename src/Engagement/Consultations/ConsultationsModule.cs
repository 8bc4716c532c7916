using Engagement.Common;
using EventStore;
using Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Consultations;

internal sealed class ConsultationsModule : EngagementModule
{
    public override IReadOnlyList<Type> EventTypes { get; } =
    [
        typeof(ConsultationDrafted),
        typeof(ConsultationDraftChanged),
        typeof(AudiencesChosen),
        typeof(SubjectChosen),
        typeof(ProposalPublished),
        typeof(OptionRejectedRecorded),
        typeof(EqualityAnalysisLinked),
        typeof(RenditionAdded),
        typeof(ConsultationOpened),
        typeof(ClosingDateExtended),
        typeof(ClosingDateCorrected),
        typeof(ConsultationPaused),
        typeof(ConsultationResumed),
        typeof(ConsultationClosed),
        typeof(LateSubmissionAccepted),
        typeof(ReportPublished),
        typeof(ConsultationWithdrawn),
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ConsultationCommands>();
        services.AddSingleton<ConsultationReads>();
        services.AddSingleton<WorkSource, ResponseWork>();
    }

    public override void AddProjections(ProjectionOptions projections, IServiceProvider services)
    {
        projections.Add(new ConsultationPageProjection(), ProjectionLifecycle.Inline);
        projections.Subscribe(new ClosingDates(services.GetRequiredService<MessageOutbox>()));
    }
}
