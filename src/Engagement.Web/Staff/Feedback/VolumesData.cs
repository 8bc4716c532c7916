using System.Globalization;
using Engagement.Web.Components;
using Engagement.Web.Staff.Results;

namespace Engagement.Web.Staff.Feedback;

/// <summary>Complaints, compliments and comments beside who took part.</summary>
public sealed record Volumes(IReadOnlyList<PeriodVolumes> Periods, VolumesPolicy Policy, VolumesRule Rule, IReadOnlyList<string> Says)
{
    public static Volumes None { get; } = new([], new VolumesPolicy(5), new VolumesRule(20, 5, 10, 5, 28), []);
}

public sealed record PeriodVolumes(
    DateOnly From,
    DateOnly To,
    bool IsOver,
    int? Complaints,
    int? Compliments,
    int? Comments,
    int? Participants,
    int? Contributions,
    ComplaintClocks? Clocks,
    VolumeReading Reading);

public sealed record ComplaintClocks(int AcknowledgementsDue, int AcknowledgedInTime, int AnswersDue, int AnsweredInTime, int? MedianDays);

public sealed record VolumesPolicy(int HideUnder);

public sealed record VolumesRule(int LeastFallPercentage, int LeastComplaints, int LeastParticipants, int DaysToAcknowledge, int DaysToAnswer);

public enum VolumeReading
{
    FewerComplaints,
    MayBeSilence,
    Nothing,
}

/// <summary>A time at which somebody looked at the whole log.</summary>
public sealed record LogReview(string Id, DateOnly From, DateOnly To, string Found, string Next, DateTimeOffset ReviewedAt);

/// <summary>Which figures are asked for, as they stand in the address. What is not known is left out.</summary>
public sealed record VolumesAsked
{
    public string? By { get; init; }

    public string? Service { get; init; }

    public string? District { get; init; }

    public string? First { get; init; }

    public string? Last { get; init; }

    public string? Known { get; init; }

    public static IReadOnlyList<Choice> Lengths { get; } = [new("", "Quarter"), new("month", "Month"), new("year", "Year")];

    public string InSchema => By switch { "month" => "MONTH", "year" => "YEAR", _ => "QUARTER" };

    public string? ServiceAsked => string.IsNullOrWhiteSpace(Service) ? null : Service;

    public string? DistrictAsked => Districts.NameOf(District) is null ? null : District;

    public string? FirstDay => Day(First);

    public string? LastDay => Day(Last);

    public string? KnownDay => Day(Known);

    public bool IsAnything => (By, ServiceAsked, DistrictAsked, FirstDay, LastDay, KnownDay) is not ("" or null, null, null, null, null, null);

    private static string? Day(string? day) => DateOnly.TryParseExact(day, "yyyy-MM-dd", out _) ? day : null;
}

internal static class VolumesTable
{
    public static FigureTable Of(Volumes volumes, VolumesAsked asked) => new(
        "volumes",
        "Complaints, compliments and comments beside who took part",
        [
            new("from", "From", IsNumber: false, OnPage: false),
            new("period", "When", IsNumber: false),
            new("complaints", "Complaints"),
            new("compliments", "Compliments"),
            new("comments", "Comments"),
            new("participants", "People who took part"),
            new("contributions", "Contributions"),
            new("acknowledged_in_time", "Complaints acknowledged in time"),
            new("answered_in_time", "Complaints answered in time"),
            new("median_days", "Days until answered, median"),
            new("reading", "What it may mean", IsNumber: false),
        ],
        [
            .. volumes.Periods.Reverse().Select(period => (IReadOnlyList<Figure>)
            [
                Figure.Of(Dates.Machine(period.From)),
                Figure.Of(Name(period, asked) + (period.IsOver ? "" : ", so far")),
                Figure.OrHidden(period.Complaints),
                Figure.OrHidden(period.Compliments),
                Figure.OrHidden(period.Comments),
                Figure.OrHidden(period.Participants),
                Figure.OrHidden(period.Contributions),
                InTime(period.Clocks?.AcknowledgedInTime, period.Clocks?.AcknowledgementsDue),
                InTime(period.Clocks?.AnsweredInTime, period.Clocks?.AnswersDue),
                Figure.Of(period.Clocks?.MedianDays),
                Figure.Of(period.Reading switch
                {
                    VolumeReading.MayBeSilence => "May be silence",
                    VolumeReading.FewerComplaints => "Fewer complaints, as many taking part",
                    _ => "",
                }),
            ]),
        ],
        $"{Figure.HiddenSign}: so few that it could point to a person (under {volumes.Policy.HideUnder}), or it would give such a number away.");

    public static string Name(PeriodVolumes period, VolumesAsked asked) => asked.InSchema switch
    {
        "MONTH" => period.From.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        "YEAR" => period.From.ToString("yyyy", CultureInfo.InvariantCulture),
        _ => $"{period.From.ToString("MMM", CultureInfo.InvariantCulture)} to {period.To.ToString("MMM yyyy", CultureInfo.InvariantCulture)}",
    };

    private static Figure InTime(int? done, int? due) => due is > 0 ? new Figure(done, $"{done:N0} of {due:N0}") : Figure.Empty;
}
