using Engagement.Common;
using Engagement.Feedback;
using Engagement.Forums;
using Engagement.Tests.Specs;
using static Engagement.Tests.Forums.ForumStory;

namespace Engagement.Tests.Forums;

public sealed class WhenAuthorsAndReadersAct : Spec<Contribution>
{
    private static readonly DateOnly AfterItClosed = new(2024, 11, 11);
    private static readonly ContributionEdited Edited = new(Seal("Meetings start too late"), Now);

    [Fact]
    public void an_edit_is_moderated_anew() => Given(Received).When(Edit(Author, "Meetings start too late")).Then(Edited);

    [Fact]
    public void an_edit_of_what_was_shown_takes_its_view_back() => Given(Received, Released)
        .When(Edit(Author, "Meetings start too late"))
        .Then(Edited, new ViewWithdrawn("Its author changed the words"));

    [Fact]
    public void an_edit_with_contact_details_is_held() => Given(Received)
        .When(Edit(Author, "Ring me: 07700 900123"))
        .Then(
            new ContributionEdited(Seal("Ring me: 07700 900123"), Now),
            new ContributionHeld(HoldReason.ContactDetails, Screening.ContactDetailsFound, [new MarkedSpan(MarkKind.Phone, 9, 12)], null, null));

    [Fact]
    public void only_the_author_edits() => Given(Received)
        .When(Edit(Reader, "Not my words"))
        .ThenRefused("NOT_THE_AUTHOR", "Only the person who wrote this can do that");

    [Fact]
    public void what_was_refused_is_appealed_and_not_edited() => Given(Received, Refused)
        .When(Edit(Author, "Again"))
        .ThenRefused("CONTRIBUTION_REFUSED", "This was refused. You can appeal once, or write a new post");

    [Fact]
    public void after_the_close_nothing_is_edited_but_what_was_returned()
    {
        var later = new DateTimeOffset(AfterItClosed, new TimeOnly(12, 0), TimeSpan.Zero);

        Given(Received).When(Edit(Author, "Later", later)).ThenRefused("TOPIC_CLOSED");
        Given(Received, new ContributionReturned(ReturnReason.NamedChild, "w", Officer.Id))
            .When(Edit(Author, "Later", later))
            .Then(new ContributionEdited(Seal("Later"), later));
    }

    [Fact]
    public void what_was_withdrawn_is_not_edited() => Given(Received, new ContributionWithdrawn(false))
        .When(Edit(Author, "Again"))
        .ThenRefused("CONTRIBUTION_WITHDRAWN", "You have withdrawn this. You can write a new post");

    [Fact]
    public void the_author_takes_it_back_and_its_view_with_it()
    {
        Given(Received, Released).When(Withdraw(Author)).Then(new ContributionWithdrawn(true), new ViewWithdrawn("Its author withdrew it"));
        Given(Received).When(Withdraw(Author)).Then(new ContributionWithdrawn(false));
        Given(Received, new ContributionWithdrawn(false)).When(Withdraw(Author)).ThenNothing();
        Given(Received).When(Withdraw(Officer)).ThenRefused("NOT_THE_AUTHOR");
    }

    [Fact]
    public void what_is_shown_is_supported_once_by_each()
    {
        Given(Received, Released).When(Support(Reader)).Then(new ContributionSupported(Reader.Id));
        Given(Received, Released, new ContributionSupported(Reader.Id)).When(Support(Reader)).ThenNothing();
    }

    [Fact]
    public void nobody_supports_their_own() =>
        Given(Received, Released).When(Support(Author)).ThenRefused("OWN_CONTRIBUTION", "You cannot support your own post");

    [Fact]
    public void what_is_not_shown_is_not_supported() =>
        Given(Received).When(Support(Reader)).ThenRefused("POST_NOT_SHOWN", "You can support a post while it is shown");

    [Fact]
    public void nor_is_anything_after_the_close() => Given(Received, Released)
        .When(c => SupportContribution.Decide(c, OpenTopic, Reader, AfterItClosed))
        .ThenRefused("TOPIC_CLOSED");

