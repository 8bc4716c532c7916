using Engagement.Surveys;
using static Engagement.Tests.Surveys.ASurvey;

namespace Engagement.Tests.Surveys;

public sealed class WhenKeepingADraft
{
    private static readonly string Long = new('a', 250_000);

    public static TheoryData<GivenAnswer> TooMuch =>
    [
        new GivenAnswer("change", null, Long),
        new GivenAnswer("change", Long, null),
        new GivenAnswer(Long, null, null),
        new GivenAnswer("change", null, null) { OptionKeys = [Long] },
        new GivenAnswer("change", null, null) { Ranking = [.. Enumerable.Repeat("b", 150_000)] },
    ];

    [Theory]
    [MemberData(nameof(TooMuch))]
    public void all_that_would_be_kept_is_measured(GivenAnswer answer) => Check(new FilledForm([answer]))
        .ShouldBe(("DRAFT_TOO_LONG", "There is too much in these answers to keep. Make the longest of them shorter"));

    [Fact]
    public void the_language_and_the_number_of_answers_too()
    {
        Check(new FilledForm([]) { Language = Long }).ShouldNotBeNull();
        Check(new FilledForm([.. Enumerable.Repeat(new GivenAnswer("change", null, null), 501)])).ShouldNotBeNull();
    }

    [Fact]
    public void a_survey_answered_at_length_is_kept() =>
        Check(new FilledForm([.. Enumerable.Repeat(new GivenAnswer("change", null, new string('a', 4_000)), 40)])).ShouldBeNull();

    private static (string Code, string Message)? Check(FilledForm form) =>
        SaveDraft.Check(new SaveDraft(TheSurvey.Wave.Id, "key", form), TheSurvey, Today) is { } refusal ? (refusal.Code, refusal.Message) : null;
}
