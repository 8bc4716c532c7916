using Engagement.SurveyResults;
using Engagement.Surveys;

namespace Engagement.Tests.SurveyResults;

public sealed class WhenAQuestionIsFollowedOverWaves
{
    private static readonly Question P1 = new("P1", QuestionKind.Agreement, "I am confident", null, false, AnswerScales.Agreement.Points);

    [Fact]
    public void figures_are_joined_where_it_asks_the_same()
    {
        var trend = Of([Version(1)], (1, 210, 190), (1, 250, 150), (1, 255, 145));

        trend.Select(p => (p.Scale.Percentage, p.Link, p.MayBeChance)).ShouldBe(
            [(52.5m, null, null), (62.5m, TrendLink.Joins, false), (63.8m, TrendLink.Joins, true)]);
    }

    [Theory]
    [InlineData(Continuity.SameMeaning, TrendLink.Joins, false)]
    [InlineData(Continuity.Changed, TrendLink.JoinsWithMark, false)]
    [InlineData(Continuity.NotComparable, TrendLink.Breaks, null)]
    public void and_broken_where_it_does_not(Continuity continuity, TrendLink link, bool? mayBeChance)
    {
        var next = Version(2) with { Continuity = [new QuestionContinuity("P1", continuity)] };

        var second = Of([Version(1), next], (1, 210, 190), (2, 250, 150))[1];

        (second.InstrumentVersion, second.Link, second.MayBeChance).ShouldBe((2, link, mayBeChance));
    }

    [Fact]
    public void nothing_is_said_of_a_change_from_nothing()
    {
        var trend = Of([Version(1)], (1, 0, 0), (1, 250, 150));

        (trend[0].Scale.Percentage, trend[1].Scale.Percentage, trend[1].MayBeChance).ShouldBe((null, 62.5m, null));
    }

    private static InstrumentVersion Version(int number) => new(number, [P1], []);

    private static IReadOnlyList<TrendPoint> Of(IReadOnlyList<InstrumentVersion> versions, params (int Version, int Agree, int Disagree)[] waves) => Trend.Of(
        "P1",
        AnswerScales.Agreement,
        versions,
        [
            .. waves.Select(w => (
                new WaveSheet(Guid.NewGuid(), null, Guid.NewGuid(), w.Version, new DateOnly(2024, 1, 1), new DateOnly(2024, 2, 1), null),
                new VoiceCounts(
                    new Voice(null, false),
                    [new AnswerCount(w.Version, "P1", "agree", 0, "", w.Agree), new AnswerCount(w.Version, "P1", "disagree", 0, "", w.Disagree)]))),
        ]);
}
