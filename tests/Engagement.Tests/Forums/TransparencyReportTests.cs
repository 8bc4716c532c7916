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

    [Theory]
    [InlineData(14, 12, 0, "15 10 -")]
    [InlineData(14, 12, 3, "15 - -")]
    [InlineData(14, 6, 5, "15 - -")]
    [InlineData(3, 2, 1, "- - -")]
    public void what_is_hidden_cannot_be_told_from_what_is_shown(int first, int second, int third, string shown)
    {
        var parts = TransparencyReport.Parts(new SortedDictionary<int, int> { [1] = first, [2] = second, [3] = third });

        string.Join(' ', parts.OrderBy(part => part.Key).Select(part => part.Value is { } count ? $"{count}" : "-")).ShouldBe(shown);
    }
}
