using Engagement.Common;
using Engagement.Consultations;
using Engagement.Feedback;
using Engagement.Surveys;
using Engagement.Tests.Specs;
using static Engagement.Tests.Surveys.ASurvey;

namespace Engagement.Tests.Surveys;

public sealed class WhenAnsweringASurvey
{
    [Fact]
    public void the_response_keeps_the_options_and_each_text_becomes_a_view()
    {
        var viewId = View.IdFor(TheSubmission.ResponseId, "change");

        Submit(new("P1", "agree", null), Chose("at-school", "no"), Said("change", "  One named contact.\r\nPlease. "))
            .Then(
                Submitted(Option("P1", "agree"), Option("at-school", "no"), Words("change", viewId)),
                new ViewCaptured(
                    new ViewSource(ViewSourceKind.Answer, TheSubmission.ResponseId, new ViewQuestion(WaveId, InstrumentId, 1, "change")),
                    ConsultationId,
                    TheSubmission.Seal("One named contact.\nPlease."),
                    TheSubmission.SaidAt,
                    Audience.ParentsAndCarers,
                    Proxy: false,
                    District: null,
                    Need: null,
                    Phase: null));
    }

    [Fact]
    public void every_kind_of_question_has_its_kind_of_answer() =>
        Submit(
                Chose("P1", "agree"),
                Chose("at-school", "yes"),
                Number("hours", 5),
                Chose("helps", "staff", "transport"),
                Ranked("first", "space", "staff"),
                On("since", new DateOnly(2023, 9, 1)))
            .Then(Submitted(
                Option("P1", "agree"),
                Option("at-school", "yes"),
                new Answer("hours", [], 5, null, [], null),
                Option("helps", "staff", "transport"),
                new Answer("first", [], null, null, ["space", "staff"], null),
                new Answer("since", [], null, new DateOnly(2023, 9, 1), [], null)));

    [Fact]
    public void what_is_about_the_person_is_sealed_apart_from_the_answers_and_gives_the_district()
    {
        var submitted = Submitted(Option("P1", "agree"));

        Submit(Chose("P1", "agree"), Chose("district", "E07000114"), Said("describe", "A carer"))
            .Then(
                submitted with { Content = submitted.Content with { District = "E07000114" } },
                new AboutYouGiven(TheSubmission.Seal(AboutYouAnswer.ToJson(
                    [
                        new AboutYouAnswer("district", ["E07000114"], null, null, null),
                        new AboutYouAnswer("describe", [], null, null, "A carer"),
                    ]))));
    }

    [Fact]
    public void who_prefers_not_to_say_is_in_no_district() =>
        Decide(Today, Chose("P1", "agree"), Chose("district", "prefer-not-to-say"))
            .Events.OfType<ResponseSubmitted>().Single().Content.District.ShouldBeNull();

    [Fact]
    public void what_is_about_the_person_comes_back_as_it_was_sealed()
    {
        AboutYouAnswer[] answers = [new("district", ["E07000114"], 3, new DateOnly(2024, 1, 2), "é")];

        var again = AboutYouAnswer.FromJson(AboutYouAnswer.ToJson(answers)).Single();

        (again.QuestionKey, again.OptionKeys.Single(), again.Number, again.Date, again.Words).ShouldBe(("district", "E07000114", 3, new DateOnly(2024, 1, 2), "é"));
    }

    [Fact]
    public void what_is_optional_may_be_left_out() =>
        Submit(new("P1", "not-sure", null), new("at-school", "", null), Said("change", "   ")).Then(Submitted(Option("P1", "not-sure")));

    [Theory]
    [InlineData("P1", "Select an answer")]
    [InlineData("hours", "Enter a number")]
    public void what_is_asked_and_not_optional_may_not(string question, string message)
    {
        GivenAnswer[] answers = question == "P1" ? [] : [Chose("P1", "agree"), Chose("at-school", "yes")];

        Submit(answers).ThenRefused("ANSWER_REQUIRED", message, question);
    }

    [Fact]
    public void a_question_that_is_not_asked_takes_no_answer() =>
        Submit(Chose("P1", "agree"), Chose("at-school", "no"), Number("hours", 3))
            .ThenRefused("ANSWER_NOT_ASKED", "This question is not asked after your other answers. Take this answer out", "hours");

    [Fact]
    public void but_an_empty_answer_to_it_does_not_matter() =>
        Submit(Chose("P1", "agree"), Chose("at-school", "no"), Said("hours", " ")).Then(Submitted(Option("P1", "agree"), Option("at-school", "no")));

    [Fact]
    public void an_option_that_was_not_offered_is_refused()
    {
        Submit(new GivenAnswer("P1", "very-much", null)).ThenRefused("ANSWER_UNKNOWN_OPTION", "Select one of the answers shown", "P1");
        Submit(Chose("P1", "agree"), Chose("helps", "staff", "money")).ThenRefused("ANSWER_UNKNOWN_OPTION", "Select one of the answers shown", "helps");
        Submit(Chose("P1", "agree"), Ranked("first", "not-sure")).ThenRefused("ANSWER_UNKNOWN_OPTION", "Put only the answers shown in your order", "first");
    }

