using Engagement.Common;
using Engagement.Consultations;
using Engagement.Feedback;
using Engagement.Tests.Specs;
using static Engagement.Tests.Feedback.LoopStory;

namespace Engagement.Tests.Feedback;

public sealed class WhenPublishingAnEntry : Spec<Loop>
{
    private static readonly EntryRendition EasyRead = new(RenditionKind.EasyRead, "en", "You said.", "We answer.");

    [Fact]
    public void a_promise_is_published_as_we_will() =>
        Given(Opened, WeWill, Promise, Drafted, Approved).When(Publish()).Then(Published(EntryState.WeWill));

    [Fact]
    public void a_deed_is_published_as_we_did() =>
        Given(Opened, WeWill, Promise, Deed, Drafted, Approved).When(Publish()).Then(Published(EntryState.WeDid));

    [Fact]
    public void while_one_promise_is_open_it_is_still_we_will() =>
        Given(Opened, WeWill, Promise, Promise with { Number = 2 }, Deed, Drafted, Approved).When(Publish()).Then(Published(EntryState.WeWill));

    [Fact]
    public void a_no_is_published_as_we_cannot() =>
        Given(Opened, WeCannot, Drafted, Approved).When(Publish()).Then(Published(EntryState.WeCannot));

    [Fact]
    public void it_is_published_with_all_that_was_approved() =>
        Given(Opened, WeCannot, Drafted with { Words = Words with { Renditions = [EasyRead], Districts = ["E07000114"] } }, Approved)
            .When(Publish())
            .Then(Published(EntryState.WeCannot) with { Words = Words with { Renditions = [EasyRead], Districts = ["E07000114"] } });

    [Fact]
    public void nothing_is_published_before_the_decision() => Given(Opened).When(Publish()).ThenRefused("DECISION_MISSING", "Record the decision first");

    [Fact]
    public void we_will_is_published_with_a_promise() =>
        Given(Opened, WeWill).When(Publish()).ThenRefused("COMMITMENT_MISSING", "Add what you will do, who will do it and by when");

    [Fact]
    public void words_that_no_family_reader_has_approved_are_not_published() =>
        Given(Opened, WeCannot, Drafted)
            .When(Publish())
            .ThenRefused("ENTRY_NOT_APPROVED", "Ask a Kent PACT or youth reader to approve these words before you publish them", "approvedBy");

    [Fact]
    public void a_reader_without_an_account_has_approved_them_elsewhere() =>
        Given(Opened, WeCannot)
            .When(l => PublishEntry.Decide(new PublishEntry(Id, "You said", "We answer", FamilyReader.YoungPeople), l, Point, Officer))
            .Then(Drafted, new EntryApproved(FamilyReader.YoungPeople, null), Published(EntryState.WeCannot));

    [Fact]
    public void or_has_approved_the_draft() =>
        Given(Opened, WeCannot, Drafted with { Words = Words with { Districts = ["E07000114"] } })
            .When(l => PublishEntry.Decide(new PublishEntry(Id, "You said", "We answer", FamilyReader.YoungPeople), l, Point))
            .Then(
                new EntryApproved(FamilyReader.YoungPeople, null),
                Published(EntryState.WeCannot) with { Words = Words with { Districts = ["E07000114"] } });

    [Fact]
    public void nor_others_than_they_have_approved() =>
        Given(Opened, WeCannot, Drafted, Approved)
            .When(l => PublishEntry.Decide(new PublishEntry(Id, "You said", "We answer otherwise"), l, Point))
            .ThenRefused("ENTRY_NOT_APPROVED");

    [Fact]
    public void new_words_need_a_new_approval() => Given(Opened, WeCannot, Drafted, Approved, Drafted).When(Publish()).ThenRefused("ENTRY_NOT_APPROVED");

    [Fact]
    public void a_reader_approves() =>
        Given(Opened, WeCannot, Drafted)
            .When(l => ApproveEntry.Decide(new ApproveEntry(Id, FamilyReader.ParentForum), l, Parent))
            .Then(Approved);

    [Fact]
    public void nobody_approves_their_own_words() =>
        Given(Opened, WeCannot, Drafted)
            .When(l => ApproveEntry.Decide(new ApproveEntry(Id, FamilyReader.ParentForum), l, Officer))
            .ThenRefused("ENTRY_APPROVED_BY_AUTHOR", "You wrote these words. Ask a Kent PACT or youth reader to approve them");

    [Fact]
    public void approved_twice_is_approved_once() =>
        Given(Opened, WeCannot, Drafted, Approved).When(l => ApproveEntry.Decide(new ApproveEntry(Id, FamilyReader.YoungPeople), l, Parent)).ThenNothing();

    [Fact]
    public void without_words_there_is_nothing_to_approve() =>
        Given(Opened, WeCannot)
            .When(l => ApproveEntry.Decide(new ApproveEntry(Id, FamilyReader.YoungPeople), l, Parent))
            .ThenRefused("ENTRY_NOT_DRAFTED", "There are no new words to approve");

