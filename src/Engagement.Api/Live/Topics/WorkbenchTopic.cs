using Engagement.Api.Authorization;
using Engagement.Charter;
using Engagement.Consultations;
using Engagement.Feedback;
using Engagement.Forums;
using Engagement.InclusionStatements;
using Engagement.LoggedFeedback;
using Engagement.Paper;
using Engagement.Privacy;
using Engagement.Releases;
using Engagement.Surveys;
using EventStore;

namespace Engagement.Api.Live.Topics;

/// <summary>
/// What people work on: consultations, surveys, responses, views, themes, loops, moderation, safeguarding, complaints, erasure, paper, claims and releases. What is waiting is counted when
/// it is read, so it is told only that something changed.
/// </summary>
internal sealed class WorkbenchTopic : LiveTopic
{
    public override string Name => "workbench";

    public override TimeSpan GatheredFor => TimeSpan.FromSeconds(LiveLimits.WorkbenchSeconds);

    public LiveSubject All => Whole(which: null);

    public override LiveSubject Subject(string? which) => Whole(which);

    public override ValueTask<IReadOnlyList<LiveNote>> NotesOfAsync(IEvent e, LiveOrigins origins, CancellationToken cancellation) =>
        LoopEvents.Has(e)
        || e.Data is ConsultationOpened or ConsultationPaused or ConsultationResumed or ConsultationClosed or ConsultationWithdrawn or ReportPublished
            or WaveOpened or WaveClosed or ResponseSubmitted or ResponseWithdrawn or ResponseVoided
            or ViewCaptured or ViewCoded or ViewUncoded or ViewMoved or ViewNotCodable or ViewWithdrawn
            or ThemeOpened or ThemesMerged or ThemeUnmerged or ThemeSplit or ThemeDisposed
            or ContributionReceived or ContributionHeld or ContributionReleaseApproved or ContributionReleased or ContributionReviewed or ContributionReturned
            or ContributionRefused or ModerationReversed or ContributionEdited or ContributionWithdrawn or ContributionReported or ModerationClaimed
            or AppealMade or AppealDecided or SafeguardingRaised or SafeguardingAcknowledged or SafeguardingClosed
            or ErasureRequested or ErasureDecided or SubjectKeyDestroyed or SafeguardingHoldSet or SafeguardingHoldLifted
            or FeedbackLogged or FeedbackAcknowledged or FeedbackReclassified or FeedbackAnswered
            or RenditionWritten or RenditionEquivalenceApproved or InstrumentVersionPublished
            or PaperFormKeyed or PaperFormDiffered or PaperFormChecked
            or ClaimMade or ClaimVerified or ClaimDisputed or ClaimWithdrawn or ClaimExpired
            or CellMarkedNotApplicable or NotApplicableAgreed or NotApplicableRefused or CellMarkedApplicable
            or StatementEvidenced or StatementEvidenceVerified or StatementEvidenceDisputed or StatementEvidenceWithdrawn
            or DisclosureCheckPassed or ReleaseApproved or ReleaseDraftReplaced or ReleasePublished
            ? One(new LiveNote(Guid.Empty, "workbench", "workbench"))
            : Nothing;

    public override ValueTask<LiveAccess> AccessAsync(LiveSubject subject, CancellationToken cancellation) => new(LiveAccess.Holders(Permissions.ReadWorkbench));
}
