using Engagement.Web.Components;

namespace Engagement.Web.Staff.People;

/// <summary>A response to a survey, found by the reference on its receipt, without what it says.</summary>
public sealed record FoundResponse(
    string Id, string Reference, Channel Channel, DateTimeOffset SubmittedAt, DateTimeOffset? AmendedAt, bool IsWithdrawn, VoidReason? Voided, FoundWave? Wave)
{
    public string Survey => Wave?.Title ?? Wave?.Consultation?.Title ?? "A survey";

    public bool Counts => !IsWithdrawn && Voided is null;
}

public sealed record FoundWave(string? Title, FoundConsultation? Consultation);

public sealed record FoundConsultation(string Slug, string Title);

public enum VoidReason
{
    Duplicate,
    OutOfScope,
    Test,
}

/// <summary>What can be chosen on these pages, by the names of the schema.</summary>
internal static class PeopleTerms
{
    public static IReadOnlyList<Choice> AgeBands { get; } =
    [
        new("UNDER13", "Under 13", "A parent or carer has to agree to whatever they allow."),
        new("FROM13_TO15", "13 to 15"),
        new("FROM16_TO17", "16 or 17"),
        new("FROM18_TO25", "18 to 25"),
        new("OVER25", "Over 25"),
    ];

    public static IReadOnlyList<Choice> VoidReasons { get; } =
    [
        new("DUPLICATE", "It is a second one of the same person", "For example: online, and on paper too. The other one counts on."),
        new("TEST", "It was sent to try the survey"),
        new("OUT_OF_SCOPE", "It is not from those who were asked"),
    ];

    public static string Name(VoidReason reason) => reason switch
    {
        VoidReason.Duplicate => "a second one of the same person",
        VoidReason.Test => "sent to try the survey",
        _ => "not from those who were asked",
    };
}
