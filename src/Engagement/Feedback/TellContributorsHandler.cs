using Engagement.Common;
using Messaging;

namespace Engagement.Feedback;

public sealed class TellContributorsHandler(CommandRunner runner, FeedbackReads reads)
{
    private const string ActorRole = "system";

    public async Task Handle(TellContributors message, Envelope envelope, CancellationToken cancellationToken)
    {
        var context = new CommandContext(
            ActorRole, OccurredAt: message.OccurredAt, CorrelationId: envelope.CorrelationId, CausationId: envelope.Id.ToString("N"));
        var count = await reads.CountResponsesBehindAsync(message.LoopId, cancellationToken);
        await runner
            .ChangeAsync<Loop>(message.LoopId, "feedback loop", message, context, loop => TellContributors.Decide(loop, count), cancellationToken);
    }
}
