using Engagement.Surveys;

namespace Engagement.Tests.Surveys;

/// <summary>Five versions: reworded in the second, changed in the third, as it was in the fourth, something else in the fifth.</summary>
public sealed class QuestionHistoryTests
{
    private static readonly IReadOnlyList<InstrumentVersion> Versions =
    [
        Version(1, null),
        Version(2, Continuity.SameMeaning),
        Version(3, Continuity.Changed),
        Version(4, null),
        Version(5, Continuity.NotComparable),
    ];

    [Theory]
    [InlineData(1, 1, TrendLink.Joins)]
    [InlineData(1, 2, TrendLink.Joins)]
    [InlineData(2, 3, TrendLink.JoinsWithMark)]
    [InlineData(1, 3, TrendLink.JoinsWithMark)]
    [InlineData(3, 4, TrendLink.Joins)]
    [InlineData(1, 4, TrendLink.JoinsWithMark)]
    [InlineData(4, 5, TrendLink.Breaks)]
    [InlineData(1, 5, TrendLink.Breaks)]
    [InlineData(5, 5, TrendLink.Joins)]
    public void Figures_join_as_far_as_the_question_asked_the_same(int from, int to, TrendLink link)
    {
        QuestionHistory.Between(Versions, "P1", from, to).ShouldBe(link);
        QuestionHistory.Between(Versions, "P1", to, from).ShouldBe(link);
    }

    [Fact]
    public void What_was_said_of_another_question_does_not_matter() =>
        QuestionHistory.Between([Version(1, null), Version(2, Continuity.NotComparable)], "P2", 1, 2).ShouldBe(TrendLink.Joins);

    [Fact]
    public void A_question_that_was_not_asked_in_both_has_nothing_to_join()
    {
        var added = new InstrumentVersion(2, [.. Versions[0].Questions, Questionnaires.Choice("new").Question], []);

        QuestionHistory.Between([Version(1, null), added], "new", 1, 2).ShouldBe(TrendLink.Breaks);
        QuestionHistory.Between(Versions, "P9", 1, 2).ShouldBe(TrendLink.Breaks);
        QuestionHistory.Between(Versions, "P1", 5, 6).ShouldBe(TrendLink.Breaks, "there is no sixth version");
    }

    private static InstrumentVersion Version(int number, Continuity? continuity) =>
        new(number, [Questionnaires.Statement("P1").Question, Questionnaires.Statement("P2").Question], [])
        {
            Continuity = continuity is { } said ? [new QuestionContinuity("P1", said)] : [],
        };
}
