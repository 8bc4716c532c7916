using Engagement.Common;
using Engagement.Feedback.Version1;
using Engagement.Participants;
using EventStore;
using Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Feedback;

internal sealed class FeedbackModule : EngagementModule
{
    /// <summary>All that can happen to a loop.</summary>
    public static IReadOnlyList<Type> LoopEvents { get; } =
    [
        typeof(LoopOpened),
        typeof(DecisionRecorded),
        typeof(DecisionReopened),
        typeof(DecisionReplaced),
        typeof(CommitmentMade),
        typeof(CommitmentRescheduled),
        typeof(ActionTaken),
        typeof(EntryDrafted),
        typeof(EntryApproved),
        typeof(EntryPublished),
        typeof(EntryCorrected),
        typeof(EntryCountFrozen),
        typeof(ContributorsTold),
        typeof(ConfirmationAsked),
        typeof(ConfirmationGiven),
        typeof(GroupConfirmationGiven),
        typeof(ConfirmersTold),
        typeof(LoopClosed),
        typeof(LoopEscalated),
    ];

    public override IReadOnlyList<Type> EventTypes { get; } =
    [
        typeof(ViewCaptured),
        typeof(ViewCoded),
        typeof(ViewUncoded),
        typeof(ViewMoved),
        typeof(ViewNotCodable),
        typeof(ViewWithdrawn),
        typeof(ViewSuggestionRejected),
        typeof(ViewQuoted),
        typeof(ThemeOpened),
        typeof(ThemeDescribed),
        typeof(ThemesMerged),
        typeof(ThemeUnmerged),
        typeof(ThemeSplit),
        typeof(ThemesLinked),
        typeof(ThemeSharedBack),
        typeof(ThemeDisposed),
        typeof(ThemeMarkedForLocalOffer),
        typeof(CodingSampleDrawn),
        typeof(SecondCodingGiven),
        .. LoopEvents,
    ];

    public override IReadOnlyList<EventUpcaster> Upcasters { get; } =
    [
        new ViewCapturedUpcaster(), new ViewCodedUpcaster(), new ThemeOpenedUpcaster(), new LoopOpenedUpcaster(),
        new DecisionRecordedUpcaster(), new CommitmentMadeUpcaster(), new ActionTakenUpcaster(), new EntryPublishedUpcaster(),
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<FeedbackCommands>();
        services.AddSingleton<FeedbackReads>();
        services.AddSingleton<CodingCommands>();
        services.AddSingleton<ThemeCommands>();
        services.AddSingleton<CodingBoardReads>();
        services.AddSingleton<CodingBoardPresence>();
        services.AddSingleton<CodingSampleReads>();
        services.AddSingleton<ThemeExplorerReads>();
        services.AddSingleton<ThemeSuggestionReads>();
        services.AddSingleton<IPersonalTextMemory>(provider => provider.GetRequiredService<ThemeSuggestionReads>());
        services.AddSingleton<IPersonalTextTable, ViewTexts>();
        services.AddSingleton<ErasedViews>();
        services.AddSingleton<EntryReads>();
        services.AddSingleton<EntrySearch>();
        services.AddSingleton<LoopReads>();
        services.AddSingleton<CommitmentReads>();
        services.AddSingleton<ThemeListReads>();
        services.AddSingleton<WorkSource, UnreadViewWork>();
        services.AddSingleton<WorkSource, ThemeWork>();
        services.AddSingleton<WorkSource, LoopWork>();
        services.AddSingleton<WorkSource, EntryWork>();
    }

    public override void AddProjections(ProjectionOptions projections, IServiceProvider services)
    {
        projections.Add(new ThemeCardProjection(), ProjectionLifecycle.Inline);
        projections.Add(new LoopCardProjection(), ProjectionLifecycle.Inline);
        projections.Add(new EntryBoardProjection(), ProjectionLifecycle.Inline);
        projections.Add(new CodingSampleCardProjection(), ProjectionLifecycle.Inline);
        projections.Add(new EntryWordsProjection(), ProjectionLifecycle.Inline);
        projections.Add(new ViewThemesProjection(), ProjectionLifecycle.Inline);
        projections.Add(new ViewProgressProjection(), ProjectionLifecycle.Inline);
        projections.Add(new ViewSuggestionsProjection(), ProjectionLifecycle.Inline);
        projections.Add(new ViewsProjection(services.GetRequiredService<SubjectKeys>()), ProjectionLifecycle.Async);
        projections.Subscribe(new PublishedEntries(services.GetRequiredService<MessageOutbox>()));
        projections.Subscribe(new LoopDeadlines(services.GetRequiredService<MessageOutbox>()));
    }
}
