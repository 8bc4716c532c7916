using Engagement.Charter;
using Engagement.Tests.Specs;

namespace Engagement.Tests.Charter;

public sealed class WhenAnEditionIsAdopted : Spec<CharterEdition>
{
    private static readonly Principle Listen = new("listen", "Listen to us", false, [new Criterion("answered", "Each point gets an answer", true)], []);

    private static readonly AdoptEdition Command = new("Youth charter", " What young people expect ", Today, "The strategy", null, [Listen]);

    private static readonly EditionAdopted Adopted = new("Youth charter", "What young people expect", Today, "The strategy", null, [Listen]);

    [Fact]
    public void it_holds_from_a_date_on_with_its_principles_and_criteria_as_they_are_given() => Adopt(Command).Then(Adopted);

    [Fact]
    public void what_is_missing_is_asked_for()
    {
        Adopt(Command with { Charter = " " }).ThenRefused("CHARTER_MISSING", "Enter the name that all editions of this charter share", "charter");
        Adopt(Command with { Title = " " }).ThenRefused("TITLE_MISSING", "Enter what this edition is called", "title");
        Adopt(Command with { Source = " " }).ThenRefused("SOURCE_MISSING", "Say where this edition comes from, and whose words it is in", "source");
        Adopt(Command with { Principles = [] }).ThenRefused("PRINCIPLES_MISSING", "Enter what this edition promises: at least one principle", "principles");
        Adopt(Command with { Principles = [Listen with { Criteria = [] }] })
            .ThenRefused("CRITERIA_MISSING", "Say for each principle by what it is seen whether it is kept", "principles");
    }

    [Fact]
    public void principles_and_criteria_are_told_apart_by_their_keys()
    {
        Adopt(Command with { Principles = [Listen, Listen] }).ThenRefused("PRINCIPLE_KEYS", "Give each principle a title, and a key that no other has", "principles");
        Adopt(Command with { Principles = [Listen with { Criteria = [.. Listen.Criteria, .. Listen.Criteria] }] })
            .ThenRefused("CRITERION_KEYS", "Give each criterion of a principle its words, and a key that no other has", "principles");
    }

    [Fact]
    public void a_principle_continues_one_of_the_edition_before_and_no_other()
    {
        var before = CharterStory.EditionOf(CharterStory.First, null, ("heard", []));
        var later = Command with { CharterEditionBeforeId = CharterStory.First, Principles = [Listen with { Continues = ["heard"] }] };

        Adopt(later, before).Then(Adopted with { EditionBeforeId = CharterStory.First, Principles = later.Principles });
        Adopt(later with { Principles = [Listen with { Continues = ["unheard"] }] }, before)
            .ThenRefused("PRINCIPLE_CONTINUES_NOTHING", "A principle can only continue one of the edition before", "principles");
        Adopt(later with { From = before.From }, before)
            .ThenRefused("EDITION_BEFORE_IS_LATER", "The edition before holds from 23 September 2023. Enter a later day", "from");
    }

    [Fact]
    public void a_group_signs_up_once()
    {
        Given(Adopted).When(edition => SignUpGroup.Decide(new SignUpGroup(Id, " The board "), edition, Today)).Then(new GroupSignedUp("The board", Today));
        Given(Adopted, new GroupSignedUp("The board", Today)).When(edition => SignUpGroup.Decide(new SignUpGroup(Id, "the board"), edition, Today))
            .ThenRefused("ALREADY_SIGNED_UP", "This group has signed up to this edition", "group");
        Given(Adopted).When(edition => SignUpGroup.Decide(new SignUpGroup(Id, ""), edition, Today))
            .ThenRefused("GROUP_MISSING", "Enter the name of the group", "group");
    }

    private static Specs.Outcome Adopt(AdoptEdition command, CharterEdition? before = null) => new(AdoptEdition.Decide(command, before));
}
