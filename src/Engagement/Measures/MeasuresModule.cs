using EventStore;
using Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Measures;

internal sealed class MeasuresModule : EngagementModule
{
    public static IReadOnlyList<Type> Types { get; } =
    [
        typeof(MeasureDefined),
        typeof(BaselineSet),
        typeof(BaselineRebased),
        typeof(TargetSet),
        typeof(TargetReviewed),
        typeof(InterpretationApproved),
        typeof(StatementsNamed),
        typeof(ActualReported),
        typeof(MeetingsCounted),
        typeof(ActualCorrected),
        typeof(RatingOverridden),
    ];

    public override IReadOnlyList<Type> EventTypes => Types;

    public override IReadOnlyList<EventUpcaster> Upcasters { get; } = [new Version1.StatementsNamedUpcaster()];

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<MeasureCommands>();
        services.AddSingleton<MeasureReads>();
        services.AddSingleton<WaveAnswers>();
    }

    public override void AddProjections(ProjectionOptions projections, IServiceProvider services)
    {
        projections.Add(new MeasurePageProjection(), ProjectionLifecycle.Inline);
        projections.Subscribe(new MeetingActuals(services.GetRequiredService<MessageOutbox>()));
        projections.Subscribe(new WaveActuals(services.GetRequiredService<MessageOutbox>()));
    }
}
