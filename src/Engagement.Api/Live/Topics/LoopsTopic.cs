using Engagement.Api.Authorization;
using EventStore;
using GraphQL.Data;

namespace Engagement.Api.Live.Topics;

/// <summary>The board of the loops of a consultation, for those who may read loops.</summary>
internal sealed class LoopsTopic : LiveTopic
{
    private const string Consultation = "Consultation";

    public override string Name => "loops";

    public override LiveSubject Subject(string? which) => OneOf(which, Consultation);

    public LiveSubject Subject(Guid id) => Of(id, Consultation);

    public override async ValueTask<IReadOnlyList<LiveNote>> NotesOfAsync(IEvent e, LiveOrigins origins, CancellationToken cancellation) =>
        LoopEvents.Has(e) && await origins.OfAsync(e, cancellation) is { ConsultationId: { } consultation }
            ? [new LiveNote(consultation, "loop", NodeId.Encode("Loop", e.StreamId))]
            : [];

    public override ValueTask<LiveAccess> AccessAsync(LiveSubject subject, CancellationToken cancellation) => new(LiveAccess.Holders(Permissions.ReadLoops));
}