    [Theory]
    [InlineData("", "We answer", "youSaid", "Enter what people said, in plain words")]
    [InlineData("You said", "", "weDid", "Enter what you did or will do, in plain words")]
    public void both_sides_are_told(string youSaid, string weDid, string field, string message) =>
        Given(Opened, WeCannot).When(l => DraftEntry.Decide(new DraftEntry(Id, youSaid, weDid), l, Officer)).ThenRefused("ENTRY_TEXT_MISSING", message, field);

    [Fact]
    public void a_version_comes_once_in_a_language() =>
        Given(Opened, WeCannot)
            .When(l => DraftEntry.Decide(new DraftEntry(Id, "You said", "We answer", [EasyRead, EasyRead]), l, Officer))
            .ThenRefused("RENDITION_ALREADY_ADDED", "Add each version once in each language", "renditions");

    [Theory]
    [InlineData("Punjabi!", "You said.", "LANGUAGE_INVALID")]
    [InlineData("pa\n", "You said.", "LANGUAGE_INVALID")]
    [InlineData("pa", " ", "ENTRY_TEXT_MISSING")]
    public void a_version_is_whole(string language, string youSaid, string code) =>
        Given(Opened, WeCannot)
            .When(l => DraftEntry.Decide(
                new DraftEntry(Id, "You said", "We answer", [new EntryRendition(RenditionKind.Translation, language, youSaid, "We answer.")]), l, Officer))
            .ThenRefused(code);

    [Fact]
    public void a_district_is_one_of_the_county() =>
        Given(Opened, WeCannot)
            .When(l => DraftEntry.Decide(new DraftEntry(Id, "You said", "We answer", Districts: ["Atlantis"]), l, Officer))
            .ThenRefused("DISTRICT_UNKNOWN", "Choose districts from the list", "districts");

    [Fact]
    public void whom_it_concerns_is_kept_once_and_in_order() =>
        Given(Opened, WeCannot)
            .When(l => DraftEntry.Decide(
                new DraftEntry(
                    Id,
                    " You said ",
                    "We answer",
                    [EasyRead],
                    [Audience.YoungPeople, Audience.ParentsAndCarers, Audience.YoungPeople],
                    ["E07000114", "E07000107", "E07000114"]),
                l,
                Officer))
            .Then(new EntryDrafted(
                new EntryWords("You said", "We answer", [EasyRead], [Audience.ParentsAndCarers, Audience.YoungPeople], ["E07000107", "E07000114"]),
                Officer));

    [Fact]
    public void a_kept_promise_is_published_again_at_the_same_address() =>
        Given(Opened, WeWill, Promise, Published(EntryState.WeWill) with { Slug = "kept-address" }, Deed, Drafted, Approved)
            .When(Publish())
            .Then(Published(EntryState.WeDid) with { Slug = "kept-address" });

    [Fact]
    public void nothing_new_is_not_published_again() =>
        Given(Opened, WeWill, Promise, Published(EntryState.WeWill), Drafted, Approved)
            .When(Publish())
            .ThenRefused("ENTRY_ALREADY_PUBLISHED", "This entry is already published, and nothing has changed since");

    [Fact]
    public void published_words_are_corrected_with_approved_ones() =>
        Given(Opened, WeCannot, Published(EntryState.WeCannot), Drafted, Approved)
            .When(l => CorrectEntry.Decide(new CorrectEntry(Id, "A name was spelled wrongly"), l))
            .Then(new EntryCorrected(Address, Words, "A name was spelled wrongly"));

    [Fact]
    public void a_correction_needs_approval_too() =>
        Given(Opened, WeCannot, Published(EntryState.WeCannot), Drafted)
            .When(l => CorrectEntry.Decide(new CorrectEntry(Id, "Spelling"), l))
            .ThenRefused("ENTRY_NOT_APPROVED");

    [Fact]
    public void a_correction_says_what_was_wrong() =>
        Given(Opened, WeCannot, Published(EntryState.WeCannot), Drafted, Approved)
            .When(l => CorrectEntry.Decide(new CorrectEntry(Id, ""), l))
            .ThenRefused("REASON_REQUIRED", "Enter what was wrong", "reason");

    [Fact]
    public void a_deed_is_no_correction() =>
        Given(Opened, WeWill, Promise, Published(EntryState.WeWill), Deed, Drafted, Approved)
            .When(l => CorrectEntry.Decide(new CorrectEntry(Id, "It is done"), l))
            .ThenRefused("ENTRY_OUT_OF_DATE", "More has happened since this entry was published. Publish it again instead");

    private static Func<Loop, Decision> Publish() => loop => PublishEntry.Decide(new PublishEntry(Id, "You said", "We answer"), loop, Point);
}
