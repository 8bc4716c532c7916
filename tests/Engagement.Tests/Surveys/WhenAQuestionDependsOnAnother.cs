using Engagement.Common;
using Engagement.Surveys;
using Engagement.Tests.Specs;
using static Engagement.Tests.Surveys.Questionnaires;

namespace Engagement.Tests.Surveys;

public sealed class WhenAQuestionDependsOnAnother : Spec<Instrument>
{
    private static readonly object[] Dependent = [Drafted, Choice("at-school"), Statement("P1", shownWhen: After("at-school"))];

    [Fact]
    public void it_is_shown_after_the_answer_it_depends_on() => Shown(Dependent, ("at-school", "yes")).ShouldBe(["at-school", "P1"]);

    [Theory]
    [InlineData("no")]
    [InlineData("")]
    public void and_not_after_another_or_none(string answer) => Shown(Dependent, ("at-school", answer)).ShouldBe(["at-school"]);

    [Fact]
    public void all_of_its_conditions_hold()
    {
        object[] both = [Drafted, Choice("a"), Choice("b"), Choice("c", null, After("a"), After("b", "yes", "no"))];

        Shown(both, ("a", "yes"), ("b", "no")).ShouldBe(["a", "b", "c"]);
        Shown(both, ("a", "yes")).ShouldBe(["a", "b"]);
    }

    [Fact]
    public void it_depends_on_twenty_answers_at_most() =>
        Given(Dependent)
            .When(Change("P1", [.. Enumerable.Repeat(After("at-school"), 21)]))
            .ThenRefused("TOO_MANY_CONDITIONS", "Choose 20 conditions or fewer at a time", "shownWhen");

    [Fact]
    public void what_depends_on_a_hidden_question_is_hidden_whatever_was_answered_to_it()
    {
        object[] chain = [Drafted, Choice("a"), Choice("b", null, After("a")), Choice("c", null, After("b"))];

        Shown(chain, ("a", "no"), ("b", "yes")).ShouldBe(["a"]);
        Shown(chain, ("a", "yes"), ("b", "yes")).ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public void a_section_is_shown_or_hidden_whole()
    {
        object[] sectioned = [Drafted, Choice("a"), Section("school", After("a")), Choice("s1", "school"), Statement("s2", section: "school")];

        Shown(sectioned, ("a", "yes")).ShouldBe(["a", "s1", "s2"]);
        Shown(sectioned, ("a", "no")).ShouldBe(["a"]);
    }

    [Fact]
    public void it_comes_after_what_it_depends_on() =>
        Given(Dependent)
            .When(Change("at-school", After("P1", "agree")))
            .ThenRefused("CONDITION_LOOKS_FORWARD", "What is shown after an answer to “P1” must come after that question", "shownWhen");

    [Fact]
    public void it_does_not_depend_on_itself() =>
        Given(Dependent).When(Change("at-school", After("at-school"))).ThenRefused("CONDITION_LOOKS_FORWARD");

    [Fact]
    public void it_is_not_moved_before_what_it_depends_on()
    {
        Given(Dependent).When(i => MoveQuestion.Decide(new MoveQuestion(Id, "P1", MoveDirection.Up), i)).ThenRefused("CONDITION_LOOKS_FORWARD");
        Given(Dependent).When(i => MoveQuestion.Decide(new MoveQuestion(Id, "at-school", MoveDirection.Down), i)).ThenRefused("CONDITION_LOOKS_FORWARD");
    }

    [Fact]
    public void a_section_looks_back_only()
    {
        Given(Drafted, Section("school"), Choice("s1", "school"))
            .When(i => ChangeSection.Decide(new ChangeSection(Id, "school", "About school", null, [After("s1")]), i))
            .ThenRefused("CONDITION_LOOKS_FORWARD");
        Given(Drafted, Section("school"), Section("health", After("s1")), Choice("s1", "school"))
            .When(i => MoveSection.Decide(new MoveSection(Id, "health", MoveDirection.Up), i))
            .ThenRefused("CONDITION_LOOKS_FORWARD");
    }

    [Fact]
    public void what_it_depends_on_is_not_taken_away() =>
        Given(Dependent)
            .When(i => RemoveQuestion.Decide(new RemoveQuestion(Id, "at-school"), i))
            .ThenRefused(
                "CONDITION_QUESTION_MISSING",
                "Something is shown only after an answer to “at-school”. Keep that question, or change what depends on it first",
                "shownWhen");

    [Fact]
    public void nor_is_the_answer_it_depends_on() =>
        Given(Dependent)
            .When(i => ChangeQuestion.Decide(
                new ChangeQuestion(Id, "at-school", QuestionKind.SingleChoice, "At school?", null, true, [new("full", "Full time"), new("part", "Part time")]), i))
            .ThenRefused("CONDITION_OPTION_MISSING");

    [Fact]
    public void it_depends_on_answers_that_are_offered() =>
        Given(Dependent).When(Change("P1", After("at-school", "sometimes"))).ThenRefused("CONDITION_OPTION_MISSING");

    [Fact]
    public void nothing_depends_on_words() =>
        Given(Drafted, new QuestionAdded(new Question("change", QuestionKind.FreeText, "What?", null, true, [])), Choice("a"))
            .When(Change("a", After("change")))
            .ThenRefused("CONDITION_WITHOUT_OPTIONS", "“change” has no options that something else could depend on", "shownWhen");

    private static Func<Instrument, Decision> Change(string key, params Condition[] shownWhen) => instrument =>
    {
        var before = instrument.Draft!.Find(key)!;
        return ChangeQuestion.Decide(
            new ChangeQuestion(Id, key, before.Kind, before.Text, before.Hint, before.Optional, before.IsOnScale ? [] : before.Options)
            {
                Details = new QuestionDetails { ShownWhen = shownWhen },
            },
            instrument);
    };

    private static string[] Shown(object[] events, params (string Key, string Option)[] answers)
    {
        var draft = Instruments.After(events).Draft.ShouldNotBeNull();
        return
        [
            .. Branching.Shown(draft.Questions, draft.Sections, key => answers.Where(a => a.Key == key).Select(a => a.Option)).Select(q => q.Key),
        ];
    }
}
