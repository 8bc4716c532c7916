using Engagement.Web.Consultations;

namespace Engagement.Web.Staff.Results;

public sealed record ConsultationWithResults(
    string Id, string Slug, string Title, ConsultationState State, IReadOnlyList<WaveOfConsultation> Waves, IReadOnlyList<PublishedRelease> Releases);

public sealed record WaveOfConsultation(string Id, string? Title, WaveState State, DateOnly OpensOn, DateOnly ClosesOn, DateOnly? ClosedOn);

public sealed record PublishedRelease(string Id, string Title, DateTimeOffset? PublishedAt);

public sealed record PopulationSet(string Id, string Title, string Source, string Reading, DateOnly AsAt, int Total, IReadOnlyList<PopulationGroup>? Groups = null);

public sealed record PopulationGroup(PopulationDimension Dimension, string Key, int Count);

public enum PopulationDimension
{
    District,
    Need,
    Phase,
}

public sealed record ParticipationGroup(string? Key, ParticipationFigures Figures);

public sealed record ParticipationFigures(
    int Participants, int Contributions, int Responses, int Posts, int Attendance, int ByProxy, int Identified = 0, int HeadCount = 0);

public sealed record WaveRate(string WaveId, int Countable, int Ineligible, decimal? Percentage, InvitationList? Invitations);

public sealed record InvitationList(int Invited, int Undeliverable);

public sealed record Reach(int Responses, decimal? PerThousand, IReadOnlyList<GroupReach> Groups);

public sealed record GroupReach(string Key, int Eligible, int Responses, decimal? PerThousand);

public sealed record Representativeness(double? Index, bool IsReported, int Known, int Participants, IReadOnlyList<GroupShare> Groups);

public sealed record GroupShare(string Key, double Share, double PopulationShare, double? Ratio, GroupStanding? Standing);

public enum GroupStanding
{
    Under,
    InLine,
    Over,
}

public sealed record EngagementFigures(int Responses, int Views, int ViewsCoded, ParticipationFigures Participation);

public sealed record LoopFigures(int Loops, int Decided, int Published, int Closed, int Reopened, LoopClosure Closure, ConfirmationFigures Confirmation);

public sealed record LoopClosure(int Due, int Closed, double? Share);

public sealed record ConfirmationFigures(int Yes, int Partly, int No, double? Share, int ConfirmedLoops);

public sealed record TimeToDecision(int Views, int Decided, int Published, int? MedianDays, int? OldestOpenDays);

public sealed record ViewGroup(string? Key, ViewGroupFigures Figures);

public sealed record ViewGroupFigures(int All, int Coded, int NotCodable, int Unread);
