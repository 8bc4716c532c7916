using Engagement.Common;
using Engagement.Surveys;
using Engagement.Tests.Specs;
using static Engagement.Tests.Surveys.Questionnaires;

namespace Engagement.Tests.Surveys;

public sealed class WhenEditingASurveyThatIsOpen : Spec<Instrument>
{
    private static readonly object[] Open = [Drafted, Statement("P1"), Choice("phase"), Published()];
    private static readonly object[] Editing = [.. Open, new NewVersionDrafted(2)];
    private static readonly QuestionChanged Reworded = new(Agreement("P1", "I am very confident"));

    [Fact]
    public void its_version_stays_as_it_is()
    {
        const string Message = "This survey is open. Make a new version for the next wave";
        Given(Open).When(Reword("P1", "Other words")).ThenRefused("INSTRUMENT_VERSION_FROZEN", Message);
        Given(Open).When(Remove("P1")).ThenRefused("INSTRUMENT_VERSION_FROZEN", Message);
        Given(Open).When(i => MoveQuestion.Decide(new MoveQuestion(Id, "P1", MoveDirection.Down), i)).ThenRefused("INSTRUMENT_VERSION_FROZEN", Message);
        Given(Open).When(i => AddSection.Decide(new AddSection(Id, "s", "S", null, []), i)).ThenRefused("INSTRUMENT_VERSION_FROZEN", Message);
        Given(Open).When(i => MoveSection.Decide(new MoveSection(Id, "s", MoveDirection.Up), i)).ThenRefused("INSTRUMENT_VERSION_FROZEN", Message);
    }

    [Fact]
    public void a_new_version_is_drafted_from_it()
    {
        Given(Open).When(DraftNewVersion.Decide).Then(new NewVersionDrafted(2));
        Instruments.After(Editing).Draft.ShouldNotBeNull().Questions.Select(q => q.Key).ShouldBe(["P1", "phase"]);
    }

    [Fact]
    public void one_draft_is_enough()
    {
        Given(Editing).When(DraftNewVersion.Decide).ThenNothing();
        Given(Drafted).When(DraftNewVersion.Decide).ThenNothing();
    }

    [Fact]
    public void a_draft_can_be_given_up_with_all_its_edits()
    {
        object[] edited = [.. Editing, Reworded, new ContinuityDeclared("P1", Continuity.SameMeaning)];
        Given(edited).When(DiscardDraft.Decide).Then(new DraftDiscarded(2));

        Given([.. edited, new DraftDiscarded(2)]).When(Reword("P1", "Other words")).ThenRefused("INSTRUMENT_VERSION_FROZEN");
        Given([.. edited, new DraftDiscarded(2)]).When(DraftNewVersion.Decide).Then(new NewVersionDrafted(2));
        Given([.. edited, new DraftDiscarded(2), new NewVersionDrafted(2)]).When(PublishInstrumentVersion.Decide).ThenRefused("NOTHING_CHANGED");
    }

    [Fact]
    public void without_a_draft_there_is_nothing_to_give_up() => Given(Open).When(DiscardDraft.Decide).ThenNothing();

    [Fact]
    public void the_first_draft_is_not_given_up() =>
        Given(Drafted)
            .When(DiscardDraft.Decide)
            .ThenRefused("NOTHING_PUBLISHED", "This survey has no published version to go back to. Change its questions instead");

    [Fact]
    public void the_draft_is_edited_and_the_published_version_is_not()
    {
        Given(Editing).When(Reword("P1", "I am very confident")).Then(Reworded);

        var edited = Instruments.After([.. Editing, Reworded, new QuestionRemoved("phase"), Choice("age")]);
        edited.Draft.ShouldNotBeNull().Questions.Select(q => (q.Key, q.Text)).ShouldBe([("P1", "I am very confident"), ("age", "age?")]);
        edited.Versions.ShouldHaveSingleItem().Questions.Select(q => (q.Key, q.Text)).ShouldBe([("P1", "I am confident"), ("phase", "phase?")]);
    }

    [Fact]
    public void the_same_words_are_no_change() => Given(Editing).When(Reword("P1", " I am confident ")).ThenNothing();

    [Fact]
    public void a_changed_scale_is_a_new_statement() =>
        Given(Editing)
            .When(Change("P1", QuestionKind.Agreement, [], new QuestionDetails { Scale = "agreement-3-easy-read" }))
            .ThenRefused("SCALE_CHANGED", "A changed scale is a new statement. Remove this one and add the new one under a new key", "scale");

    [Fact]
    public void a_question_answered_in_another_way_is_a_new_question() =>
        Given(Editing)
            .When(Change("phase", QuestionKind.MultipleChoice, YesNo))
            .ThenRefused(
                "QUESTION_KIND_CHANGED", "People have answered this question in another way. Remove it and add the new one under a new key", "kind");

    [Fact]
    public void a_question_does_not_come_to_be_about_the_person() =>
        Given(Editing)
            .When(Change("phase", QuestionKind.SingleChoice, YesNo, new QuestionDetails { AboutYou = true }))
            .ThenRefused("ABOUT_YOU_CHANGED");

    [Fact]
    public void before_anybody_has_answered_its_scale_may_still_change() =>
        Given(Drafted, Statement("P1"))
            .When(Change("P1", QuestionKind.Agreement, [], new QuestionDetails { Scale = "agreement-3-easy-read", OtherAnswers = [] }))
            .Then(new QuestionChanged(Agreement("P1", "Text") with { Scale = "agreement-3-easy-read", Options = AnswerScales.EasyReadAgreement.Points }));

