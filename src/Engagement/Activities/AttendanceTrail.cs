using Engagement.Common;
using Engagement.Participants;
using EventStore;

namespace Engagement.Activities;

/// <summary>The activities that somebody was at, or said of who decided there.</summary>
internal sealed class AttendanceTrail(DocumentStore store) : IPersonTrail
{
    public async Task<IReadOnlyList<PersonTrace>> OfAsync(Guid person, CancellationToken cancellationToken)
    {
        var activities = await store.ListAsync(
            """
            select distinct stream_id from public.mt_events
            where (type = 'attendance_recorded' and data -> 'Identified' ? $1)
               or (type = 'participant_assessed_level' and data ->> 'ParticipantId' = $1)
            """,
            row => row.GetGuid(0),
            cancellationToken,
            person.ToString());
        return
        [
            .. activities.Select(id => new PersonTrace("An activity you took part in", id)
            {
                // Who else was there is not shown.
                IsTheirs = e => e.Data is ActivityPlanned or ActivityHeld || (e.Data is ParticipantAssessedLevel assessed && assessed.ParticipantId == person),
            }),
        ];
    }

}