    [Fact]
    public void where_one_is_asked_for_one_is_chosen() =>
        Submit(Chose("P1", "agree", "disagree")).ThenRefused("ANSWER_ONE_OPTION", "Select one answer only", "P1");

    [Fact]
    public void nobody_is_not_sure_and_sure() =>
        Submit(Chose("P1", "agree"), Chose("helps", "staff", "not-sure"))
            .ThenRefused("ANSWER_EXCLUSIVE", "Select \"I'm not sure\" or other answers, not both", "helps");

    [Fact]
    public void a_ranking_gives_each_answer_one_place() =>
        Submit(Chose("P1", "agree"), Ranked("first", "staff", "staff"))
            .ThenRefused("ANSWER_GIVEN_TWICE", "Give each answer one place in your order", "first");

    [Fact]
    public void who_is_asked_to_rank_may_be_not_sure()
    {
        Submit(Chose("P1", "agree"), Chose("first", "not-sure")).Then(Submitted(Option("P1", "agree"), Option("first", "not-sure")));
        Submit(Chose("P1", "agree"), Chose("first", "staff"))
            .ThenRefused("ANSWER_UNKNOWN_OPTION", "Answer this question by putting its options in your order", "first");
    }

    [Theory]
    [InlineData(9)]
    [InlineData(-1)]
    [InlineData(2.5)]
    public void a_number_is_one_that_was_asked_for(double number) =>
        Submit(Chose("P1", "agree"), Chose("at-school", "yes"), Number("hours", (decimal)number))
            .ThenRefused("ANSWER_NUMBER_INVALID", "Enter a whole number from 0 to 8", "hours");

    [Fact]
    public void an_answer_is_of_the_kind_that_was_asked_for()
    {
        Submit(Said("P1", "agree")).ThenRefused("ANSWER_UNKNOWN_OPTION", "Answer this question with one of its options", "P1");
        Submit(Chose("P1", "agree"), Chose("change", "yes")).ThenRefused("ANSWER_UNKNOWN_OPTION", "Answer this question in your own words", "change");
        Submit(Chose("P1", "agree"), Said("since", "May")).ThenRefused("ANSWER_UNKNOWN_OPTION", "Answer this question with a date", "since");
        Submit(Chose("P1", "agree"), Chose("at-school", "yes"), Said("hours", "five"))
            .ThenRefused("ANSWER_UNKNOWN_OPTION", "Answer this question with a number", "hours");
    }

    [Fact]
    public void a_question_that_was_not_asked_is_refused() =>
        Submit(Chose("P1", "agree"), Chose("P9", "agree")).ThenRefused("ANSWER_UNKNOWN_QUESTION");

    [Fact]
    public void a_question_is_answered_once() =>
        Submit(Chose("P1", "agree"), Chose("P1", "disagree")).ThenRefused("ANSWER_GIVEN_TWICE", "Give one answer to this question", "P1");

    [Fact]
    public void five_thousand_characters_are_enough()
    {
        Submit(Chose("P1", "agree"), Said("change", new string('a', 5_001)))
            .ThenRefused("ANSWER_TOO_LONG", "Your answer must be 5,000 characters or fewer", "change");
        Decide(Today, Chose("P1", "agree"), Said("change", new string('a', 5_000))).Refusal.ShouldBeNull();
    }

    [Fact]
    public void who_read_it_in_easy_read_answers_on_the_scale_of_easy_read()
    {
        var easy = Command(Chose("P1", "easy-agree")) with { Rendition = RenditionKind.EasyRead };
        var submitted = Submitted(Option("P1", "easy-agree"));

        Submit(easy).Then(submitted with { Content = submitted.Content with { Rendition = RenditionKind.EasyRead } });
        Submit(easy with { Answers = [Chose("P1", "agree")] }).ThenRefused("ANSWER_UNKNOWN_OPTION", "Select one of the answers shown", "P1");
    }

    [Fact]
    public void in_a_language_that_is_not_offered_nobody_can_have_read_it() =>
        Submit(Command(Chose("P1", "agree")) with { Language = "cy" })
            .ThenRefused("RENDITION_NOT_OFFERED", "This survey is not offered in this form and language. Load the survey again", "rendition");

    [Fact]
    public void an_answer_for_somebody_else_says_so_and_so_does_its_view()
    {
        var events = SubmitResponse
            .Decide(Command(Chose("P1", "agree"), Said("change", "More staff")) with { Proxy = true, Audience = Audience.YoungPeople }, TheSurvey, Today, TheSubmission)
            .Events;

        events.OfType<ResponseSubmitted>().Single().Content.ShouldSatisfyAllConditions(c => c.Proxy.ShouldBeTrue(), c => c.Audience.ShouldBe(Audience.YoungPeople));
        events.OfType<ViewCaptured>().Single().ShouldSatisfyAllConditions(v => v.Proxy.ShouldBeTrue(), v => v.Audience.ShouldBe(Audience.YoungPeople));
    }

