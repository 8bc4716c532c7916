using Engagement.Common;
using Engagement.Participants;
using EventStore;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.LoggedFeedback;

internal sealed class LoggedFeedbackModule : EngagementModule
{
    public static IReadOnlyList<Type> Types { get; } =
    [
        typeof(FeedbackLogged), typeof(FeedbackAcknowledged), typeof(FeedbackReclassified), typeof(FeedbackAnswered), typeof(LessonDrawn),
        typeof(LogReviewed),
    ];

    public override IReadOnlyList<Type> EventTypes => Types;

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<LogCommands>();
        services.AddSingleton<LogReads>();
        services.AddSingleton<IPersonTrail, LogTrail>();
        services.AddSingleton<WorkSource, LogWork>();
    }

    public override void AddProjections(ProjectionOptions projections, IServiceProvider services)
    {
        projections.Add(new LogEntrySheetProjection(), ProjectionLifecycle.Inline);
        projections.Add(new LogReviewSheetProjection(), ProjectionLifecycle.Inline);
    }
}
