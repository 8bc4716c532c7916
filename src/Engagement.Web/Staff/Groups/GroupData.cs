using Engagement.Web.Components;
using Engagement.Web.Representatives;

namespace Engagement.Web.Staff.Groups;

/// <summary>A group that decides or advises, with the seats of parents and carers in it.</summary>
public sealed record Group(
    string Id, string Name, string Terms, MeetingFrequency Frequency, ParentGroup? Parent, IReadOnlyList<BoardSeat> Seats, int Version)
{
    /// <summary>How often it met before, oldest first; only the group's own page asks for it.</summary>
    public IReadOnlyList<FrequencyChange> FrequencyChanges { get; init; } = [];

    /// <summary>Whether it is a finding that parents and carers have no seat in it.</summary>
    public bool LacksSeat { get; init; }

    /// <summary>Whether parents and carers have their part in it; only the list of groups asks for it.</summary>
    public ParentsPart? ParentsPart { get; init; }

    public string Finding => $"This {(Name.Contains("Board", StringComparison.Ordinal) ? "board" : "group")} has no seat for a parent";

    public int Vacant => Seats.Count(seat => seat.State is SeatState.Vacant);

    public int Nominated => Seats.Count(seat => seat.State is SeatState.Nominated);

    public string Meets => Words(Frequency);

    internal static IReadOnlyList<(MeetingFrequency Frequency, string Key, string Text)> Frequencies { get; } =
    [
        (MeetingFrequency.Monthly, "MONTHLY", "Every month"),
        (MeetingFrequency.EverySecondMonth, "EVERY_SECOND_MONTH", "Every second month"),
        (MeetingFrequency.Quarterly, "QUARTERLY", "Four times a year"),
        (MeetingFrequency.TwiceAYear, "TWICE_A_YEAR", "Twice a year"),
        (MeetingFrequency.WhenNeeded, "WHEN_NEEDED", "When there is something to decide"),
    ];

    internal static string Words(MeetingFrequency frequency) => Frequencies.First(one => one.Frequency == frequency).Text;

    internal static IReadOnlyList<Choice> FrequencyChoices { get; } = [.. Frequencies.Select(one => new Choice(one.Key, one.Text))];
}

/// <summary>From a day on it met more often or less.</summary>
public sealed record FrequencyChange(DateOnly From, MeetingFrequency Was, MeetingFrequency Frequency, string Reason);

public sealed record ParentGroup(string Id, string Name);
