using Engagement.Common;
using Messaging;

namespace Engagement.Feedback;

public sealed class EscalateOverdueLoopHandler(CommandRunner runner)
{
    private const string ActorRole = "system";

    public async Task Handle(EscalateOverdueLoop message, Envelope envelope, CancellationToken cancellationToken)
    {
        var context = new CommandContext(ActorRole, CorrelationId: envelope.CorrelationId, CausationId: envelope.Id.ToString("N"));
        var today = runner.DayOf(context);
        await runner.ChangeAsync<Loop>(
            message.LoopId, "feedback loop", message, context, loop => EscalateOverdueLoop.Decide(loop, today), cancellationToken);
    }
}
