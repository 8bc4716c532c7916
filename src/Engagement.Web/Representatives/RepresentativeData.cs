namespace Engagement.Web.Representatives;

/// <summary>A group that decides or advises, with the seats that parents and carers have in it.</summary>
public sealed record BoardDetails(string Id, string Name, string Terms, MeetingFrequency Frequency, BoardName? Parent, IReadOnlyList<BoardSeat> Seats)
{
    /// <summary>A key of the texts.</summary>
    public string FrequencyInWords => Frequency switch
    {
        MeetingFrequency.Monthly => "It meets every month.",
        MeetingFrequency.EverySecondMonth => "It meets every second month.",
        MeetingFrequency.Quarterly => "It meets four times a year.",
        MeetingFrequency.TwiceAYear => "It meets twice a year.",
        _ => "It meets when there is something to decide.",
    };
}

public sealed record BoardName(string Name);

/// <summary>A seat of Kent PACT. <c>NomineeRole</c> is null for whoever may not know it yet.</summary>
public sealed record BoardSeat(string Id, string Title, SeatState State, string? Role, string? NomineeRole, DateOnly Since);

public enum SeatState
{
    Vacant,
    Nominated,
    Taken,
}

public enum MeetingFrequency
{
    Monthly,
    EverySecondMonth,
    Quarterly,
    TwiceAYear,
    WhenNeeded,
}

/// <summary>What the form to vacate a seat asks, by the names of the schema.</summary>
internal static class VacancyReasons
{
    public static IReadOnlyList<(string Key, string Text)> All { get; } =
    [
        ("STEPPED_DOWN", "They stepped down"),
        ("TERM_ENDED", "Their time was over"),
        ("REPLACED", "Kent PACT sends somebody else"),
    ];
}
