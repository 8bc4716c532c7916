using Engagement.Governance;
using Engagement.Measures;
using Engagement.Tests.Specs;

namespace Engagement.Tests.Measures;

public sealed class WhenMeetingsAreCounted : Spec<Measure>
{
    private const string Quarter = "Q2 24-25";

    private static readonly Guid Seat = Guid.Parse("c0000000-0000-4000-8000-000000000001");
    private static readonly Guid Board = Guid.Parse("c0000000-0000-4000-8000-000000000002");
    private static readonly DateOnly July = new(2024, 7, 8);
    private static readonly DateOnly AfterIt = new(2024, 10, 1);
    private static readonly MeasureDefined Defined = new(
        "M2.3", 2, "All groups invite representatives", "Chairs", "Short term", "N/A", "groups", MeasureKind.Number, MeasureDirection.Higher, "", null, "", ["Sep 2019"]);

    private static readonly MeetingsCounted Counted = new(Quarter, 5, 6, ["Board"]);

    [Fact]
    public void a_quarter_is_reported_once_it_is_over_and_the_document_gets_it_as_a_period()
    {
        Report(Counted, Defined).Then(Counted);
        var record = After(Defined, Counted with { Period = "Q3 24-25" }, Counted);

        record.Periods.ShouldBe(["Sep 2019", Quarter, "Q3 24-25"]);
        var actual = record.ActualOf(Quarter).ShouldNotBeNull();
        (actual.Value, actual.Part, actual.Whole, actual.Text, actual.CorrectedBecause.Count).ShouldBe((5m, 5, 6, "Not by: Board", 0));
        RatingRule.Of(record, Quarter).Rating.ShouldBe(MeasureRating.NotRated);
    }

    [Fact]
    public void what_is_recorded_later_corrects_it_and_what_was_first_published_stays_beside_it()
    {
        var again = Counted with { Part = 6, NotDone = [] };
        Report(Counted, Defined, Counted).ThenNothing();
        Report(again, Defined, Counted).Then(again);

        var actual = After(Defined, Counted, again).ActualOf(Quarter).ShouldNotBeNull();
        (actual.Value, actual.FirstValue, actual.CorrectedBecause.Single()).ShouldBe((6m, 5m, "What is recorded of the meetings has changed"));
    }

    [Fact]
    public void what_a_person_entered_or_corrected_stays()
    {
        Report(Counted, Defined with { Periods = [Quarter] }, new ActualReported(Quarter, 4, null, null, null, [], null)).ThenNothing();
        Report(Counted with { Part = 6 }, Defined, Counted, new ActualCorrected(Quarter, 4, null, null, null, [], "One met by letter")).ThenNothing();
    }

    [Fact]
    public void a_group_is_counted_where_it_met_and_is_done_where_nobody_was_missed()
    {
        var meeting = new MeetingPage { GroupId = Board, OnDay = July, State = MeetingState.Held, Invitations = [new SeatInvitation(Seat, July)] };

        Count(meeting).ShouldBe((1, 1, ""));
        Count(meeting with { Invitations = [] }).ShouldBe((0, 1, "Board"));
        Count(meeting, meeting with { OnDay = July.AddDays(30), Invitations = [] }).ShouldBe((0, 1, "Board"));
        Count(meeting with { State = MeetingState.Cancelled }).ShouldBe((0, 0, ""));
        Count(meeting with { OnDay = AfterIt }).ShouldBe((0, 0, ""), "it is of the next quarter");
        Count(meeting with { State = MeetingState.Scheduled }).ShouldBe((1, 1, ""), "its day is over");
        ReportMeetings.Count([Quarter], [Group], [meeting], new DateOnly(2024, 9, 30)).ShouldBeEmpty("the quarter is not over");
    }

    [Theory]
    [InlineData(2024, 4, 1, "Q1 24-25")]
    [InlineData(2024, 9, 30, "Q2 24-25")]
    [InlineData(2024, 12, 31, "Q3 24-25")]
    [InlineData(2025, 1, 1, "Q4 24-25")]
    [InlineData(2099, 12, 31, "Q3 99-00")]
    public void a_day_is_in_a_quarter_of_the_financial_year(int year, int month, int day, string quarter)
    {
        var date = new DateOnly(year, month, day);
        var (period, first, last) = PeriodDates.QuarterOf(date);

        period.ShouldBe(quarter);
        PeriodDates.Of(period).ShouldBe((first, last));
        date.ShouldBeInRange(first, last);
    }

    private static GovernanceGroupPage Group { get; } = new()
    {
        Id = Board,
        Name = "Board",
        Terms = "Steers the plan",
        Frequency = MeetingFrequency.Monthly,
        Seats = [new Seat { Id = Seat, Title = "East", Since = July, CreatedOn = July, Terms = [new SeatTerm(new Representative(Board, "Parent"), July, null)] }],
    };

    private static (int Part, int Whole, string NotDone) Count(params MeetingPage[] meetings)
    {
        var counted = ReportMeetings.Count([Quarter], [Group], meetings, AfterIt.AddDays(30)).ShouldHaveSingleItem();
        return (counted.Part, counted.Whole, string.Join(", ", counted.NotDone));
    }

    private static Outcome Report(MeetingsCounted counted, params object[] before) => Given(before).When(measure => ReportMeetings.Decide([counted], measure));

    private static MeasureRecord After(params object[] events) => events.Aggregate((MeasureRecord?)null, MeasureRecord.After)!;
}