    [Fact]
    public void a_retired_key_is_not_used_again()
    {
        object[] retired = [.. Editing, new QuestionRemoved("phase"), Published(2), new NewVersionDrafted(3)];

        Given(retired).When(Add("phase")).ThenRefused(
            "QUESTION_KEY_RETIRED", "This key named an earlier question, whose answers are kept under it. Choose another", "key");
        Given(retired).When(Add("PHASE")).ThenRefused("QUESTION_KEY_RETIRED");
    }

    [Fact]
    public void what_was_removed_by_mistake_can_be_put_back_before_publishing()
    {
        Given([.. Editing, new QuestionRemoved("phase")]).When(Add("phase")).Then(Choice("phase"));
        Given([.. Editing, new QuestionRemoved("P1")]).When(Add("P1")).ThenRefused("QUESTION_KIND_CHANGED");
    }

    [Fact]
    public void of_each_changed_question_an_officer_says_whether_it_still_asks_the_same() =>
        Given([.. Editing, Reworded, new QuestionChanged(Choice("phase").Question with { Hint = "The one that fits best" })])
            .When(PublishInstrumentVersion.Decide)
            .ThenRefused("CONTINUITY_MISSING", "Say of each changed question whether it still asks the same: P1, phase", "continuity");

    [Theory]
    [InlineData(Continuity.SameMeaning)]
    [InlineData(Continuity.Changed)]
    [InlineData(Continuity.NotComparable)]
    public void what_was_said_is_published_with_the_version(Continuity continuity)
    {
        Given([.. Editing, Reworded]).When(Declare("P1", continuity)).Then(new ContinuityDeclared("P1", continuity));
        Given([.. Editing, Reworded, new ContinuityDeclared("P1", continuity)])
            .When(PublishInstrumentVersion.Decide)
            .Then(Published(2, new QuestionContinuity("P1", continuity)));
    }

    [Fact]
    public void another_change_takes_it_back() =>
        Given([.. Editing, Reworded, new ContinuityDeclared("P1", Continuity.SameMeaning), new QuestionChanged(Agreement("P1", "I doubt it"))])
            .When(PublishInstrumentVersion.Decide)
            .ThenRefused("CONTINUITY_MISSING");

    [Fact]
    public void saying_it_twice_changes_nothing() =>
        Given([.. Editing, Reworded, new ContinuityDeclared("P1", Continuity.SameMeaning)]).When(Declare("P1", Continuity.SameMeaning)).ThenNothing();

    [Fact]
    public void of_a_question_that_asks_what_it_asked_there_is_nothing_to_say()
    {
        const string Message = "This question asks what it asked before. There is nothing to say of it";
        Given(Editing).When(Declare("P1", Continuity.SameMeaning)).ThenRefused("QUESTION_NOT_CHANGED", Message, "key");
        Given([.. Editing, Choice("new")]).When(Declare("new", Continuity.SameMeaning)).ThenRefused("QUESTION_NOT_CHANGED", Message, "key");
    }

    [Fact]
    public void words_changed_there_and_back_need_no_word() =>
        Given([.. Editing, Reworded, new QuestionChanged(Statement("P1").Question), Choice("new")])
            .When(PublishInstrumentVersion.Decide)
            .Then(Published(2));

    [Fact]
    public void a_question_asked_of_other_people_has_changed() =>
        Given([.. Editing, new QuestionMoved("P1", 2), new QuestionChanged(Statement("P1", shownWhen: After("phase")).Question)])
            .When(PublishInstrumentVersion.Decide)
            .ThenRefused("CONTINUITY_MISSING");

    [Fact]
    public void a_version_that_changes_nothing_is_not_published() =>
        Given(Editing).When(PublishInstrumentVersion.Decide).ThenRefused("NOTHING_CHANGED", "Nothing has changed since version 1");

    [Fact]
    public void the_editor_sees_what_is_different()
    {
        object[] edits =
        [
            Reworded, new QuestionRemoved("phase"), Choice("new"), new QuestionMoved("last", 2), new ContinuityDeclared("P1", Continuity.Changed),
        ];
        var draft = InstrumentDraft.Of(Instruments.After(
            [Drafted, Statement("P1"), Choice("phase"), Choice("other"), Choice("last"), Published(), new NewVersionDrafted(2), .. edits])).ShouldNotBeNull();

        draft.InstrumentVersion.ShouldBe(2);
        draft.Blocks.ShouldBeEmpty();
        draft.Changes.ShouldBe(
        [
            new QuestionChange("P1", QuestionChangeKind.Changed, Continuity.Changed),
            new QuestionChange("last", QuestionChangeKind.Rearranged, null),
            new QuestionChange("other", QuestionChangeKind.Rearranged, null),
            new QuestionChange("new", QuestionChangeKind.Added, null),
            new QuestionChange("phase", QuestionChangeKind.Removed, null),
        ]);
    }

    private static Func<Instrument, Decision> Reword(string key, string text) => instrument =>
        ChangeQuestion.Decide(new ChangeQuestion(Id, key, QuestionKind.Agreement, text, null, false, []), instrument);

    private static Func<Instrument, Decision> Change(string key, QuestionKind kind, QuestionOption[] options, QuestionDetails? details = null) =>
        instrument => ChangeQuestion.Decide(
            new ChangeQuestion(Id, key, kind, "Text", null, false, options) { Details = details ?? QuestionDetails.None }, instrument);

    private static Func<Instrument, Decision> Remove(string key) => instrument => RemoveQuestion.Decide(new RemoveQuestion(Id, key), instrument);

    private static Func<Instrument, Decision> Add(string key) => instrument =>
        AddQuestion.Decide(new AddQuestion(Id, key, QuestionKind.SingleChoice, $"{key}?", null, true, YesNo), instrument);

    private static Func<Instrument, Decision> Declare(string key, Continuity continuity) => instrument =>
        DeclareContinuity.Decide(new DeclareContinuity(Id, key, continuity), instrument);
}
