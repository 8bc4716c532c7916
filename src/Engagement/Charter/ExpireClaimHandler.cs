using Engagement.Common;
using Messaging;

namespace Engagement.Charter;

public sealed class ExpireClaimHandler(CommandRunner runner, TimeProvider clock)
{
    private const string ActorRole = "system";

    public async Task Handle(ExpireClaim message, Envelope envelope, CancellationToken cancellationToken)
    {
        var context = new CommandContext(ActorRole, CorrelationId: envelope.CorrelationId, CausationId: envelope.Id.ToString("N"));
        var today = clock.DayOf(envelope);
        await runner.ChangeAsync<CommissioningActivity>(
            message.CommissioningActivityId,
            "commissioning activity",
            message,
            context,
            activity => ExpireClaim.Decide(message, activity, today),
            cancellationToken);
    }
}
