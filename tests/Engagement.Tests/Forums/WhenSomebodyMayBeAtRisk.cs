using Engagement.Common;
using Engagement.Forums;
using Engagement.Tests.Specs;
using static Engagement.Tests.Forums.ForumStory;

namespace Engagement.Tests.Forums;

public sealed class WhenSomebodyMayBeAtRisk : Spec<SafeguardingItem>
{
    private static readonly SafeguardingRaised Raised = new(
        new SafeguardingSource(SafeguardingSourceKind.Contribution, Id), SafeguardingCause.WordList, DisclosureWords.Version, [], Seal("w"), null, null);

    private static readonly SafeguardingItemOpened Opened = new("safeguarding-lead", SafeguardingLead.Id, "To decide what to do");

    [Fact]
    public void who_reads_it_says_why_and_that_is_recorded() => Given(Raised)
        .When(_ => OpenSafeguardingItem.Decide(new OpenSafeguardingItem(Id, "To decide what to do"), SafeguardingLead))
        .Then(Opened);

    [Fact]
    public void without_a_reason_nobody_reads_it() => Given(Raised)
        .When(_ => OpenSafeguardingItem.Decide(new OpenSafeguardingItem(Id, " "), SafeguardingLead))
        .ThenRefused("REASON_REQUIRED", "Enter why you need to read this", "reason");

    [Fact]
    public void nobody_but_the_safeguarding_lead_deals_with_it()
    {
        const string Message = "Only the safeguarding lead can open this";

        Given(Raised)
            .When(_ => OpenSafeguardingItem.Decide(new OpenSafeguardingItem(Id, "Curious"), Officer))
            .ThenRefused("NOT_THE_SAFEGUARDING_LEAD", Message);
        Given(Raised).When(i => AcknowledgeSafeguarding.Decide(i, Officer)).ThenRefused("NOT_THE_SAFEGUARDING_LEAD", Message);
        Given(Raised, Opened).When(Close(Officer)).ThenRefused("NOT_THE_SAFEGUARDING_LEAD", Message);
    }

    [Fact]
    public void it_is_acknowledged_once()
    {
        Given(Raised).When(i => AcknowledgeSafeguarding.Decide(i, SafeguardingLead)).Then(new SafeguardingAcknowledged(SafeguardingLead.Id));
        Given(Raised, new SafeguardingAcknowledged(SafeguardingLead.Id)).When(i => AcknowledgeSafeguarding.Decide(i, SafeguardingLead)).ThenNothing();
    }

    [Fact]
    public void it_is_not_closed_unread() =>
        Given(Raised).When(Close(SafeguardingLead)).ThenRefused("SAFEGUARDING_UNREAD", "Open this item and read it before you close it");

    [Fact]
    public void it_is_closed_with_a_class_of_outcome() =>
        Given(Raised, Opened, new SafeguardingAcknowledged(SafeguardingLead.Id))
            .When(Close(SafeguardingLead))
            .Then(new SafeguardingClosed(SafeguardingOutcome.Referred, SafeguardingLead.Id));

    [Fact]
    public void closing_it_says_that_it_was_received() => Given(Raised, Opened)
        .When(Close(SafeguardingLead))
        .Then(new SafeguardingAcknowledged(SafeguardingLead.Id), new SafeguardingClosed(SafeguardingOutcome.Referred, SafeguardingLead.Id));

    [Fact]
    public void it_is_closed_once() => Given(Raised, Opened, new SafeguardingClosed(SafeguardingOutcome.NoConcern, SafeguardingLead.Id))
        .When(Close(SafeguardingLead))
        .ThenRefused("SAFEGUARDING_CLOSED", "This item has already been closed");

    [Theory]
    [InlineData("my uncle hits me")]
    [InlineData("He HITS  me")]
    [InlineData("she was touching me")]
    [InlineData("I don't feel safe at home")]
    [InlineData("I don’t feel safe at home")]
    [InlineData("I am scared to go home")]
    [InlineData("scared of my stepdad")]
    [InlineData("I self-harm")]
    [InlineData("I have been cutting myself")]
    [InlineData("sometimes I want to die")]
    [InlineData("suicidal thoughts")]
    [InlineData("there is nothing to eat at ours")]
    [InlineData("my brother was abused")]
    public void these_words_may_mean_that(string text)
    {
        var mark = DisclosureWords.Find(text).ShouldHaveSingleItem();

        mark.Kind.ShouldBe(MarkKind.PossibleDisclosure);
        mark.Length.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("the cuts hit home")]
    [InlineData("please stay in touch")]
    [InlineData("cutting the budget hurts")]
    [InlineData("the deadline is killing the project")]
    [InlineData("I feel safe at school")]
    [InlineData("we want to diet better at lunch")]
    public void these_do_not(string text) => DisclosureWords.Find(text).ShouldBeEmpty();

    private static Func<SafeguardingItem, Engagement.Common.Decision> Close(Acting by) =>
        i => CloseSafeguarding.Decide(new CloseSafeguarding(Id, SafeguardingOutcome.Referred), i, by);
}
