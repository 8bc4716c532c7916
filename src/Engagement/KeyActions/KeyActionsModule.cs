using Engagement.Common;
using Engagement.Governance;
using EventStore;
using Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.KeyActions;

internal sealed class KeyActionsModule : EngagementModule
{
    public static IReadOnlyList<Type> Types { get; } =
    [
        typeof(ActionAdopted),
        typeof(MilestoneSet),
        typeof(MilestoneDueDateChanged),
        typeof(MilestoneProgressReported),
        typeof(MilestoneAchieved),
        typeof(MilestoneMissed),
        typeof(CoproductionLinked),
        typeof(CoproductionAbsenceRecorded),
        typeof(ActionCompleted),
    ];

    public override IReadOnlyList<Type> EventTypes => Types;

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton(provider => new KeyActionCommands(
            provider.GetRequiredService<CommandRunner>(),
            provider.GetRequiredService<GovernanceReads>(),
            new CoproductionThings(provider.GetRequiredService<DocumentStore>())));
        services.AddSingleton<KeyActionReads>();
        services.AddSingleton<WorkSource, MilestoneWork>();
    }

    public override void AddProjections(ProjectionOptions projections, IServiceProvider services)
    {
        projections.Add(new KeyActionPageProjection(), ProjectionLifecycle.Inline);
        projections.Subscribe(new MilestoneDates(services.GetRequiredService<MessageOutbox>()));
    }
}
