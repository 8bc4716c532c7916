using Engagement.Common;
using Engagement.Consultations;
using Engagement.Forums;
using Engagement.Surveys;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Tests.Common;

/// <summary>What opens and closes by itself does so at midnight in London, whatever the clocks do.</summary>
public sealed class DaysInLondon
{
    private static readonly DateOnly First = new(2018, 1, 1);
    private static readonly DateOnly End = new(2048, 1, 1);

    [Fact]
    public void Follow_each_other_without_a_gap_and_two_of_each_year_are_an_hour_off()
    {
        var changes = new List<(DateOnly Day, double Hours)>();
        for (var day = First; day < End; day = day.AddDays(1))
        {
            var (begins, ends) = (LondonCalendar.StartOf(day), LondonCalendar.StartOf(day.AddDays(1)));
            LondonCalendar.DayOf(begins).ShouldBe(day);
            LondonCalendar.DayOf(begins.AddTicks(-1)).ShouldBe(day.AddDays(-1));
            LondonCalendar.TimeOf(begins).ShouldBe(TimeOnly.MinValue);
            if ((ends - begins).TotalHours is not 24 and var hours)
                changes.Add((day, hours));
        }

        foreach (var year in changes.GroupBy(change => change.Day.Year))
            year.Select(change => change).ShouldBe([(LastSunday(year.Key, 3), 23), (LastSunday(year.Key, 10), 25)]);
        changes.Count.ShouldBe(2 * (End.Year - First.Year));
    }

    [Fact]
    public void Decide_whether_a_consultation_a_survey_or_a_topic_is_open_to_the_moment() => Prop.ForAll(
        Dates.ToArbitrary(),
        dates =>
        {
            var (opens, closes, moment) = dates;
            var today = LondonCalendar.DayOf(moment);
            var expected = moment < LondonCalendar.StartOf(opens) ? "Coming" : moment < LondonCalendar.StartOf(closes.AddDays(1)) ? "Open" : "Closed";

            ConsultationStates.On(today, opens, closes, closedOn: null).ToString().ShouldBe(expected);
            new WaveSheet(Guid.Empty, null, Guid.Empty, 1, opens, closes, ClosedOn: null).StateOn(today).ToString().ShouldBe(expected);
            new Topic { ForumId = Guid.Empty, OpensOn = opens, ClosesOn = closes }.StateOn(today).ToString().ShouldBe(expected);
        }).QuickCheckThrowOnFailure();

    /// <summary>A first day, a last day, and a moment within a second of one of the midnights that matter, or of a night in which the clocks change, or any.</summary>
    private static Gen<(DateOnly Opens, DateOnly Closes, DateTimeOffset Moment)> Dates =>
        from opens in Days
        from length in Gen.Choose(0, 400)
        let closes = opens.AddDays(length)
        from near in Gen.Elements(opens, closes.AddDays(1), LastSunday(opens.Year, 3), LastSunday(opens.Year, 10), opens.AddDays(length / 2))
        from hours in Gen.Choose(-3, 3)
        from milliseconds in Gen.Choose(-1000, 1000)
        select (opens, closes, LondonCalendar.StartOf(near).AddHours(hours).AddMilliseconds(milliseconds));

    // Half of them around the days on which the clocks change.
    private static Gen<DateOnly> Days => Gen.OneOf(
        Gen.Choose(First.DayNumber, End.DayNumber).Select(DateOnly.FromDayNumber),
        from year in Gen.Choose(First.Year, End.Year)
        from month in Gen.Elements(3, 10)
        from off in Gen.Choose(-2, 2)
        select LastSunday(year, month).AddDays(off));

    private static DateOnly LastSunday(int year, int month)
    {
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
