using Engagement.Api.Authorization;
using Engagement.Feedback;
using Engagement.Surveys;
using EventStore;
using GraphQL.Data;

namespace Engagement.Api.Live.Topics;

/// <summary>
/// How a consultation is being answered, for those who may read exact figures. There is none of this for the public: whoever hears when a figure changes
/// and reads it before and after knows what one person said. Public figures come from releases, which are frozen.
/// </summary>
internal sealed class MetricsTopic : LiveTopic
{
    private const string Consultation = "Consultation";

    public override string Name => "metrics";

    public override TimeSpan GatheredFor => TimeSpan.FromSeconds(LiveLimits.MetricsSeconds);

    public override LiveSubject Subject(string? which) => OneOf(which, Consultation);

    public LiveSubject Subject(Guid id) => Of(id, Consultation);

    public override async ValueTask<IReadOnlyList<LiveNote>> NotesOfAsync(IEvent e, LiveOrigins origins, CancellationToken cancellation)
    {
        var isFigure = LoopEvents.Has(e)
            || e.Data is ResponseSubmitted or ResponseAmended or ResponseWithdrawn or ResponseVoided
                or ViewCaptured or ViewCoded or ViewUncoded or ViewMoved or ViewNotCodable or ViewWithdrawn;
        return isFigure && await origins.OfAsync(e, cancellation) is { ConsultationId: { } consultation }
            ? [new LiveNote(consultation, "metrics", NodeId.Encode(Consultation, consultation))]
            : [];
    }

    public override ValueTask<LiveAccess> AccessAsync(LiveSubject subject, CancellationToken cancellation) => new(LiveAccess.Holders(Permissions.ReadMetrics));
}