    [Fact]
    public void who_agreed_takes_it_back_once_and_may_agree_again()
    {
        object[] supported = [Received, Released, new ContributionSupported(Reader.Id), new ContributionSupported(Officer.Id)];
        object[] takenBack = [.. supported, new SupportWithdrawn(Reader.Id)];

        Given(supported).When(TakeSupportBack(Reader)).Then(new SupportWithdrawn(Reader.Id));
        Given(takenBack).When(TakeSupportBack(Reader)).ThenNothing();
        Given(takenBack).When(TakeSupportBack(Officer)).Then(new SupportWithdrawn(Officer.Id));
        Given(takenBack).When(Support(Reader)).Then(new ContributionSupported(Reader.Id));
    }

    [Fact]
    public void who_never_agreed_has_nothing_to_take_back() => Given(Received, Released).When(TakeSupportBack(Reader)).ThenNothing();

    [Fact]
    public void agreement_is_taken_back_also_from_what_is_not_shown_for_now() =>
        Given(Received, Released, new ContributionSupported(Reader.Id), Edited).When(TakeSupportBack(Reader)).Then(new SupportWithdrawn(Reader.Id));

    [Fact]
    public void after_the_close_agreement_stays_as_it_was() => Given(Received, Released, new ContributionSupported(Reader.Id))
        .When(c => WithdrawSupport.Decide(c, OpenTopic, Reader, AfterItClosed))
        .ThenRefused("TOPIC_CLOSED");

    [Fact]
    public void what_is_shown_is_reported_once_for_a_reason()
    {
        Given(Received, Released).When(Report(ReportReason.NamesSomebody)).Then(new ContributionReported(ReportReason.NamesSomebody));
        Given(Received, Released, new ContributionReported(ReportReason.NamesSomebody)).When(Report(ReportReason.NamesSomebody)).ThenNothing();
        Given(Received, Released, new ContributionReported(ReportReason.NamesSomebody))
            .When(Report(ReportReason.Abusive))
            .Then(new ContributionReported(ReportReason.Abusive));
    }

    [Fact]
    public void a_reason_that_a_person_has_looked_at_is_good_again_when_the_words_have_changed()
    {
        object[] lookedAt = [Received, Released, new ContributionReported(ReportReason.Abusive), new ContributionReviewed(Officer.Id)];

        Given(lookedAt).When(Report(ReportReason.Abusive)).ThenNothing();
        Given([.. lookedAt, Edited, Released]).When(Report(ReportReason.Abusive)).Then(new ContributionReported(ReportReason.Abusive));
    }

    [Fact]
    public void what_was_reported_waits_for_a_person_who_may_let_it_stay() => Given(Received, Released, new ContributionReported(ReportReason.Other))
        .When(c => ReleaseContribution.Decide(new ReleaseContribution(Id), c, new ModerationCase(CouncilForum, Officer, Now, false)))
        .Then(new ContributionReviewed(Officer.Id));

    [Fact]
    public void what_is_not_shown_is_not_reported() => Given(Received)
        .When(Report(ReportReason.Abusive))
        .ThenRefused("POST_NOT_SHOWN", "This is not shown any more, so there is nothing to report");

    [Theory]
    [InlineData(9, ForumAgeBand.EighteenAndOver, null)]
    [InlineData(10, ForumAgeBand.EighteenAndOver, 10)]
    [InlineData(13, ForumAgeBand.EighteenAndOver, 15)]
    [InlineData(200, ForumAgeBand.Under18, null)]
    public void support_is_shown_from_ten_on_and_never_to_under_18s(int count, ForumAgeBand ageBand, int? shown) =>
        SupportCounts.Shown(count, ageBand).ShouldBe(shown);

    private static Func<Contribution, Engagement.Common.Decision> Edit(Acting by, string text, DateTimeOffset? at = null) =>
        c => EditContribution.Decide(new EditContribution(Id, text), c, OpenTopic, by, Seal, at ?? Now);

    private static Func<Contribution, Engagement.Common.Decision> Withdraw(Acting by) => c => WithdrawContribution.Decide(c, by);

    private static Func<Contribution, Engagement.Common.Decision> Report(ReportReason reason) =>
        c => ReportContribution.Decide(new ReportContribution(Id, reason), c, isWithSafeguardingLead: false);

    private static Func<Contribution, Engagement.Common.Decision> TakeSupportBack(Acting by) =>
        c => WithdrawSupport.Decide(c, OpenTopic, by, ForumStory.Today);

    private static Func<Contribution, Engagement.Common.Decision> Support(Acting by) =>
        c => SupportContribution.Decide(c, OpenTopic, by, ForumStory.Today);
}
