using EventStore;

namespace Engagement.Surveys;

/// <summary>One person's submitted answers in a wave.</summary>
public sealed record Response : IEvolve<Response>
{
    public required Guid WaveId { get; init; }

    public required Guid ConsultationId { get; init; }

    public static Response? Evolve(Response? state, IEvent e) => (state, e.Data) switch
    {
        (null, ResponseSubmitted submitted) => new Response { WaveId = submitted.WaveId, ConsultationId = submitted.ConsultationId },
        _ => state,
    };

    /// <summary>The same submission sent again has the same id, so it cannot be counted twice.</summary>
    public static Guid IdFor(Guid waveId, string idempotencyKey) =>
        Common.DeterministicId.From("response", waveId.ToString("N"), idempotencyKey);
}
