using Engagement.Common;
using Engagement.Consultations;
using Engagement.Tests.Specs;
using static Engagement.Tests.Consultations.ConsultationStory;

namespace Engagement.Tests.Consultations;

public sealed class WhenPreparingAConsultation : Spec<Consultation>
{
    private static readonly DraftConsultation Draft = new("SEND Strategy", "Officer", "", new DateOnly(2025, 1, 16), true);

    private static readonly ChangeConsultationDraft Changed = new(Id, "SEND Strategy for all", "Officer", "Cabinet", new DateOnly(2025, 2, 20), false);

    [Fact]
    public void a_draft_may_still_lack_its_decision_maker() =>
        new Outcome(DraftConsultation.Decide(Draft, Id))
            .Then(new ConsultationDrafted("SEND Strategy", Slug.For("SEND Strategy", Id), "Officer", "", new DateOnly(2025, 1, 16), true));

    [Theory]
    [InlineData("")]
    [InlineData(" \t\n")]
    [InlineData("\0")]
    public void a_draft_has_a_title(string title) =>
        new Outcome(DraftConsultation.Decide(Draft with { Title = title }, Id))
            .ThenRefused("TITLE_MISSING", "Enter a title for this consultation", "title");

    [Fact]
    public void a_title_is_not_a_text() =>
        new Outcome(DraftConsultation.Decide(Draft with { Title = new string('a', 301) }, Id))
            .ThenRefused("TEXT_TOO_LONG", "Use 300 characters or fewer", "title");

    [Fact]
    public void a_draft_has_an_owner() =>
        new Outcome(DraftConsultation.Decide(Draft with { OwnerRole = "" }, Id)).ThenRefused("OWNER_MISSING");

    [Fact]
    public void a_draft_may_be_written_anew_until_the_consultation_opens() =>
        Given(Drafted)
            .When(Change(Changed with { Title = " SEND Strategy\nfor all " }))
            .Then(new ConsultationDraftChanged("SEND Strategy for all", "Officer", "Cabinet", new DateOnly(2025, 2, 20), false));

    [Fact]
    public void so_a_decision_maker_who_was_missing_is_added() =>
        Given(Drafted with { DecisionMaker = "" }, ProposalMade, EqualityAnalysis, EasyRead, new ConsultationDraftChanged("SEND Strategy", "Officer", "Cabinet", new DateOnly(2025, 2, 20), true))
            .When(c => OpenConsultation.Decide(new OpenConsultation(Id, Today, Today.AddDays(48), null), c, false, Today))
            .Then(new ConsultationOpened(Today, Today.AddDays(48), null));

    [Fact]
    public void a_changed_draft_obeys_what_a_new_one_does()
    {
        Given(Drafted).When(Change(Changed with { Title = " " })).ThenRefused("TITLE_MISSING", "Enter a title for this consultation", "title");
        Given(Drafted).When(Change(Changed with { OwnerRole = "" })).ThenRefused("OWNER_MISSING", "Enter the role that owns this consultation", "ownerRole");
        Given(Drafted).When(Change(Changed with { DecisionMaker = new string('a', 301) })).ThenRefused("TEXT_TOO_LONG", "Use 300 characters or fewer", "decisionMaker");
    }

    [Fact]
    public void writing_a_draft_as_it_was_changes_nothing() =>
        Given(Drafted)
            .When(Change(new ChangeConsultationDraft(Id, Drafted.Title, Drafted.OwnerRole, Drafted.DecisionMaker, Drafted.DecisionExpectedOn, Drafted.AudienceIncludesChildren)))
            .ThenNothing();

    [Fact]
    public void what_has_been_opened_keeps_its_title() =>
        Given(Drafted, Opened)
            .When(Change(Changed))
            .ThenRefused(
                "ALREADY_OPEN",
                "This consultation has been opened, and people answer it under this title. If it is wrong, withdraw it with the reason and draft a new one");

    [Fact]
    public void what_was_withdrawn_is_not_changed() =>
        Given(Drafted, new ConsultationWithdrawn(Today, "The grant ended")).When(Change(Changed)).ThenRefused("WITHDRAWN");

    [Fact]
    public void a_proposal_may_be_improved_until_the_consultation_opens() =>
        Given(Drafted, ProposalMade)
            .When(c => PublishProposal.Decide(new PublishProposal(Id, "Better", "Clearer", null), c))
            .Then(new ProposalPublished("Better", "Clearer", null));

    [Fact]
    public void what_people_are_answering_does_not_change_under_them() =>
        Given(Drafted, ProposalMade, Opened)
            .When(c => PublishProposal.Decide(new PublishProposal(Id, "Other", "Reasons", null), c))
            .ThenRefused("ALREADY_OPEN");

