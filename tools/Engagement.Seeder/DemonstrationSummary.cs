using Engagement.Surveys;

namespace Engagement.Seeder;

/// <summary>What the demonstration data holds. The ids are the same wherever it is loaded.</summary>
public sealed record DemonstrationSummary(
    Guid ClosedConsultationId, Guid OpenConsultationId, Guid ComingConsultationId, Guid OpenWaveId, Guid ClosedWaveId, int Responses)
{
    internal static DemonstrationSummary Expected { get; } = Of(
        Storyteller.IdOf("consultation", ClosedConsultation.Name),
        Storyteller.IdOf("consultation", OpenConsultationStory.Name),
        Storyteller.IdOf("consultation", ComingConsultation.Name));

    private static DemonstrationSummary Of(Guid closed, Guid open, Guid coming) => new(
        closed, open, coming, Wave.IdFor(open), Wave.IdFor(closed), ClosedConsultation.Responses + OpenConsultationStory.Responses);
}
