using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Participants;

internal sealed class ParticipantsModule : EngagementModule
{
    public override IReadOnlyList<Type> EventTypes { get; } =
    [
        typeof(ParticipantJoined),
        typeof(PermissionGiven),
        typeof(PermissionWithdrawn),
        typeof(CharacteristicDeclared),
        typeof(AccessNeedRecorded),
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ParticipantCommands>();
        services.AddSingleton<ParticipantReads>();
        services.AddSingleton<IPersonTrail, ParticipantTrail>();
    }
}
