using Engagement.Common;
using Engagement.Participants;
using EventStore;

namespace Engagement.Privacy;

/// <summary>What was asked about the record itself. A hold is the safeguarding lead's, and not shown to whoever asks.</summary>
internal sealed class RecordTrail(DocumentStore store) : IPersonTrail
{
    public async Task<IReadOnlyList<PersonTrace>> OfAsync(Guid person, CancellationToken cancellationToken) =>
        await store.CountAsync("select count(*) from public.mt_streams where id = $1", cancellationToken, SubjectRecord.IdOf(person)) == 0
            ? []
            :
            [
                new PersonTrace("What you asked us to erase", SubjectRecord.IdOf(person))
                {
                    IsTheirs = e => e.Data is not (SafeguardingHoldSet or SafeguardingHoldLifted),
                },
            ];
}
