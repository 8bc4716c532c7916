using Engagement.Common;
using Messaging;

namespace Engagement.Feedback;

public sealed class EscalateOverdueLoopHandler(CommandRunner runner, FeedbackReads reads, TimeProvider clock)
{
    private const string ActorRole = "system";

    public async Task Handle(EscalateOverdueLoop message, Envelope envelope, CancellationToken cancellationToken)
    {
        var context = new CommandContext(ActorRole, CorrelationId: envelope.CorrelationId, CausationId: envelope.Id.ToString("N"));
        var today = clock.DayOf(envelope);
        var goneInto = await reads.GoneIntoAsync(message.LoopId, cancellationToken);
        await runner.ChangeAsync<Loop>(
            message.LoopId,
            "feedback loop",
            message,
            context,
            loop => LoopRules.NotMerged(loop, goneInto) is null ? EscalateOverdueLoop.Decide(loop, today) : Decision.Nothing,
            cancellationToken);
    }
}
