using Engagement.Common;
using Engagement.Governance;
using Messaging;

namespace Engagement.Measures;

/// <summary>The message that a quarter is over, or that something was recorded of meetings in one that is, so that they can be counted.</summary>
/// <param name="Since">The first day of what may have changed.</param>
/// <param name="At">When they are counted, however late this is handled.</param>
[MessageIdentity("report_meetings")]
public sealed record ReportMeetings(DateOnly Since, DateTimeOffset At)
{
    /// <param name="counts">How the periods that are over are counted.</param>
    /// <param name="measure">The measure.</param>
    public static Decision Decide(IEnumerable<MeetingsCounted> counts, Measure measure) => Decision.To(
    [
        .. counts.Where(count => measure.Record.ActualOf(count.Period) switch
        {
            null => count.Whole > 0,
            // What a person has entered or corrected stays.
            { IsFromMeetings: true } => !IsSame(MeasureRecord.After(measure.Record, count)!.ActualOf(count.Period)!, measure.Record.ActualOf(count.Period)!),
            _ => false,
        }),
    ]);

    /// <summary>How many of the groups that met in each period had somebody in every seat of parents and carers, and invited them to every meeting.</summary>
    /// <param name="periods">The periods.</param>
    /// <param name="groups">The groups.</param>
    /// <param name="meetings">Their meetings.</param>
    /// <param name="today">The day it is counted on.</param>
    public static IEnumerable<MeetingsCounted> Count(
        IEnumerable<string> periods, IReadOnlyCollection<GovernanceGroupPage> groups, IReadOnlyCollection<MeetingPage> meetings, DateOnly today)
    {
        var byGroup = meetings.ToLookup(meeting => meeting.GroupId);
        foreach (var period in periods)
        {
            if (PeriodDates.Of(period) is not { } days || days.Last >= today)
                continue;

            var met = groups
                .Select(group => (group.Name, IsKept: ParentsPart.IsKept(group.Seats, byGroup[group.Id].Where(meeting => days.First <= meeting.OnDay && meeting.OnDay <= days.Last), today)))
                .Where(group => group.IsKept is not null)
                .ToList();
            yield return new MeetingsCounted(
                period, met.Count(group => group.IsKept == true), met.Count, [.. met.Where(group => group.IsKept == false).Select(group => group.Name).Order(StringComparer.Ordinal)]);
        }
    }

    private static bool IsSame(MeasureActual one, MeasureActual other) => (one.Part, one.Whole, one.Text) == (other.Part, other.Whole, other.Text);
}
