using Engagement.Consultations;
using Engagement.Feedback;
using Engagement.Surveys;

namespace Engagement;

/// <summary>Every type of event there is. Each is a contract for ever: see schema/events.</summary>
public static class EngagementEvents
{
    public static IReadOnlyList<Type> All { get; } =
    [
        typeof(ConsultationDrafted),
        typeof(ProposalPublished),
        typeof(EqualityAnalysisLinked),
        typeof(RenditionAdded),
        typeof(ConsultationOpened),
        typeof(ClosingDateExtended),
        typeof(ConsultationClosed),
        typeof(InstrumentDrafted),
        typeof(StatementAdded),
        typeof(QuestionAdded),
        typeof(InstrumentVersionPublished),
        typeof(WaveOpened),
        typeof(WaveClosed),
        typeof(ResponseSubmitted),
        typeof(ViewCaptured),
        typeof(ViewCoded),
        typeof(ViewNotCodable),
        typeof(ThemeOpened),
        typeof(LoopOpened),
        typeof(DecisionRecorded),
        typeof(CommitmentMade),
        typeof(ActionTaken),
        typeof(EntryPublished),
        typeof(ContributorsTold),
    ];
}
