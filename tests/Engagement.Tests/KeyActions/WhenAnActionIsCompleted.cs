using Engagement.KeyActions;
using Engagement.Tests.Specs;

namespace Engagement.Tests.KeyActions;

public sealed class WhenAnActionIsCompleted : Spec<KeyAction>
{
    private static readonly Guid One = Guid.Parse("c0000000-0000-4000-8000-00000000000a");
    private static readonly Guid Theme = Guid.Parse("c0000000-0000-4000-8000-00000000000c");
    private static readonly ActionAdopted Adopted = new("One survey", "Parents are asked", "Written Statement, 1.1", "Head of SEND", null, Today);
    private static readonly MilestoneSet Set = new(One, "The survey is analysed", Today);
    private static readonly MilestoneAchieved Achieved = new(One, Today, "The report", null);
    private static readonly CoproductionLinked Linked = new(CoproductionKind.Theme, Theme, "Letters", "Parents chose the words");

    [Fact]
    public void it_was_taken_on_with_a_title_an_aim_a_source_and_a_role()
    {
        Adopt().Then(Adopted);
        Adopt(title: " ").ThenRefused("TITLE_MISSING", "Enter what this action is called", "title");
        Adopt(description: " ").ThenRefused("DESCRIPTION_MISSING", "Say what this action is to change for children and families", "description");
        Adopt(source: " ").ThenRefused("SOURCE_MISSING", "Say where the plan asks for this action", "source");
        Adopt(owner: " ").ThenRefused("OWNER_ROLE_MISSING", "Enter the role that answers for this action", "ownerRole");
    }

    [Fact]
    public void it_is_linked_how_families_shaped_it_or_recorded_why_not()
    {
        Complete(Set, Achieved).ThenRefused("COPRODUCTION_MISSING", "Link how families shaped this action, or record why not");
        Complete(Set, Achieved, Linked).Then(new ActionCompleted(Today));
        Complete(Set, Achieved, new CoproductionAbsenceRecorded("The law left no choice")).Then(new ActionCompleted(Today));
    }

    [Fact]
    public void all_its_milestones_are_achieved()
    {
        Complete(Linked).ThenRefused("NO_MILESTONES", "Set a milestone first, so that everybody can see what was achieved");
        Complete(Linked, Set).ThenRefused("MILESTONES_OPEN", "1 milestone is not achieved yet");
        Complete(Linked, Set, new MilestoneSet(Theme, "Another", Today)).ThenRefused("MILESTONES_OPEN", "2 milestones are not achieved yet");
    }

    [Fact]
    public void it_stays_as_it_is()
    {
        Complete(Set, Achieved, Linked, new ActionCompleted(Today)).ThenNothing();
        Given(Adopted, Set, Achieved, Linked, new ActionCompleted(Today))
            .When(action => SetMilestone.Decide(new SetMilestone(Id, "More", Today), Theme, action, Today))
            .ThenRefused("ACTION_COMPLETE", "This action is complete. What is recorded of it stays as it is");
    }

    [Fact]
    public void a_link_says_where_and_how()
    {
        Link((CoproductionKind.Theme, "Letters"), " Parents chose the words").Then(Linked);
        Link(null, "They chose").ThenRefused("THING_UNKNOWN", "Choose the consultation, activity, theme or loop in which families shaped this action", "thingId");
        Link((CoproductionKind.Theme, "Letters"), " ").ThenRefused("HOW_MISSING", "Say how families shaped this action there", "how");
        Given(Adopted, Linked).When(action => LinkCoproduction.Decide(new LinkCoproduction(Id, Theme, "Again"), (CoproductionKind.Theme, "Letters"), action))
            .ThenRefused("ALREADY_LINKED", "This is linked already. Choose another", "thingId");
    }

    [Fact]
    public void what_is_linked_needs_no_explanation() =>
        Given(Adopted, Linked).When(action => RecordCoproductionAbsence.Decide(new RecordCoproductionAbsence(Id, "No time"), action)).ThenRefused("COPRODUCTION_LINKED");

    private static Outcome Adopt(string title = "One survey", string description = "Parents are asked", string source = "Written Statement, 1.1", string owner = "Head of SEND") =>
        new(AdoptAction.Decide(new AdoptAction(title, description, source, owner, null), Today));

    private static Outcome Complete(params object[] events) => Given([Adopted, .. events]).When(action => CompleteAction.Decide(action, Today));

    private static Outcome Link((CoproductionKind Kind, string Title)? thing, string how) =>
        Given(Adopted).When(action => LinkCoproduction.Decide(new LinkCoproduction(Id, Theme, how), thing, action));
}
