namespace Engagement.Surveys;

/// <summary>A wave as its own events tell it; <see cref="WaveSheet"/> adds the dates its consultation has now.</summary>
public sealed record WavePage
{
    public required Guid Id { get; init; }

    public Guid? ConsultationId { get; init; }

    public required Guid InstrumentId { get; init; }

    public required int InstrumentVersion { get; init; }

    public required DateOnly OpensOn { get; init; }

    public required DateOnly ClosesOn { get; init; }

    public DateOnly? ClosedOn { get; init; }
}
