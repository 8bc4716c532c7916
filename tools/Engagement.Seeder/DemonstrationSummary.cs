using Engagement.Surveys;

namespace Engagement.Seeder;

/// <summary>What the demonstration data holds. The ids are the same wherever it is loaded.</summary>
public sealed record DemonstrationSummary(
    Guid ClosedConsultationId, Guid OpenConsultationId, Guid ComingConsultationId, Guid OpenWaveId, Guid ClosedWaveId, int Responses)
{
    private static readonly Dictionary<DemonstrationProfile, DemonstrationSummary> Summaries = Enum.GetValues<DemonstrationProfile>().ToDictionary(
        profile => profile,
        profile => Of(
            StorySize.Of(profile),
            Storyteller.IdOf("consultation", ClosedConsultation.Name),
            Storyteller.IdOf("consultation", OpenConsultationStory.Name),
            Storyteller.IdOf("consultation", ComingConsultation.Name)));

    /// <summary>The consultation of the SEND Strategy, with the profiles that tell it.</summary>
    public Guid? StrategyConsultationId { get; private init; }

    public int Activities { get; private init; }

    /// <summary>What is unusual, and where to find it.</summary>
    public IReadOnlyList<EdgeCase> EdgeCases { get; private init; } = [];

    /// <summary>What a profile holds, once it is loaded.</summary>
    public static DemonstrationSummary Expected(DemonstrationProfile profile) => Summaries[profile];

    private static DemonstrationSummary Of(StorySize? size, Guid closed, Guid open, Guid coming)
    {
        var sample = ClosedConsultation.Responses + OpenConsultationStory.Responses;
        var told = size is null ? 0 : size.Responses + WrittenStatementWaves.Responses(size) + SchoolDayStory.Responses + size.Listening;
        return new DemonstrationSummary(closed, open, coming, Wave.IdFor(open), Wave.IdFor(closed), sample + told)
        {
            StrategyConsultationId = size is null ? null : Storyteller.IdOf("consultation", StrategyStory.Name),
            Activities = size is null ? 0 : size.Activities + ComingActivities.Count + CharterStory.Activities,
            EdgeCases = size is null ? [] : StoryEdges.All,
        };
    }
}
