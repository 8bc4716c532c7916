using Engagement.Common;
using Engagement.Consultations;
using static Engagement.History.Sentences;

namespace Engagement.History;

internal static class ConsultationSentences
{
    private const string Opens = "Opens on";
    private const string Closes = "Closes on";

    public static void AddTo(Sentences sentences) => sentences
        .Tell<ConsultationDrafted>(e => new Told($"The consultation was drafted, to be decided by {e.DecisionMaker}").Setting("Decision expected on", e.DecisionExpectedOn))
        .Tell<ConsultationDraftChanged>(e => new Told($"The draft was changed: {e.Title}, run by {e.OwnerRole}, to be decided by {e.DecisionMaker}").Setting("Decision expected on", e.DecisionExpectedOn))
        .Tell<AudiencesChosen>(e => new Told($"Who is asked was chosen: {string.Join(", ", e.Audiences.Select(audience => Words(audience)))}"))
        .Tell<SubjectChosen>(e => new Told($"What it is about was chosen: {About(e)}"))
        .Tell<ProposalPublished>("The proposal and its reasons were published")
        .Tell<OptionRejectedRecorded>(e => new Told($"An option was recorded that is not put to people: {e.Option}", e.Reason))
        .Tell<EqualityAnalysisLinked>("The equality analysis was linked")
        .Tell<RenditionAdded>(e => new Told($"Another way to read it was added: {Words(e.Kind)} ({e.Language}), approved by {e.ApprovedByRole}"))
        .Tell<ConsultationOpened>(e => new Told("It was opened for answers", e.ShorterThanSixWeeksBecause).Setting(Opens, e.OpensOn).Setting(Closes, e.ClosesOn))
        .Tell<ClosingDateExtended>(e => new Told("More time was given to answer", e.Reason).Setting(Closes, e.ClosesOn))
        .Tell<ClosingDateCorrected>(e => new Told($"The closing date was put right by what people had been told: {e.Source}", e.Reason).Setting(Closes, e.ClosesOn))
        .Tell<ConsultationPaused>(e => new Told("It was paused: no answers were taken", e.Reason).Setting("Paused on", e.PausedOn))
        .Tell<ConsultationResumed>(e => new Told("It took answers again").Setting("Resumed on", e.ResumedOn).Setting(Closes, e.ClosesOn))
        .Tell<ConsultationClosed>(e => new Told("Its last day was over, and it closed by itself").Setting("Closed on", e.ClosedOn))
        .Tell<LateSubmissionAccepted>(e => new Told($"Late answers were allowed. For whom: {e.ForWhom}", e.Reason).Setting("Late answers until", e.Until))
        .Tell<ReportPublished>(e => new Told(e.Version == 1 ? "The report was published" : $"Version {e.Version} of the report was published beside the earlier ones"))
        .Tell<ConsultationWithdrawn>(e => new Told("It was withdrawn", e.Reason).Setting("Withdrawn on", e.WithdrawnOn));

    private static string About(SubjectChosen chosen) =>
        $"{(chosen.About.Count == 0 ? "nothing is named" : string.Join(", ", chosen.About.Select(area => area.Name())))}, {(chosen.Districts.Count == 0 ? "in the whole county" : $"in {string.Join(", ", chosen.Districts.Select(code => District.Find(code)?.Name ?? code))}")}";
}
