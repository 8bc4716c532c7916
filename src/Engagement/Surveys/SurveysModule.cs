using Engagement.Common;
using Engagement.Participants;
using EventStore;
using Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Surveys;

internal sealed class SurveysModule : EngagementModule
{
    public override IReadOnlyList<Type> EventTypes { get; } =
    [
        typeof(InstrumentDrafted),
        typeof(StatementAdded),
        typeof(QuestionAdded),
        typeof(QuestionChanged),
        typeof(QuestionRemoved),
        typeof(QuestionMoved),
        typeof(SectionAdded),
        typeof(SectionChanged),
        typeof(SectionRemoved),
        typeof(SectionMoved),
        typeof(NewVersionDrafted),
        typeof(DraftDiscarded),
        typeof(ContinuityDeclared),
        typeof(InstrumentVersionPublished),
        typeof(RenditionWritten),
        typeof(RenditionEquivalenceApproved),
        typeof(ScaleMappingRecorded),
        typeof(WaveScheduled),
        typeof(InvitationListFixed),
        typeof(WaveOpened),
        typeof(WaveVersionChanged),
        typeof(WaveExtended),
        typeof(WaveClosed),
        typeof(WaveReopened),
        typeof(ResponseSubmitted),
        typeof(AboutYouGiven),
        typeof(ResponseAmended),
        typeof(ResponseWithdrawn),
        typeof(ResponseVoided),
        typeof(PaperResponseKeyed),
    ];

    public override IReadOnlyList<EventUpcaster> Upcasters { get; } =
    [
        new Version1.StatementAddedUpcaster(),
        new Version1.QuestionAddedUpcaster(),
        new Version1.InstrumentVersionPublishedUpcaster(),
        new Version1.RenditionWrittenUpcaster(),
        new Version1.WaveOpenedUpcaster(),
        new Version1.ResponseSubmittedUpcaster(),
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<SurveyCommands>();
        services.AddSingleton<WaveCommands>();
        services.AddSingleton<SurveyReads>();
        services.AddSingleton<ResponseCommands>();
        services.AddSingleton<ResponseReads>();
        services.AddSingleton<ReceiptTries>();
        services.AddSingleton<ReceiptReads>();
        services.AddSingleton<ResponseDrafts>();
        services.AddSingleton<IPersonTrail, ResponseTrail>();
        services.AddSingleton<WorkSource, RenditionWork>();
    }

    public override void AddProjections(ProjectionOptions projections, IServiceProvider services)
    {
        projections.Add(new InstrumentSheetProjection(), ProjectionLifecycle.Inline);
        projections.Add(new WavePageProjection(), ProjectionLifecycle.Inline);
        projections.Add(new ReceiptProjection(), ProjectionLifecycle.Inline);
        projections.Subscribe(new WaveClosingDates(services.GetRequiredService<MessageOutbox>()));
    }
}
