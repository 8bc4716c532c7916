using Engagement.Feedback.Version1;
using Engagement.Participants;
using EventStore;
using Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Feedback;

internal sealed class FeedbackModule : EngagementModule
{
    public override IReadOnlyList<Type> EventTypes { get; } =
    [
        typeof(ViewCaptured),
        typeof(ViewCoded),
        typeof(ViewNotCodable),
        typeof(ViewWithdrawn),
        typeof(ThemeOpened),
        typeof(LoopOpened),
        typeof(DecisionRecorded),
        typeof(CommitmentMade),
        typeof(ActionTaken),
        typeof(EntryPublished),
        typeof(ContributorsTold),
    ];

    public override IReadOnlyList<EventUpcaster> Upcasters { get; } =
    [
        new ViewCapturedUpcaster(), new ViewCodedUpcaster(), new ThemeOpenedUpcaster(), new LoopOpenedUpcaster(),
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<FeedbackCommands>();
        services.AddSingleton<FeedbackReads>();
        services.AddSingleton<EntryReads>();
        services.AddSingleton<EntryFeed>();
    }

    public override void AddProjections(ProjectionOptions projections, IServiceProvider services)
    {
        projections.Add(new ThemeCardProjection(), ProjectionLifecycle.Inline);
        projections.Add(new LoopCardProjection(), ProjectionLifecycle.Inline);
        projections.Add(new EntryBoardProjection(), ProjectionLifecycle.Inline);
        projections.Add(new ViewThemesProjection(), ProjectionLifecycle.Inline);
        projections.Add(new ViewsProjection(services.GetRequiredService<SubjectKeys>()), ProjectionLifecycle.Async);
        projections.Subscribe(new PublishedEntries(services.GetRequiredService<MessageOutbox>()));
    }
}
