using Engagement.Common;
using EventStore;

namespace Engagement.Participants;

internal sealed class ParticipantTrail(DocumentStore store) : IPersonTrail
{
    public async Task<IReadOnlyList<PersonTrace>> OfAsync(Guid person, CancellationToken cancellationToken) =>
        await store.CountAsync(
            "select count(*) from public.mt_events where stream_id = $1 and type = 'participant_joined'", cancellationToken, person) > 0
            ? [new PersonTrace("What you told us about yourself, and what you allow", person)]
            : [];
}
