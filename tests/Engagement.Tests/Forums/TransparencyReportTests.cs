using Engagement.Forums;

namespace Engagement.Tests.Forums;

public sealed class TransparencyReportTests
{
    private static readonly ModerationFigures Figures = new(
        Guid.Parse("b0000000-0000-4000-8000-000000000002"),
        new DateOnly(2024, 10, 1),
        Received: 183,
        ReleasedAtFirst: 151,
        Held: 22,
        Returned: 11,
        Refused: 26,
        new Dictionary<RefusalReason, int> { [RefusalReason.Abusive] = 14, [RefusalReason.Advertising] = 12 },
        DecidedByPeople: 183,
        MedianHours: 3.456,
        Appeals: 4,
        Upheld: 3,
        Overturned: 1,
        Reversals: 9);

    [Fact]
    public void counts_are_rounded_and_those_under_ten_are_not_shown()
    {
        var report = TransparencyReport.Publish(Figures);

        (report.Received, report.ReleasedAtFirst, report.Held, report.Returned, report.Refused).ShouldBe((185, 150, 20, 10, 25));
        (report.Appeals, report.AppealsUpheld, report.AppealsOverturned, report.Reversals).ShouldBe((null, null, null, null));
        report.MedianHoursToFirstDecision.ShouldBe(3.5);
    }

    [Fact]
    public void half_of_fewer_than_ten_decisions_says_too_much() =>
        TransparencyReport.Publish(Figures with { DecidedByPeople = 9 }).MedianHoursToFirstDecision.ShouldBeNull();

    [Fact]
    public void nor_is_a_count_shown_whose_rest_is_small()
    {
        var report = TransparencyReport.Publish(Figures with { ReleasedAtFirst = 180 });

        (report.Received, report.ReleasedAtFirst).ShouldBe((185, null));
    }

    [Fact]
    public void a_reason_that_few_were_refused_for_is_hidden_with_another()
    {
        var report = TransparencyReport.Publish(Figures with
        {
            Refused = 29,
            RefusedByReason = new Dictionary<RefusalReason, int> { [RefusalReason.Abusive] = 14, [RefusalReason.Advertising] = 12, [RefusalReason.Spam] = 3 },
        });

        report.Refused.ShouldBe(30);
        report.RefusedByReason.Values.Count(count => count is not null).ShouldBe(1);
        report.RefusedByReason[RefusalReason.Abusive].ShouldBe(15);
    }

    [Fact]
    public void of_fewer_than_ten_contributions_nothing_is_shown() =>
        TransparencyReport.Publish(Figures with
        {
            Received = 9,
            ReleasedAtFirst = 9,
            Held = 0,
            Returned = 0,
            Refused = 0,
            RefusedByReason = new Dictionary<RefusalReason, int>(),
            Appeals = 0,
            Upheld = 0,
            Overturned = 0,
            DecidedByPeople = 9,
        }).Received.ShouldBeNull();
}
