namespace Engagement.Common;

/// <summary>Who claims or verifies for whom: a claim is looked at by somebody of another organisation. [ours]</summary>
/// <param name="Code">What claims name it by.</param>
/// <param name="Name">What people call it.</param>
/// <param name="SpeaksForFamilies">Whether its representatives speak for families or young people: only they verify.</param>
public sealed record Organisation(string Code, string Name, bool SpeaksForFamilies)
{
    public const string CountyCouncil = "county-council";
    public const string KentPact = "kent-pact";
    public const string YouthCouncil = "youth-council";
    public const string YouthVoice = "youth-voice";

    public static IReadOnlyList<Organisation> All { get; } =
    [
        new(CountyCouncil, "Kent County Council", false),
        new("health", "NHS commissioners", false),
        new("provider", "A provider of services", false),
        new(KentPact, "Kent PACT", true),
        new(YouthCouncil, "Kent County Council’s Youth Council", true),
        new(YouthVoice, "Youth Voice", true),
    ];

    public static Organisation? Find(string? code) => All.FirstOrDefault(organisation => organisation.Code == code);
}
