using Engagement.Consultations;
using Engagement.Tests.Specs;
using static Engagement.Tests.Consultations.ConsultationStory;

namespace Engagement.Tests.Consultations;

public sealed class WhenOpeningAConsultation : Spec<Consultation>
{
    private static readonly OpenConsultation SevenWeeks = new(Id, Today, Today.AddDays(48), null);

    [Fact]
    public void with_all_that_people_need_it_opens() =>
        Given(Drafted, ProposalMade, EqualityAnalysis, EasyRead)
            .When(Open(SevenWeeks))
            .Then(new ConsultationOpened(Today, Today.AddDays(48), null));

    [Fact]
    public void without_a_proposal_it_stays_shut() =>
        Given(Drafted, EqualityAnalysis, EasyRead)
            .When(Open(SevenWeeks))
            .ThenRefused("PROPOSAL_MISSING", "Add the proposal before you open this consultation");

    [Fact]
    public void without_reasons_it_stays_shut() =>
        Given(Drafted, ProposalMade with { Reasons = "" }, EqualityAnalysis, EasyRead)
            .When(Open(SevenWeeks))
            .ThenRefused("REASONS_MISSING", "Add the reasons for the proposal before you open this consultation");

    [Fact]
    public void without_an_equality_analysis_it_stays_shut() =>
        Given(Drafted, ProposalMade, EasyRead)
            .When(Open(SevenWeeks))
            .ThenRefused("EQUALITY_ANALYSIS_MISSING", "Link the equality analysis before you open this consultation");

    [Fact]
    public void without_a_decision_maker_it_stays_shut() =>
        Given(Drafted with { DecisionMaker = "" }, ProposalMade, EqualityAnalysis, EasyRead)
            .When(Open(SevenWeeks))
            .ThenRefused("DECISION_MAKER_MISSING", "Add the decision-maker before you open this consultation");

    [Fact]
    public void for_children_it_needs_easy_read() =>
        Given(Drafted, ProposalMade, EqualityAnalysis, new RenditionAdded(RenditionKind.Paper, "en", "Officer", null))
            .When(Open(SevenWeeks))
            .ThenRefused("EASY_READ_MISSING", "Add an Easy Read version");

    [Fact]
    public void for_adults_only_any_other_format_than_the_standard_one_will_do() =>
        Given(
            Drafted with { AudienceIncludesChildren = false },
            ProposalMade,
            EqualityAnalysis,
            new RenditionAdded(RenditionKind.Paper, "en", "Officer", null))
            .When(Open(SevenWeeks))
            .Then(new ConsultationOpened(Today, Today.AddDays(48), null));

    [Fact]
    public void the_standard_version_is_not_an_alternative_to_itself() =>
        Given(
            Drafted with { AudienceIncludesChildren = false },
            ProposalMade,
            EqualityAnalysis,
            new RenditionAdded(RenditionKind.Standard, "en", "Officer", null))
            .When(Open(SevenWeeks))
            .ThenRefused("ALTERNATIVE_FORMAT_MISSING");

    [Fact]
    public void after_the_decision_was_made_it_stays_shut() =>
        Given(Drafted, ProposalMade, EqualityAnalysis, EasyRead)
            .When(c => OpenConsultation.Decide(SevenWeeks, c, decisionAlreadyMade: true, Today))
            .ThenRefused("DECISION_ALREADY_MADE", "You cannot consult after the decision has been made");

    [Theory]
    [InlineData(13)]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(-5)]
    public void fewer_than_14_days_are_too_few(int days) =>
        Given(Drafted, ProposalMade, EqualityAnalysis, EasyRead)
            .When(Open(new OpenConsultation(Id, Today, Today.AddDays(days - 1), "It is urgent")))
            .ThenRefused("OPEN_TOO_SHORT", "Keep the consultation open for at least 14 days", "closesOn");

    [Fact]
    public void fourteen_days_with_the_first_and_the_last_are_enough_when_explained() =>
        Given(Drafted, ProposalMade, EqualityAnalysis, EasyRead)
            .When(Open(new OpenConsultation(Id, Today, Today.AddDays(13), "The grant must be claimed by December")))
            .Then(new ConsultationOpened(Today, Today.AddDays(13), "The grant must be claimed by December"));

    [Fact]
    public void less_than_six_weeks_must_be_explained() =>
        Given(Drafted, ProposalMade, EqualityAnalysis, EasyRead)
            .When(Open(new OpenConsultation(Id, Today, Today.AddDays(40), "  ")))
            .ThenRefused(
                "SHORT_CONSULTATION_UNEXPLAINED", "Explain why the consultation is shorter than 6 weeks", "shorterThanSixWeeksBecause");

    [Fact]
    public void six_weeks_need_no_explanation_and_keep_none() =>
        Given(Drafted, ProposalMade, EqualityAnalysis, EasyRead)
            .When(Open(new OpenConsultation(Id, Today, Today.AddDays(41), "Just because")))
            .Then(new ConsultationOpened(Today, Today.AddDays(41), null));

    [Fact]
    public void it_cannot_open_yesterday() =>
        Given(Drafted, ProposalMade, EqualityAnalysis, EasyRead)
            .When(Open(SevenWeeks with { OpensOn = Today.AddDays(-1) }))
            .ThenRefused("OPENS_IN_THE_PAST", "Choose an opening date that is today or later", "opensOn");

    [Fact]
    public void a_closing_date_years_from_now_is_a_slip() =>
        Given(Drafted, ProposalMade, EqualityAnalysis, EasyRead)
            .When(Open(SevenWeeks with { ClosesOn = DateOnly.MaxValue }))
            .ThenRefused("DATE_TOO_FAR", "Enter a closing date within the next 5 years", "closesOn");

    [Fact]
    public void it_opens_once() =>
        Given(Drafted, ProposalMade, EqualityAnalysis, EasyRead, Opened)
            .When(Open(SevenWeeks))
            .ThenRefused("ALREADY_OPEN", "This consultation has already been opened");

    private static Func<Consultation, Engagement.Common.Decision> Open(OpenConsultation command) =>
        consultation => OpenConsultation.Decide(command, consultation, decisionAlreadyMade: false, Today);
}
