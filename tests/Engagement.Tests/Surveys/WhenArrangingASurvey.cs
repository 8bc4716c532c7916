using Engagement.Surveys;
using Engagement.Tests.Specs;
using static Engagement.Tests.Surveys.Questionnaires;

namespace Engagement.Tests.Surveys;

public sealed class WhenArrangingASurvey : Spec<Instrument>
{
    [Fact]
    public void questions_are_asked_section_by_section() =>
        Order(Drafted, Section("school"), Section("health"), Choice("h1", "health"), Choice("s1", "school"), Choice("first"), Choice("h2", "health"))
            .ShouldBe(["first", "s1", "h1", "h2"]);

    [Fact]
    public void a_question_moves_up_by_one_place_within_its_section() =>
        Given(Drafted, Section("school"), Choice("s1", "school"), Choice("s2", "school"), Choice("s3", "school"))
            .When(Move("s3", MoveDirection.Up))
            .Then(new QuestionMoved("s3", 2));

    [Fact]
    public void and_down() =>
        Given(Drafted, Choice("a"), Choice("b")).When(Move("a", MoveDirection.Down)).Then(new QuestionMoved("a", 2));

    [Theory]
    [InlineData("c", 1, "c a b")]
    [InlineData("c", 2, "a c b")]
    [InlineData("a", 2, "b a c")]
    [InlineData("a", 3, "b c a")]
    public void a_moved_question_is_asked_at_its_new_place(string key, int place, string order) =>
        Order(Drafted, Section("school"), Choice("a"), Choice("b"), Choice("c"), Choice("s", "school"), new QuestionMoved(key, place))
            .ShouldBe([.. order.Split(' '), "s"]);

    [Fact]
    public void it_does_not_leave_its_section_by_being_moved()
    {
        Given(Drafted, Section("school"), Choice("s1", "school"), Choice("first")).When(Move("s1", MoveDirection.Up)).ThenNothing();
        Given(Drafted, Section("school"), Choice("s1", "school"), Choice("first")).When(Move("first", MoveDirection.Down)).ThenNothing();
    }

    [Fact]
    public void a_section_moves_with_its_questions()
    {
        object[] given = [Drafted, Section("school"), Section("health"), Choice("h1", "health"), Choice("s1", "school")];

        Given(given).When(i => MoveSection.Decide(new MoveSection(Id, "health", MoveDirection.Up), i)).Then(new SectionMoved("health", 1));
        Given(given).When(i => MoveSection.Decide(new MoveSection(Id, "health", MoveDirection.Down), i)).ThenNothing();
        Order([.. given, new SectionMoved("health", 1)]).ShouldBe(["h1", "s1"]);
    }

    [Fact]
    public void a_question_put_in_another_section_is_its_last() =>
        Order(Drafted, Section("school"), Choice("a"), Choice("s1", "school"), new QuestionChanged(Choice("a", "school").Question))
            .ShouldBe(["s1", "a"]);

    [Fact]
    public void a_changed_question_keeps_its_place() =>
        Order(Drafted, Choice("a"), Choice("b"), new QuestionChanged(Choice("a").Question with { Text = "Other words?" })).ShouldBe(["a", "b"]);

    [Fact]
    public void a_section_is_there_before_its_questions() =>
        Given(Drafted)
            .When(i => AddStatement.Decide(
                new AddStatement(Id, "P1", "Text", null, false) { Details = new QuestionDetails { Section = "school" } }, i))
            .ThenRefused("SECTION_MISSING", "Add this section before you put questions in it", "section");

    [Fact]
    public void a_section_has_a_title() =>
        Given(Drafted)
            .When(i => AddSection.Decide(new AddSection(Id, "school", " ", null, []), i))
            .ThenRefused("TITLE_MISSING", "Enter a title for this section", "title");

    [Fact]
    public void a_section_and_a_question_are_never_named_the_same() =>
        Given(Drafted, Choice("school"))
            .When(i => AddSection.Decide(new AddSection(Id, "School", "About school", null, []), i))
            .ThenRefused("QUESTION_KEY_TAKEN");

    [Fact]
    public void a_section_with_questions_is_not_removed() =>
        Given(Drafted, Section("school"), Choice("s1", "school"))
            .When(i => RemoveSection.Decide(new RemoveSection(Id, "school"), i))
            .ThenRefused("SECTION_NOT_EMPTY", "Move or remove this section's questions first");

    [Fact]
    public void an_empty_section_is() =>
        Given(Drafted, Section("school")).When(i => RemoveSection.Decide(new RemoveSection(Id, "school"), i)).Then(new SectionRemoved("school"));

    [Fact]
    public void an_empty_section_is_not_published() =>
        Given(Drafted, Section("school"), Choice("a"))
            .When(PublishInstrumentVersion.Decide)
            .ThenRefused("SECTION_EMPTY", "Add a question to the section “About school”, or remove it");

    [Fact]
    public void what_is_not_there_is_not_edited()
    {
        Given(Drafted).When(Move("P9", MoveDirection.Up)).ThenRefused("QUESTION_MISSING", "This survey has no question with this key", "key");
        Given(Drafted).When(i => RemoveQuestion.Decide(new RemoveQuestion(Id, "P9"), i)).ThenRefused("QUESTION_MISSING");
        Given(Drafted).When(i => MoveSection.Decide(new MoveSection(Id, "P9", MoveDirection.Up), i))
            .ThenRefused("SECTION_MISSING", "This survey has no section with this key", "key");
    }

    private static Func<Instrument, Engagement.Common.Decision> Move(string key, MoveDirection direction) =>
        instrument => MoveQuestion.Decide(new MoveQuestion(Id, key, direction), instrument);

    private static string[] Order(params object[] events) =>
        [.. Instruments.After(events).Draft.ShouldNotBeNull().Questions.Select(q => q.Key)];
}
