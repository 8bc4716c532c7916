using Engagement.Common;
using Messaging;

namespace Engagement.KeyActions;

public sealed class MissMilestoneHandler(CommandRunner runner)
{
    private const string ActorRole = "system";

    public async Task Handle(MissMilestone message, Envelope envelope, CancellationToken cancellationToken)
    {
        var context = new CommandContext(
            ActorRole, OccurredAt: message.At, CorrelationId: envelope.CorrelationId, CausationId: envelope.Id.ToString("N"));
        var today = runner.DayOf(context);
        await runner.ChangeAsync<KeyAction>(
            message.ActionId, "key action", message, context, action => MissMilestone.Decide(message, action, today), cancellationToken);
    }
}
