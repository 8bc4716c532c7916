using Engagement.Common;
using EventStore;
using Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Charter;

internal sealed class CharterModule : EngagementModule
{
    public static IReadOnlyList<Type> EditionEvents { get; } = [typeof(EditionAdopted), typeof(GroupSignedUp)];

    public static IReadOnlyList<Type> CommissioningEvents { get; } =
    [
        typeof(CommissioningStarted),
        typeof(StageEntered),
        typeof(StageCompleted),
        typeof(CellMarkedNotApplicable),
        typeof(NotApplicableAgreed),
        typeof(NotApplicableRefused),
        typeof(CellMarkedApplicable),
        typeof(ClaimMade),
        typeof(ClaimVerified),
        typeof(ClaimDisputed),
        typeof(ClaimWithdrawn),
        typeof(ClaimExpired),
        typeof(EvidenceRejected),
    ];

    public override IReadOnlyList<Type> EventTypes { get; } = [.. EditionEvents, .. CommissioningEvents];

    public override IReadOnlyList<EventUpcaster> Upcasters { get; } = [new Version1.ClaimMadeUpcaster(), new Version1.EvidenceRejectedUpcaster()];

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<CharterCommands>();
        services.AddSingleton<CharterReads>();
        services.AddSingleton<EvidenceReads>();
        services.AddSingleton<WorkSource, CharterWork>();
    }

    public override void AddProjections(ProjectionOptions projections, IServiceProvider services)
    {
        projections.Add(new CharterEditionProjection(), ProjectionLifecycle.Inline);
        projections.Add(new CommissioningActivityProjection(), ProjectionLifecycle.Inline);
        projections.Subscribe(new ClaimExpiryDates(services.GetRequiredService<MessageOutbox>()));
    }
}