    [Fact]
    public void the_last_day_counts() => Decide(new DateOnly(2024, 11, 10), Chose("P1", "agree")).Refusal.ShouldBeNull();

    [Fact]
    public void after_the_close_people_learn_how_else_to_tell_us() =>
        new Outcome(Decide(new DateOnly(2024, 11, 11), Chose("P1", "agree"))).ThenRefused(
            "WAVE_CLOSED", "This survey has closed. You can still tell us by e-mail or post, shown on the consultation's page.");

    [Fact]
    public void what_was_held_up_on_paper_may_be_accepted_late_with_the_reason()
    {
        var late = Command(Chose("P1", "agree")) with { Channel = Channel.Paper, LateBecause = " Held up in the post " };

        new Outcome(SubmitResponse.Decide(late, TheSurvey, new DateOnly(2024, 11, 12), TheSubmission))
            .Then(Submitted(Option("P1", "agree")) with { Channel = Channel.Paper, LateBecause = "Held up in the post" });
        new Outcome(SubmitResponse.Decide(late with { Channel = Channel.Web }, TheSurvey, new DateOnly(2024, 11, 12), TheSubmission)).ThenRefused("WAVE_CLOSED");
        new Outcome(SubmitResponse.Decide(late with { LateBecause = " " }, TheSurvey, new DateOnly(2024, 11, 12), TheSubmission)).ThenRefused("WAVE_CLOSED");
        new Outcome(SubmitResponse.Decide(late, TheSurvey, Today, TheSubmission)).Then(Submitted(Option("P1", "agree")) with { Channel = Channel.Paper });
    }

    [Fact]
    public void whether_late_answers_count_is_for_the_consultation_to_say()
    {
        var late = Command(Chose("P1", "agree")) with { Channel = Channel.Paper, LateBecause = "Held up in the post" };
        Outcome On(DateOnly day, WaveSheet wave) => new(SubmitResponse.Decide(late, TheSurvey with { Wave = wave }, day, TheSubmission));

        On(new DateOnly(2024, 11, 22), TheSurvey.Wave).ThenRefused("WAVE_CLOSED");
        On(new DateOnly(2024, 11, 12), TheSurvey.Wave with { LateUntil = null }).ThenRefused("WAVE_CLOSED");
        On(new DateOnly(2024, 10, 1), TheSurvey.Wave with { IsPaused = true }).ThenRefused("WAVE_CLOSED");
        On(new DateOnly(2024, 11, 12), TheSurvey.Wave with { WithdrawnOn = new DateOnly(2024, 10, 1) }).ThenRefused("WAVE_CLOSED");
        SubmitResponse.Decide(
            late, TheSurvey with { Wave = TheSurvey.Wave with { ConsultationId = null, LateUntil = null } }, new DateOnly(2024, 11, 12), TheSubmission)
            .Refusal.ShouldBeNull("it stands by itself");
    }

    [Fact]
    public void while_its_consultation_is_paused_nobody_is_told_that_it_has_closed() =>
        new Outcome(SubmitResponse.Decide(
                Command(Chose("P1", "agree")), TheSurvey with { Wave = TheSurvey.Wave with { IsPaused = true } }, new DateOnly(2024, 10, 1), TheSubmission))
            .ThenRefused("WAVE_CLOSED", "This survey is paused. You can answer again when it is resumed, and will have as many days as before.");

    [Theory]
    [InlineData("1000000000000")]
    [InlineData("-79228162514264337593543950335")]
    public void a_number_without_ends_is_still_one_that_can_be_added_up(string number)
    {
        var survey = TheSurvey with
        {
            Questions = [new Question("n", QuestionKind.Number, "How many?", null, false, []) { Range = new NumberRange(null, null, WholeNumbers: false) }],
        };

        new Outcome(SubmitResponse.Decide(
                Command(Number("n", decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture))), survey, Today, TheSubmission))
            .ThenRefused("ANSWER_NUMBER_INVALID", "Enter a number of 12 digits or fewer", "n");
    }

    [Fact]
    public void before_the_opening_people_learn_when_it_opens() =>
        new Outcome(Decide(new DateOnly(2024, 9, 22), Chose("P1", "agree")))
            .ThenRefused("WAVE_NOT_OPEN_YET", "This survey has not opened yet. You can answer from 23 September 2024.");

    private static Outcome Submit(params GivenAnswer[] answers) => new(Decide(Today, answers));

    private static Outcome Submit(SubmitResponse command) => new(SubmitResponse.Decide(command, TheSurvey, Today, TheSubmission));

    private static Decision Decide(DateOnly today, params GivenAnswer[] answers) => SubmitResponse.Decide(Command(answers), TheSurvey, today, TheSubmission);

    private static SubmitResponse Command(params GivenAnswer[] answers) => new(WaveId, "key", answers, Proxy: false, Channel.Web);
}
