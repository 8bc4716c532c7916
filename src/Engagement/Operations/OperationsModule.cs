using Engagement.Common;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Operations;

/// <summary>What the platform has yet to do, and what it could not. The messages themselves are the messaging library's.</summary>
internal sealed class OperationsModule : EngagementModule
{
    public override IReadOnlyList<Type> EventTypes { get; } = [typeof(MessagesTended), typeof(MessagesLookedInto)];

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<DeadLetterCommands>();
        services.AddSingleton<MessageReads>();
        services.AddSingleton<WorkSource, MessageWork>();
    }
}
