using Engagement.Paper;
using Engagement.Surveys;
using static Engagement.History.Sentences;

namespace Engagement.History;

internal static class SurveySentences
{
    private const string Opens = "Opens on";
    private const string Closes = "Closes on";

    public static void AddTo(Sentences sentences)
    {
        sentences
            .Tell<InstrumentDrafted>(e => new Told($"The set of questions was begun: {e.Title}"))
            .Tell<StatementAdded>(e => new Told($"A statement was added: {e.Question.Text}"))
            .Tell<QuestionAdded>(e => new Told($"A question was added: {e.Question.Text}"))
            .Tell<QuestionChanged>(e => new Told($"A question was changed, and is now: {e.Question.Text}"))
            .Tell<QuestionRemoved>(e => new Told($"A question was taken out of the draft: {e.Key}"))
            .Tell<QuestionMoved>(e => new Told($"A question was moved to place {e.Place} of its section: {e.Key}"))
            .Tell<SectionAdded>(e => new Told($"A section was added: {e.Section.Title}"))
            .Tell<SectionChanged>(e => new Told($"A section was changed, and is now: {e.Section.Title}"))
            .Tell<SectionRemoved>(e => new Told($"A section was taken out of the draft: {e.Key}"))
            .Tell<SectionMoved>(e => new Told($"A section was moved to place {e.Place}, with its questions: {e.Key}"))
            .Tell<NewVersionDrafted>(e => new Told($"A draft of version {e.InstrumentVersion} was begun"))
            .Tell<DraftDiscarded>(e => new Told($"The draft of version {e.InstrumentVersion} was given up"))
            .Tell<ContinuityDeclared>(e => new Told($"What the change of a question means for its figures was said: {e.Key}, {Words(e.Continuity)}"))
            .Tell<InstrumentVersionPublished>(e => new Told($"Version {e.InstrumentVersion} was published, and is final"))
            .Tell<RenditionWritten>(e => new Told($"{Count(e.Items.Count, "text was", "texts were")} written in {Name(e.Rendition)} for version {e.InstrumentVersion}"))
            .Tell<RenditionEquivalenceApproved>(
                e => new Told($"{e.ApprovedByRole} found that version {e.InstrumentVersion} asks the same in {Name(e.Rendition)}: people may be asked in it"))
            .Tell<ScaleMappingRecorded>(
                e => new Told($"Answers on the scale {e.Mapping.FromScale} may be counted on {e.Mapping.ToScale}, approved by {e.ApprovedByRole}", e.Reason));
        sentences
            .Tell<WaveScheduled>(e => new Told($"The survey was planned: {e.Title}, {Words(e.Frequency)}").Setting(Opens, e.OpensOn).Setting(Closes, e.ClosesOn))
            .Tell<InvitationListFixed>(
                e => new Told($"Who is invited was fixed: {Count(e.List.Invited, "invitation", "invitations")}, {e.List.Undeliverable} of them not delivered"))
            .Tell<WaveOpened>(e => new Told($"It was opened with version {e.InstrumentVersion} of the questions").Setting(Opens, e.OpensOn).Setting(Closes, e.ClosesOn))
            .Tell<WaveVersionChanged>(e => new Told($"From then on it asked version {e.InstrumentVersion} of the questions"))
            .Tell<WaveExtended>(e => new Told("More time was given to answer", e.Reason).Setting(Closes, e.ClosesOn))
            .Tell<WaveClosed>(e => new Told("It was closed").Setting("Closed on", e.ClosedOn))
            .Tell<WaveReopened>(e => new Told("It was opened again", e.Reason).Setting(Closes, e.ClosesOn));
        sentences
            .Tell<ResponseSubmitted>(e => new Told($"A response came in ({Words(e.Channel)})", e.LateBecause))
            .Tell<AboutYouGiven>("The person said something of themselves, or took it back")
            .Tell<ResponseAmended>("The person changed their answers")
            .Tell<ResponseWithdrawn>(e => new Told(e.StaysInTotals ? "The person took their answers back; the published totals stay" : "The person took their answers back"))
            .Tell<ResponseVoided>(e => new Told($"The response was taken out of all figures: {Words(e.Reason)}"))
            .Tell<PaperResponseKeyed>("The form was typed in by one person and checked by another");
        sentences
            .Tell<PaperFormKeyed>(e => new Told($"Form {e.FormNumber} was typed in; it counts when somebody else has typed in the same"))
            .Tell<PaperFormDiffered>(e => new Told($"Somebody else read {Count(e.Parts.Count, "part", "parts")} of the form otherwise"))
            .Tell<PaperFormChecked>("Two people read the form alike: it is a response now")
            .Tell<PaperBatchImported>(e => new Told($"A file of {Count(e.Rows, "form", "forms")} was taken, typed in by one person and checked by another"));
    }

    private static string Name(RenditionName name) => $"{Words(name.Kind)} ({name.Language})";
}
