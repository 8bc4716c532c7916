using Engagement.Surveys;
using Engagement.Tests.Specs;

namespace Engagement.Tests.Surveys;

public sealed class WhenMakingASurvey : Spec<Instrument>
{
    private static readonly InstrumentDrafted Drafted = new("Strategy survey");
    private static readonly StatementAdded Statement = new(
        new Question(
            "P1",
            QuestionKind.Agreement,
            "I am confident my child's school can meet their needs",
            null,
            false,
            [.. AnswerScales.Agreement.Points, OtherAnswers.NotSure])
        {
            Scale = "agreement-5",
        });

    private static readonly InstrumentVersionPublished Published = new(1, []);
    private static readonly QuestionOption[] Options = [new("primary", "Primary"), new("secondary", "Secondary")];

    [Fact]
    public void it_has_a_title() =>
        new Outcome(DraftInstrument.Decide(new DraftInstrument(" "))).ThenRefused("TITLE_MISSING", "Enter a title for this survey", "title");

    [Fact]
    public void a_statement_is_answered_on_the_agreement_scale()
    {
        Given(Drafted).When(i => AddStatement.Decide(new AddStatement(Id, "P1", Statement.Question.Text, null, false), i)).Then(Statement);
        Statement.Question.Options.Select(o => o.Key)
            .ShouldBe(["strongly-agree", "agree", "neither", "disagree", "strongly-disagree", "not-sure"]);
    }

    [Fact]
    public void a_choice_has_options() =>
        Given(Drafted, Statement)
            .When(Add(QuestionKind.SingleChoice, Options))
            .Then(new QuestionAdded(new Question("phase", QuestionKind.SingleChoice, "Which phase?", null, true, Options)));

    [Fact]
    public void one_option_is_no_choice() =>
        Given(Drafted).When(Add(QuestionKind.SingleChoice, Options[0])).ThenRefused("OPTIONS_MISSING");

    [Fact]
    public void two_options_with_one_key_could_not_be_told_apart() =>
        Given(Drafted).When(Add(QuestionKind.SingleChoice, Options[0], new QuestionOption("PRIMARY", "Other"))).ThenRefused("OPTION_KEY_TAKEN");

    [Fact]
    public void an_option_has_a_label() =>
        Given(Drafted).When(Add(QuestionKind.SingleChoice, Options[0], new QuestionOption("other", ""))).ThenRefused("OPTION_LABEL_MISSING");

    [Fact]
    public void an_option_has_a_key() =>
        Given(Drafted).When(Add(QuestionKind.SingleChoice, Options[0], new QuestionOption("not a key", "Other"))).ThenRefused("OPTION_KEY_INVALID");

    [Fact]
    public void a_free_text_has_no_options() =>
        Given(Drafted).When(Add(QuestionKind.FreeText, Options)).ThenRefused("OPTIONS_NOT_ALLOWED");

    [Fact]
    public void an_agreement_item_is_added_as_a_statement() =>
        Given(Drafted).When(Add(QuestionKind.Agreement)).ThenRefused("STATEMENT_EXPECTED");

    [Fact]
    public void a_key_names_one_question() =>
        Given(Drafted, Statement)
            .When(i => AddStatement.Decide(new AddStatement(Id, "p1", "Another", null, false), i))
            .ThenRefused("QUESTION_KEY_TAKEN", "This survey already has a question with this key", "key");

    [Theory]
    [InlineData("")]
    [InlineData("1st")]
    [InlineData("has space")]
    [InlineData("a'b")]
    public void a_key_is_short_and_plain(string key) =>
        Given(Drafted).When(i => AddStatement.Decide(new AddStatement(Id, key, "Text", null, false), i)).ThenRefused("QUESTION_KEY_INVALID");

    [Fact]
    public void a_question_has_words() =>
        Given(Drafted).When(i => AddStatement.Decide(new AddStatement(Id, "P1", "", null, false), i)).ThenRefused("QUESTION_TEXT_MISSING");

    [Fact]
    public void a_survey_without_questions_is_not_published() =>
        Given(Drafted).When(PublishInstrumentVersion.Decide).ThenRefused("QUESTIONS_MISSING");

    [Fact]
    public void its_first_version_is_version_one() => Given(Drafted, Statement).When(PublishInstrumentVersion.Decide).Then(Published);

    [Fact]
    public void a_published_version_takes_no_more_statements() =>
        Given(Drafted, Statement, Published)
            .When(i => AddStatement.Decide(new AddStatement(Id, "P2", "Another", null, false), i))
            .ThenRefused("INSTRUMENT_VERSION_FROZEN", "This survey is open. Make a new version for the next wave");

    [Fact]
    public void a_published_version_takes_no_more_questions() =>
        Given(Drafted, Statement, Published).When(Add(QuestionKind.FreeText)).ThenRefused("INSTRUMENT_VERSION_FROZEN");

    [Fact]
    public void a_version_is_published_once() =>
        Given(Drafted, Statement, Published).When(PublishInstrumentVersion.Decide).ThenRefused("INSTRUMENT_VERSION_FROZEN");

    private static Func<Instrument, Engagement.Common.Decision> Add(QuestionKind kind, params QuestionOption[] options) =>
        instrument => AddQuestion.Decide(new AddQuestion(Id, "phase", kind, "Which phase?", null, true, options), instrument);
}
