using Engagement.Common;
using Engagement.Surveys;
using EventStore;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Tests.Surveys;

/// <summary>Whatever officers try, in whatever order: what is refused changes nothing, and what is left can be asked from first to last.</summary>
public sealed class AnyEditsOfASurvey
{
    private static readonly string[] Keys = ["a", "b", "c", "d"];
    private static readonly string[] SectionKeys = ["s", "t"];

    private static Gen<Func<Instrument, Decision>> Edits { get; } = Gen.OneOf(
        from key in Gen.Elements(Keys)
        from details in Details
        select Do(i => AddQuestion.Decide(new AddQuestion(Guid.Empty, key, QuestionKind.SingleChoice, key, null, true, Questionnaires.YesNo) { Details = details }, i)),
        from key in Gen.Elements(Keys)
        from details in Details
        select Do(i => ChangeQuestion.Decide(
            new ChangeQuestion(Guid.Empty, key, QuestionKind.SingleChoice, key, null, true, Questionnaires.YesNo) { Details = details }, i)),
        from key in Gen.Elements(Keys)
        from direction in Gen.Elements(MoveDirection.Up, MoveDirection.Down)
        select Do(i => MoveQuestion.Decide(new MoveQuestion(Guid.Empty, key, direction), i)),
        from key in Gen.Elements(Keys)
        select Do(i => RemoveQuestion.Decide(new RemoveQuestion(Guid.Empty, key), i)),
        from key in Gen.Elements(SectionKeys)
        from conditions in Conditions
        select Do(i => AddSection.Decide(new AddSection(Guid.Empty, key, key, null, conditions), i)),
        from key in Gen.Elements(SectionKeys)
        from conditions in Conditions
        select Do(i => ChangeSection.Decide(new ChangeSection(Guid.Empty, key, key, null, conditions), i)),
        from key in Gen.Elements(SectionKeys)
        from direction in Gen.Elements(MoveDirection.Up, MoveDirection.Down)
        select Do(i => MoveSection.Decide(new MoveSection(Guid.Empty, key, direction), i)),
        from key in Gen.Elements(SectionKeys)
        select Do(i => RemoveSection.Decide(new RemoveSection(Guid.Empty, key), i)));

    private static Gen<Condition[]> Conditions =>
        from key in Gen.Elements(Keys)
        from count in Gen.Choose(0, 1)
        select count == 0 ? Array.Empty<Condition>() : [new Condition(key, ["yes"])];

    private static Gen<QuestionDetails> Details =>
        from section in Gen.Elements(null, "s", "t")
        from conditions in Conditions
        select new QuestionDetails { Section = section, ShownWhen = conditions };

    [Fact]
    public void Every_question_depends_on_earlier_ones_only() => Holds(draft =>
    {
        var earlier = new HashSet<string>();
        foreach (var question in draft.Questions)
        {
            draft.ConditionsOf(question).ShouldAllBe(condition => earlier.Contains(condition.QuestionKey));
            earlier.Add(question.Key).ShouldBeTrue("a key names one question");
        }
    });

    [Fact]
    public void Whoever_says_yes_to_everything_is_asked_everything() => Holds(draft =>
        Branching.Shown(draft.Questions, draft.Sections, _ => ["yes"]).ShouldBe(draft.Questions));

    [Fact]
    public void Sections_are_never_torn_apart() => Holds(draft =>
    {
        var sections = draft.Questions.Select(q => q.Section).ToList();
        var runs = sections.Where((section, i) => i == 0 || sections[i - 1] != section).ToList();
        runs.ShouldBe(((string?[])[null, .. draft.Sections.Select(s => s.Key)]).Where(sections.Contains));
    });

    private static Func<Instrument, Decision> Do(Func<Instrument, Decision> edit) => edit;

    private static void Holds(Action<Questionnaire> holds) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(100),
        Prop.ForAll(Arb.From(Gen.Choose(1, 40).SelectMany(length => Edits.ArrayOf(length))), edits =>
        {
            var instrument = Instruments.After(Questionnaires.Drafted);
            foreach (var edit in edits)
            {
                foreach (var e in edit(instrument).Events)
                    instrument = Instrument.Evolve(instrument, Event.For(e)).ShouldNotBeNull();

                holds(instrument.Draft.ShouldNotBeNull());
            }
        }));
}
