using Engagement.Common;
using Engagement.Forums;
using Engagement.Releases;
using Engagement.Tests.Releases;

namespace Engagement.Tests.Forums;

public sealed class TransparencyReportTests
{
    private static readonly Guid Forum = Guid.Parse("b0000000-0000-4000-8000-000000000002");
    private static readonly DateOnly October = new(2024, 10, 1);
    private static readonly DateTimeOffset Received = new(2024, 10, 9, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void it_says_what_was_frozen_and_hides_what_is_small()
    {
        var report = Report(Of(151, 2, Release), Of(22, 30, Hold, Release), Of(14, 90, Refuse(RefusalReason.Abusive)), Of(4, 1, Refuse(RefusalReason.Spam), Appeal));

        (report.State, report.ReleaseId, report.WhyNoFigures).ShouldBe((TransparencyState.Published, (Guid?)ReleaseStory.Earlier, null));
        (report.Received, report.ReleasedAtFirst, report.Held, report.Returned, report.Refused).ShouldBe((190, 150, 20, 0, 20));
        (report.LookedAtWithinADay, report.LookedAtWithinThreeDays, report.LookedAtLater).ShouldBe((155, 20, 15));
        report.RefusedByReason.Count.ShouldBe(6);
        report.RefusedByReason[RefusalReason.Spam].ShouldBeNull();
        report.RefusedByReason[RefusalReason.Abusive].ShouldBeNull("the four follow from it");
        (report.Appeals, report.AppealsUpheld, report.AppealsOverturned, report.Reversed).ShouldBe((null, null, null, 0));
    }

    [Fact]
    public void nor_is_a_count_shown_whose_rest_is_small()
    {
        var report = Report(Of(180, 1, Release), Of(3, 1, Hold, Release));

        (report.Received, report.ReleasedAtFirst).ShouldBe((185, null));
    }

    [Fact]
    public void before_the_figures_are_published_they_are_being_checked()
    {
        var report = TransparencyReport.Of(Forum, October, Page([.. Of(150, 2, Release)]) with { State = ReleaseState.Approved });

        (report.State, report.ReleaseId, report.Received, report.Held).ShouldBe((TransparencyState.BeingChecked, null, null, null));
        report.WhyNoFigures.ShouldBe("The figures of this month are being checked");
        TransparencyReport.Of(Forum, October, null).ShouldBeEquivalentTo(report);
    }

    [Fact]
    public void of_fewer_than_ten_contributions_nothing_is_shown_and_no_number_says_why()
    {
        var report = TransparencyReport.Of(Forum, October, Page([.. Of(9, 2, Release)]) with { State = ReleaseState.Failed, Figures = null });

        (report.State, report.Received).ShouldBe((TransparencyState.Withheld, null));
        report.WhyNoFigures.ShouldBe("This table cannot be shown because it could identify someone");
    }

    [Theory]
    [InlineData(null, 1, false, "nothing was drafted yet")]
    [InlineData(ReleaseState.Checked, 1, true, "it was drafted on that day")]
    [InlineData(ReleaseState.Failed, 1, true, "it was, and cannot be shown")]
    [InlineData(ReleaseState.Checked, 2, false, "more was brought in after the draft")]
    [InlineData(ReleaseState.Published, 2, true, "a person revises what is published, and says why")]
    public void a_month_is_drafted_by_itself_once(ReleaseState? state, int day, bool isDone, string because)
    {
        ReleasePage[] earlier = state is { } known
            ? [Page([]) with { State = known, Hash = known == ReleaseState.Published ? "hash" : null, DraftedAt = LondonCalendar.StartOf(new DateOnly(2024, 11, 1)).AddHours(8) }]
            : [];

        new DraftForumMonth(Forum, October, new DateOnly(2024, 11, day)).IsDone(earlier).ShouldBe(isDone, because);
    }

    private static ContributionReleased Release { get; } = new(null, ReleaseStory.Drafter);

    private static ContributionHeld Hold { get; } = new(HoldReason.ContactDetails, "Somebody will look at it", [], null, ReleaseStory.Drafter);

    private static AppealMade Appeal { get; } = new(default!);

    private static ContributionRefused Refuse(RefusalReason why) => new(why, "Against the rules", ReleaseStory.Drafter);

    private static TransparencyReport Report(params IEnumerable<ModerationCourse>[] courses) =>
        TransparencyReport.Of(Forum, October, Page([.. courses.SelectMany(course => course)]));

    /// <summary>Contributions that became the same, each step of it some hours after they were received.</summary>
    private static IEnumerable<ModerationCourse> Of(int times, int hours, params object[] steps) => Enumerable.Repeat(
        steps.Aggregate(new ModerationCourse(Received), (course, step) => course.After(step, Received.AddHours(hours))), times);

    private static ReleasePage Page(IReadOnlyCollection<ModerationCourse> courses)
    {
        var subject = ReleaseSubject.OfForum(Forum, October);
        return new ReleasePage
        {
            Id = ReleaseStory.Earlier,
            Title = "How the forum was moderated",
            Subject = subject,
            SubjectKey = subject.Key,
            AsAt = ReleaseStory.Moment.At,
            Position = ReleaseStory.Moment.Position,
            Number = 1,
            DraftedBy = Engagement.Releases.Release.DraftedByItself,
            DraftedAt = ReleaseStory.Now,
            State = ReleaseState.Published,
            Figures = FrozenFigures.Of(subject, ReleaseStory.Moment.At, ModerationTables.From(courses), DisclosurePolicy.PublicV1).Json,
        };
    }
}
