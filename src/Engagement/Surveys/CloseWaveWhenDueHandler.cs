using Engagement.Common;
using Messaging;

namespace Engagement.Surveys;

public sealed class CloseWaveWhenDueHandler(SurveyCommands commands, SurveyReads surveys)
{
    private const string ActorRole = "system";

    public Task Handle(CloseWaveWhenDue message, Envelope envelope, CancellationToken cancellationToken)
    {
        var context = new CommandContext(
            ActorRole, OccurredAt: message.At, CorrelationId: envelope.CorrelationId, CausationId: envelope.Id.ToString("N"));
        return commands.CloseWhenDueAsync(message, context, cancellationToken);
    }

    public async Task Handle(CloseWavesOfConsultation message, Envelope envelope, CancellationToken cancellationToken)
    {
        var waves = await surveys.AllWavesByConsultationAsync([message.ConsultationId], cancellationToken);
        foreach (var wave in waves[message.ConsultationId])
            await Handle(new CloseWaveWhenDue(wave.Id, message.At), envelope, cancellationToken);
    }
}