    [Fact]
    public void an_empty_proposal_is_none() =>
        Given(Drafted)
            .When(c => PublishProposal.Decide(new PublishProposal(Id, "", "Reasons", null), c))
            .ThenRefused("PROPOSAL_MISSING", "Enter the proposal", "text");

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("/equality")]
    [InlineData("")]
    public void an_equality_analysis_is_a_web_address(string url) =>
        new Outcome(LinkEqualityAnalysis.Decide(new LinkEqualityAnalysis(Id, url)))
            .ThenRefused("URL_INVALID", "Enter a web address that starts with https://", "url");

    [Fact]
    public void a_rendition_says_who_approved_it() =>
        Given(Drafted)
            .When(c => AddRendition.Decide(new AddRendition(Id, RenditionKind.EasyRead, "en", "", null), c))
            .ThenRefused("APPROVAL_MISSING");

    [Fact]
    public void a_rendition_says_its_language() =>
        Given(Drafted)
            .When(c => AddRendition.Decide(new AddRendition(Id, RenditionKind.Translation, "Panjabi!", "Officer", null), c))
            .ThenRefused("LANGUAGE_INVALID");

    [Fact]
    public void a_translation_can_be_added_while_it_is_open() =>
        Given(Drafted, EasyRead, Opened)
            .When(c => AddRendition.Decide(new AddRendition(Id, RenditionKind.Translation, "pa", "Officer", "https://council.example.test/pa"), c))
            .Then(new RenditionAdded(RenditionKind.Translation, "pa", "Officer", "https://council.example.test/pa"));

    [Theory]
    [InlineData(RenditionKind.EasyRead)]
    [InlineData(RenditionKind.Translation)]
    public void a_version_is_more_than_the_name_of_who_checked_it(RenditionKind kind) =>
        Given(Drafted)
            .When(c => AddRendition.Decide(new AddRendition(Id, kind, "pa", "Officer", " "), c))
            .ThenRefused("RENDITION_MISSING", "Enter the address at which this version can be read. It counts once people can read it", "url");

    [Fact]
    public void paper_is_made_from_the_survey() =>
        Given(Drafted)
            .When(c => AddRendition.Decide(new AddRendition(Id, RenditionKind.Paper, "en", "Officer", null), c))
            .Then(new RenditionAdded(RenditionKind.Paper, "en", "Officer", null));

    [Fact]
    public void the_same_rendition_is_added_once() =>
        Given(Drafted, EasyRead)
            .When(c => AddRendition.Decide(new AddRendition(Id, RenditionKind.EasyRead, "en", "Officer", "https://council.example.test/easy"), c))
            .ThenRefused("RENDITION_ALREADY_ADDED");

    [Fact]
    public void what_was_considered_and_not_proposed_is_kept_with_its_reason() =>
        Given(Drafted)
            .When(c => RecordOptionRejected.Decide(new RecordOptionRejected(Id, "A strategy for one year", "Schools plan for three"), c))
            .Then(new OptionRejectedRecorded("A strategy for one year", "Schools plan for three"));

    [Fact]
    public void a_rejected_option_without_a_reason_is_not() =>
        Given(Drafted)
            .When(c => RecordOptionRejected.Decide(new RecordOptionRejected(Id, "A strategy for one year", ""), c))
            .ThenRefused("REASON_REQUIRED", "Enter the reason why this option is not pursued", "reason");

    [Fact]
    public void once_open_what_was_proposed_stays() =>
        Given(Drafted, Opened).When(c => RecordOptionRejected.Decide(new RecordOptionRejected(Id, "Another", "Late"), c)).ThenRefused("ALREADY_OPEN");

    [Fact]
    public void it_says_who_is_asked() =>
        Given(Drafted)
            .When(c => ChooseAudiences.Decide(new ChooseAudiences(Id, [Audience.YoungPeople, Audience.ParentsAndCarers, Audience.YoungPeople]), c))
            .Then(new AudiencesChosen([Audience.ParentsAndCarers, Audience.YoungPeople]));

    [Fact]
    public void somebody_is_asked() =>
        Given(Drafted).When(c => ChooseAudiences.Decide(new ChooseAudiences(Id, []), c)).ThenRefused("AUDIENCES_MISSING", "Choose who is asked", "audiences");

    [Fact]
    public void it_says_what_it_is_about_and_where() =>
        Given(Drafted)
            .When(About([SubjectArea.Travel, SubjectArea.EarlyYears, SubjectArea.Travel], ["E07000114", "E07000105"]))
            .Then(new SubjectChosen([SubjectArea.EarlyYears, SubjectArea.Travel], ["E07000105", "E07000114"]));

    [Fact]
    public void what_it_is_about_is_taken_back_by_naming_nothing() =>
        Given(Drafted, new SubjectChosen([SubjectArea.Travel], [])).When(About([], [])).Then(new SubjectChosen([], []));

    [Fact]
    public void naming_the_same_again_or_nothing_at_first_changes_nothing()
    {
        Given(Drafted).When(About([], [])).ThenNothing();
        Given(Drafted, new SubjectChosen([SubjectArea.Travel], ["E07000114"])).When(About([SubjectArea.Travel], ["E07000114"])).ThenNothing();
    }

    [Fact]
    public void it_is_about_districts_of_the_county() =>
        Given(Drafted).When(About([], ["E06000035"])).ThenRefused("DISTRICT_UNKNOWN", "Choose districts of the county", "districts");

    [Fact]
    public void once_people_were_told_of_it_what_it_is_about_stays() =>
        Given(Drafted, ProposalMade, EqualityAnalysis, new ConsultationOpened(Today, Today.AddDays(48), null))
            .When(About([SubjectArea.Travel], []))
            .ThenRefused("ALREADY_OPEN", "This consultation is open. People were told of it by what it is about, so that can no longer be changed");

    [Fact]
    public void where_young_people_are_asked_there_is_an_easy_read_version() =>
        Given(
            Drafted with { AudienceIncludesChildren = false },
            new AudiencesChosen([Audience.YoungPeople]),
            ProposalMade,
            EqualityAnalysis,
            new RenditionAdded(RenditionKind.Paper, "en", "Officer", null))
            .When(c => OpenConsultation.Decide(new OpenConsultation(Id, Today, Today.AddDays(48), null), c, false, Today))
            .ThenRefused("EASY_READ_MISSING", "Add an Easy Read version");

    private static Func<Consultation, Decision> About(SubjectArea[] about, string[] districts) =>
        consultation => SayWhatItIsAbout.Decide(new SayWhatItIsAbout(Id, about, districts), consultation);

    private static Func<Consultation, Decision> Change(ChangeConsultationDraft command) => consultation => ChangeConsultationDraft.Decide(command, consultation);
}
