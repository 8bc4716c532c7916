using Engagement.Common;
using Engagement.Surveys;
using Engagement.Tests.Specs;
using static Engagement.Tests.Surveys.Questionnaires;

namespace Engagement.Tests.Surveys;

public sealed class WhenAskingInManyWays : Spec<Instrument>
{
    [Fact]
    public void satisfaction_is_asked_on_five_points_and_one_may_not_be_sure() =>
        Given(Drafted)
            .When(Add(QuestionKind.Satisfaction, []))
            .Then(new QuestionAdded(
                new Question("q", QuestionKind.Satisfaction, "What?", null, false, [.. AnswerScales.Satisfaction.Points, OtherAnswers.NotSure])
                {
                    Scale = "satisfaction-5",
                }));

    [Fact]
    public void other_answers_are_offered_beside_the_points_in_one_order() =>
        Given(Drafted)
            .When(i => AddStatement.Decide(
                new AddStatement(Id, "P1", "I am confident", null, false)
                {
                    Details = new QuestionDetails { OtherAnswers = ["not-applicable", "not-sure", "prefer-not-to-say"] },
                },
                i))
            .Then(new StatementAdded(
                Agreement("P1", "I am confident") with
                {
                    Options = [.. AnswerScales.Agreement.Points, OtherAnswers.NotSure, OtherAnswers.PreferNotToSay, OtherAnswers.NotApplicable],
                }));

    [Fact]
    public void a_statement_may_be_on_the_easy_read_scale_from_the_start() =>
        Given(Drafted)
            .When(i => AddStatement.Decide(
                new AddStatement(Id, "Y1", "People listen", null, false) { Details = new QuestionDetails { Scale = "agreement-3-easy-read", OtherAnswers = [] } }, i))
            .Then(new StatementAdded(
                new Question("Y1", QuestionKind.Agreement, "People listen", null, false, AnswerScales.EasyReadAgreement.Points) { Scale = "agreement-3-easy-read" }));

    [Fact]
    public void no_scale_shares_a_point_with_one_it_could_be_mistaken_for()
    {
        foreach (var scales in AnswerScales.All.GroupBy(scale => scale.Kind))
        {
            var keys = scales.SelectMany(scale => scale.Points).Select(point => point.Key).ToList();
            keys.ShouldBeUnique();
            keys.ShouldNotContain(key => OtherAnswers.Include(key));
        }
    }

    [Theory]
    [InlineData("agreement-5")]
    [InlineData("satisfaction-7")]
    public void a_scale_is_one_of_the_questions_kind(string scale) =>
        Given(Drafted).When(Add(QuestionKind.Satisfaction, [], new QuestionDetails { Scale = scale })).ThenRefused("SCALE_UNKNOWN");

    [Fact]
    public void a_choice_has_no_scale() =>
        Given(Drafted).When(Add(QuestionKind.SingleChoice, YesNo, new QuestionDetails { Scale = "agreement-5" })).ThenRefused("SCALE_UNKNOWN");

    [Theory]
    [InlineData(QuestionKind.Satisfaction, "The answers come from the scale. Leave the options out")]
    [InlineData(QuestionKind.FreeText, "A question answered in people's own words has no options")]
    [InlineData(QuestionKind.Number, "A question answered with a number or a date has no options")]
    [InlineData(QuestionKind.Date, "A question answered with a number or a date has no options")]
    public void options_are_for_choices(QuestionKind kind, string message) =>
        Given(Drafted).When(Add(kind, YesNo)).ThenRefused("OPTIONS_NOT_ALLOWED", message, "options");

    [Fact]
    public void nor_are_they_given_where_they_are_already()
    {
        Given(Drafted).When(Add(QuestionKind.Satisfaction, [AnswerScales.Satisfaction.Points[0]])).ThenRefused("OPTIONS_NOT_ALLOWED");
        Given(Drafted).When(Add(QuestionKind.FreeText, [OtherAnswers.NotSure])).ThenRefused("OPTIONS_NOT_ALLOWED");
    }

    [Theory]
    [InlineData(QuestionKind.SingleChoice)]
    [InlineData(QuestionKind.MultipleChoice)]
    [InlineData(QuestionKind.Ranking)]
    public void there_is_something_to_choose_from(QuestionKind kind)
    {
        Given(Drafted).When(Add(kind, [])).ThenRefused("OPTIONS_MISSING", "Add between 2 and 50 options to choose from", "options");
        Given(Drafted).When(Add(kind, YesNo)).Then(new QuestionAdded(new Question("q", kind, "What?", null, false, YesNo)));
    }

