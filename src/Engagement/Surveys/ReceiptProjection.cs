using EventStore;

namespace Engagement.Surveys;

public sealed class ReceiptProjection : SingleStreamProjection<Receipt>
{
    public override IReadOnlyCollection<Type> EventTypes { get; } = [typeof(ResponseSubmitted)];

    public override Receipt? Evolve(Receipt? snapshot, Guid id, IEvent e) => (snapshot, e.Data) switch
    {
        (null, ResponseSubmitted submitted) => new Receipt
        {
            Id = id,
            Reference = submitted.Reference,
            SecretHash = submitted.SecretHash,
            WaveId = submitted.WaveId,
            ConsultationId = submitted.ConsultationId,
            SubmittedAt = submitted.SubmittedAt,
        },
        _ => snapshot,
    };
}
