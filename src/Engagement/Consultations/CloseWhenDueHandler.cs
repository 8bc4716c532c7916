using Engagement.Common;
using Messaging;

namespace Engagement.Consultations;

public sealed class CloseWhenDueHandler(CommandRunner runner)
{
    private const string ActorRole = "system";

    public async Task Handle(CloseWhenDue message, Envelope envelope, CancellationToken cancellationToken)
    {
        var context = new CommandContext(
            ActorRole, OccurredAt: message.At, CorrelationId: envelope.CorrelationId, CausationId: envelope.Id.ToString("N"));
        var today = runner.DayOf(context);
        await runner.ChangeAsync<Consultation>(
            message.ConsultationId, "consultation", message, context, consultation => CloseWhenDue.Decide(consultation, today), cancellationToken);
    }
}
