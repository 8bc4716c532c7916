using Engagement.Feedback;
using Engagement.Participants;
using Engagement.Surveys;
using Engagement.Tests.Specs;

namespace Engagement.Tests.Surveys;

public sealed class WhenAnsweringASurvey
{
    private static readonly DateOnly Today = new(2024, 10, 1);
    private static readonly Guid WaveId = Guid.Parse("33333333-3333-4333-8333-333333333333");
    private static readonly Guid ConsultationId = Guid.Parse("44444444-4444-4444-8444-444444444444");
    private static readonly Guid InstrumentId = Guid.Parse("55555555-5555-4555-8555-555555555555");

    private static readonly Survey Survey = new(
        new WaveSheet(WaveId, ConsultationId, InstrumentId, 1, new DateOnly(2024, 9, 23), new DateOnly(2024, 11, 10), null),
        [
            new Question("P1", QuestionKind.Agreement, "I am confident", null, false, [.. AnswerScales.Agreement.Points, OtherAnswers.NotSure]),
            new Question("phase", QuestionKind.SingleChoice, "Which phase?", null, true, [new("primary", "Primary"), new("secondary", "Secondary")]),
            new Question("change", QuestionKind.FreeText, "What would you change?", null, true, []),
        ]);

    private static readonly Submission Submission = new(
        Guid.Parse("66666666-6666-8666-8666-666666666666"),
        Guid.Parse("77777777-7777-4777-8777-777777777777"),
        "SEND-7F3K-92QX",
        "hash",
        new DateTimeOffset(2024, 10, 1, 9, 0, 0, TimeSpan.Zero),
        // Sealing is not part of the decision: a stand-in that can be read in the expectation.
        words => new PersonalText(Guid.Parse("77777777-7777-4777-8777-777777777777"), $"sealed({words})"));

    [Fact]
    public void the_response_keeps_the_options_and_each_text_becomes_a_view()
    {
        var viewId = View.IdFor(Submission.ResponseId, "change");

        Submit(new("P1", "agree", null), new("phase", "primary", null), new("change", null, "  One named contact.\r\nPlease. "))
            .Then(
                Response(new("P1", "agree", null), new("phase", "primary", null), new("change", null, viewId)),
                new ViewCaptured(
                    new ViewSource(ViewSourceKind.Answer, Submission.ResponseId, new ViewQuestion(WaveId, InstrumentId, 1, "change")),
                    ConsultationId,
                    Submission.Seal("One named contact.\nPlease."),
                    Submission.SaidAt,
                    Audience: null,
                    Proxy: false,
                    District: null,
                    Need: null,
                    Phase: null));
    }

    [Fact]
    public void what_is_optional_may_be_left_out() =>
        Submit(new("P1", "not-sure", null), new("phase", "", null), new("change", null, "   "))
            .Then(Response(new Engagement.Surveys.Version1.Answer("P1", "not-sure", null)));

    [Fact]
    public void what_is_not_optional_may_not() => Submit().ThenRefused("ANSWER_REQUIRED", "Select an answer", "P1");

    [Fact]
    public void an_option_that_was_not_offered_is_refused() =>
        Submit(new GivenAnswer("P1", "very-much", null)).ThenRefused("ANSWER_UNKNOWN_OPTION", "Select one of the answers shown", "P1");

    [Fact]
    public void a_choice_is_not_answered_with_words() =>
        Submit(new GivenAnswer("P1", null, "agree")).ThenRefused("ANSWER_UNKNOWN_OPTION", "Answer this question with one of its options", "P1");

    [Fact]
    public void a_free_text_is_not_answered_with_an_option() =>
        Submit(new("P1", "agree", null), new("change", "primary", null))
            .ThenRefused("ANSWER_UNKNOWN_OPTION", "Answer this question in your own words", "change");

    [Fact]
    public void a_question_that_was_not_asked_is_refused() =>
        Submit(new("P1", "agree", null), new("P9", "agree", null)).ThenRefused("ANSWER_UNKNOWN_QUESTION");

    [Fact]
    public void a_question_is_answered_once() =>
        Submit(new("P1", "agree", null), new("P1", "disagree", null)).ThenRefused("ANSWER_GIVEN_TWICE", "Give one answer to this question", "P1");

    [Fact]
    public void five_thousand_characters_are_enough()
    {
        Submit(new("P1", "agree", null), new("change", null, new string('a', 5_001)))
            .ThenRefused("ANSWER_TOO_LONG", "Your answer must be 5,000 characters or fewer", "change");
        Decide(Today, new("P1", "agree", null), new("change", null, new string('a', 5_000))).Refusal.ShouldBeNull();
    }

    [Fact]
    public void the_last_day_counts() => Decide(new DateOnly(2024, 11, 10), new GivenAnswer("P1", "agree", null)).Refusal.ShouldBeNull();

    [Fact]
    public void after_the_close_people_learn_how_else_to_tell_us() =>
        new Outcome(Decide(new DateOnly(2024, 11, 11), new GivenAnswer("P1", "agree", null))).ThenRefused(
            "WAVE_CLOSED", "This survey has closed. You can still tell us by e-mail or post, shown on the consultation's page.");

    [Fact]
    public void before_the_opening_people_learn_when_it_opens() =>
        new Outcome(Decide(new DateOnly(2024, 9, 22), new GivenAnswer("P1", "agree", null)))
            .ThenRefused("WAVE_NOT_OPEN_YET", "This survey has not opened yet. You can answer from 23 September 2024.");

    private static Outcome Submit(params GivenAnswer[] answers) => new(Decide(Today, answers));

    private static Engagement.Common.Decision Decide(DateOnly today, params GivenAnswer[] answers) =>
        SubmitResponse.Decide(Command(answers), Survey, today, Submission);

    private static SubmitResponse Command(params GivenAnswer[] answers) => new(WaveId, "key", answers, Proxy: false, Channel.Web);

    private static ResponseSubmitted Response(params Engagement.Surveys.Version1.Answer[] answers) => new(
        WaveId,
        ConsultationId,
        InstrumentId,
        1,
        Submission.SubjectId,
        Submission.Reference,
        Submission.SecretHash,
        Channel.Web,
        false,
        answers,
        Submission.SaidAt);
}
