using System.Text.Json.Serialization;

namespace Engagement.Web.Staff.History;

/// <summary>One thing that happened.</summary>
public sealed record HistoryEntry(
    int Number, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, string? Role, string What, string? Why, IReadOnlyList<MovedDate> Dates)
{
    /// <summary>Whether it was entered on a later day than it happened.</summary>
    public bool IsEnteredLater => Engagement.Web.Dates.Day(RecordedAt) > Engagement.Web.Dates.Day(OccurredAt);

    /// <summary>Who did it, by their role.</summary>
    public string By => Role is null or "system" ? "The platform, by itself" : Roles.Title(Role);
}

/// <summary>A date that was set or moved.</summary>
public sealed record MovedDate(string What, DateOnly? Before, DateOnly After);

/// <summary>What a history is of.</summary>
public sealed record HistoryThing(
    [property: JsonPropertyName("__typename")] string Type, string? Title, string? WaveTitle, string? Slug, string? Question, string? Name, HistoryTitle? Theme, HistoryTitle? Of = null)
{
    public string? Called => Title ?? WaveTitle ?? Question ?? Name ?? Theme?.Title ?? Of?.Title;

    /// <summary>What kind of thing it is.</summary>
    public string Kind => Type switch
    {
        "Instrument" => "survey",
        "Wave" => "run of a survey",
        "GovernanceGroup" => "group",
        "KeyAction" => "key action",
        "CharterEdition" => "edition of a charter",
        "CommissioningActivity" => "commissioning",
        "StatementDocument" => "statements of commitment",
        "Release" => "figures",
        "EvidencePack" => "evidence pack",
        _ => Type.ToLowerInvariant(),
    };

    /// <summary>Where it is; null where it has no page of its own for staff.</summary>
    internal string? Address(string id, Viewer viewer) => Type switch
    {
        "Consultation" when Slug is not null => Links.StaffConsultation(Slug),
        "Loop" => Links.Loop(id),
        "Theme" => Under("themes", id),
        "Instrument" => Under("surveys", id),
        "Wave" => Under("waves", id),
        "GovernanceGroup" when viewer.May("governance.run") => Under("groups", id),
        "Activity" => Under("activities", id),
        "KeyAction" => Under("actions", id),
        "Measure" => Under("measures", id),
        "CharterEdition" => Under("charter/editions", id),
        "CommissioningActivity" => Under("charter", id),
        "StatementDocument" => Under("statements", id),
        "Release" => Under("releases", id),
        "EvidencePack" => Under("evidence", id),
        _ => null,
    };

    private static string Under(string folder, string id) => $"{Links.Staff}/{folder}/{Uri.EscapeDataString(id)}";
}

public sealed record HistoryTitle(string Title);
