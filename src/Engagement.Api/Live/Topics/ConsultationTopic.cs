using Engagement.Api.Authorization;
using Engagement.Api.Consultations;
using Engagement.Consultations;
using Engagement.Surveys;
using EventStore;
using GraphQL.Data;

namespace Engagement.Api.Live.Topics;

/// <summary>A consultation and its surveys, for whoever may read it.</summary>
internal sealed class ConsultationTopic(ConsultationReads reads) : LiveTopic
{
    private const string Consultation = "Consultation";

    private static readonly ConsultationRule Rule = new();

    public override string Name => "consultation";

    public override LiveSubject Subject(string? which) => OneOf(which, Consultation);

    public LiveSubject Subject(Guid id) => Of(id, Consultation);

    public override async ValueTask<IReadOnlyList<LiveNote>> NotesOfAsync(IEvent e, LiveOrigins origins, CancellationToken cancellation) => e.Data switch
    {
        ConsultationDrafted or ConsultationDraftChanged or AudiencesChosen or SubjectChosen or ProposalPublished or OptionRejectedRecorded or EqualityAnalysisLinked or RenditionAdded or ConsultationOpened
            or ClosingDateExtended or ClosingDateCorrected or ConsultationPaused or ConsultationResumed or ConsultationClosed or LateSubmissionAccepted
            or ReportPublished or ConsultationWithdrawn => [new LiveNote(e.StreamId, "consultation", NodeId.Encode(Consultation, e.StreamId))],

        // One that is only planned is nobody's news yet.
        WaveOpened or WaveVersionChanged or WaveExtended or WaveClosed or WaveReopened
            when await origins.OfAsync(e, cancellation) is { ConsultationId: { } consultation } => [new LiveNote(consultation, "wave", NodeId.Encode("Wave", e.StreamId))],
        _ => [],
    };

    // One that is not there and a draft that is none of theirs are refused alike.
    public override async ValueTask<LiveAccess> AccessAsync(LiveSubject subject, CancellationToken cancellation) =>
        await reads.FindAsync(subject.Key, cancellation) is { } page
            ? new LiveAccess(Rule.IsPublic(page), asker => asker.GrantsOf(Permissions.ReadDrafts).Any(grant => Rule.Allows(asker, grant, page)))
            : LiveAccess.Nobody;
}