    [Fact]
    public void an_option_that_is_no_opinion_is_named_as_one() =>
        Given(Drafted)
            .When(Add(QuestionKind.SingleChoice, [.. YesNo, new QuestionOption("not-sure", "Maybe")]))
            .ThenRefused("OPTION_KEY_RESERVED", "Add “I'm not sure” and its like as other answers, so that they are counted as such", "options");

    [Theory]
    [InlineData(QuestionKind.FreeText)]
    [InlineData(QuestionKind.Number)]
    [InlineData(QuestionKind.Date)]
    public void what_has_no_options_has_no_other_answers(QuestionKind kind) =>
        Given(Drafted)
            .When(Add(kind, [], new QuestionDetails { OtherAnswers = ["not-sure"] }))
            .ThenRefused("OTHER_ANSWERS_NOT_ALLOWED", "Make this question optional. It has no options to add another answer to", "otherAnswers");

    [Fact]
    public void a_ranking_has_no_other_answers() =>
        Given(Drafted).When(Add(QuestionKind.Ranking, YesNo, new QuestionDetails { OtherAnswers = ["not-sure"] })).ThenRefused("OTHER_ANSWERS_NOT_ALLOWED");

    [Fact]
    public void other_answers_are_those_that_mean_the_same_everywhere() =>
        Given(Drafted)
            .When(Add(QuestionKind.SingleChoice, YesNo, new QuestionDetails { OtherAnswers = ["maybe"] }))
            .ThenRefused("OTHER_ANSWER_UNKNOWN", "Choose from “I'm not sure”, “Prefer not to say” and “Not applicable”", "otherAnswers");

    [Fact]
    public void a_number_may_have_a_least_and_a_most() =>
        Given(Drafted)
            .When(Add(QuestionKind.Number, [], new QuestionDetails { Range = new NumberRange(0, 25, true) }))
            .Then(new QuestionAdded(new Question("q", QuestionKind.Number, "What?", null, false, []) { Range = new NumberRange(0, 25, true) }));

    [Theory]
    [InlineData(0, true)]
    [InlineData(25, true)]
    [InlineData(-1, false)]
    [InlineData(26, false)]
    [InlineData(2.5, false)]
    public void both_ends_of_a_range_are_in_it(double number, bool isIn) => new NumberRange(0, 25, true).Contains((decimal)number).ShouldBe(isIn);

    [Fact]
    public void the_least_is_not_more_than_the_most() =>
        Given(Drafted)
            .When(Add(QuestionKind.Number, [], new QuestionDetails { Range = new NumberRange(5, 4, false) }))
            .ThenRefused("RANGE_INVALID", "Enter a most that is not less than the least", "range");

    [Fact]
    public void a_choice_has_no_range() =>
        Given(Drafted)
            .When(Add(QuestionKind.SingleChoice, YesNo, new QuestionDetails { Range = new NumberRange(0, 1, true) }))
            .ThenRefused("RANGE_NOT_ALLOWED");

    [Fact]
    public void a_question_about_the_person_is_always_optional() =>
        Given(Drafted)
            .When(Add(QuestionKind.SingleChoice, YesNo, new QuestionDetails { AboutYou = true }))
            .Then(new QuestionAdded(new Question("q", QuestionKind.SingleChoice, "What?", null, Optional: true, YesNo) { AboutYou = true }));

    [Theory]
    [InlineData(QuestionKind.FreeText)]
    [InlineData(QuestionKind.Date)]
    public void nobody_is_asked_for_what_could_identify_them(QuestionKind kind) =>
        Given(Drafted)
            .When(Add(kind, [], new QuestionDetails { AboutYou = true }))
            .ThenRefused(
                "ABOUT_YOU_IDENTIFIES", "Ask about the person with options or a number. Words and dates could identify someone", "kind");

    [Fact]
    public void a_statement_says_which_measure_it_feeds() =>
        Given(Drafted)
            .When(i => AddStatement.Decide(
                new AddStatement(Id, "P1", "I am confident", null, false) { Details = new QuestionDetails { Tags = ["measure-7", " measure-7 ", ""] } }, i))
            .Then(new StatementAdded(Agreement("P1", "I am confident") with { Tags = ["measure-7"] }));

    [Fact]
    public void nobody_answers_more_than_two_hundred_questions() =>
        Given([Drafted, .. Enumerable.Range(1, 200).Select(i => Choice($"c{i}"))])
            .When(Add(QuestionKind.FreeText, []))
            .ThenRefused("QUESTIONS_TOO_MANY");

    private static Func<Instrument, Decision> Add(QuestionKind kind, QuestionOption[] options, QuestionDetails? details = null) =>
        instrument => AddQuestion.Decide(
            new AddQuestion(Id, "q", kind, "What?", null, false, options) { Details = details ?? QuestionDetails.None }, instrument);
}
