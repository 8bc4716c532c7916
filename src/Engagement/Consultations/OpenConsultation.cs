using Engagement.Common;

namespace Engagement.Consultations;

/// <summary>The Gunning principles, as far as opening can check them: formative stage, enough information, enough time.</summary>
/// <param name="ConsultationId">The consultation.</param>
/// <param name="OpensOn">The first day, in London.</param>
/// <param name="ClosesOn">The last day, to its midnight in London.</param>
/// <param name="ShorterThanSixWeeksBecause">Why it is shorter than six weeks, if it is.</param>
public sealed record OpenConsultation(Guid ConsultationId, DateOnly OpensOn, DateOnly ClosesOn, string? ShorterThanSixWeeksBecause)
{
    public static Decision Decide(OpenConsultation command, Consultation consultation, bool decisionAlreadyMade, DateOnly today)
    {
        if (ConsultationRules.Withdrawn(consultation) is { } withdrawn)
            return Decision.Refuse(withdrawn);

        if (consultation.IsOpened)
            return Decision.Refuse("ALREADY_OPEN", "This consultation has already been opened");

        if (decisionAlreadyMade)
            return Decision.Refuse("DECISION_ALREADY_MADE", "You cannot consult after the decision has been made");

        if (MissingInformation(consultation) is { } missing)
            return Decision.Refuse(missing);

        if (command.OpensOn < today)
            return Decision.Refuse("OPENS_IN_THE_PAST", "Choose an opening date that is today or later", "opensOn");

        if (ConsultationDates.TooFar(command.ClosesOn, today) is { } tooFar)
            return Decision.Refuse(tooFar);

        var days = ConsultationDates.Days(command.OpensOn, command.ClosesOn);
        if (days < ConsultationDates.LeastDays)
            return Decision.Refuse("OPEN_TOO_SHORT", "Keep the consultation open for at least 14 days", "closesOn");

        var because = CleanText.OrNull(command.ShorterThanSixWeeksBecause);
        if (days < ConsultationDates.SixWeeks && because is null)
        {
            return Decision.Refuse(
                "SHORT_CONSULTATION_UNEXPLAINED", "Explain why the consultation is shorter than 6 weeks", "shorterThanSixWeeksBecause");
        }

        if (CleanText.TooLong(because, CleanText.ParagraphLimit, "shorterThanSixWeeksBecause") is { } tooLong)
            return Decision.Refuse(tooLong);

        return Decision.To(new ConsultationOpened(command.OpensOn, command.ClosesOn, days < ConsultationDates.SixWeeks ? because : null));
    }

    private static Refusal? MissingInformation(Consultation consultation)
    {
        if (consultation.Proposal is not { } proposal)
            return new Refusal("PROPOSAL_MISSING", "Add the proposal before you open this consultation");

        if (proposal.Reasons.Length == 0)
            return new Refusal("REASONS_MISSING", "Add the reasons for the proposal before you open this consultation");

        if (!consultation.HasEqualityAnalysis)
            return new Refusal("EQUALITY_ANALYSIS_MISSING", "Link the equality analysis before you open this consultation");

        if (consultation.DecisionMaker.Length == 0)
            return new Refusal("DECISION_MAKER_MISSING", "Add the decision-maker before you open this consultation");

        if (AsksChildren(consultation) && !consultation.Renditions.Any(r => r.Kind == RenditionKind.EasyRead && CanBeRead(r)))
            return new Refusal("EASY_READ_MISSING", "Add an Easy Read version");

        if (!consultation.Renditions.Any(r => r.Kind != RenditionKind.Standard && CanBeRead(r)))
        {
            return new Refusal(
                "ALTERNATIVE_FORMAT_MISSING",
                "Add an alternative format, such as Easy Read, paper or a translation, before you open this consultation");
        }

        return null;
    }

    // Some were recorded without the version itself. Paper is made from the survey.
    private static bool CanBeRead(RenditionAdded rendition) => rendition.Url is not null || rendition.Kind == RenditionKind.Paper;

    private static bool AsksChildren(Consultation consultation) =>
        consultation.AudienceIncludesChildren || consultation.Audiences?.Audiences.Contains(Audience.YoungPeople) == true;
}
