using Engagement.Common;
using Engagement.Participants;
using EventStore;

namespace Engagement.Activities;

/// <summary>The activities that somebody was at or meant to come to, or said of who decided there.</summary>
internal sealed class AttendanceTrail(DocumentStore store) : IPersonTrail
{
    public async Task<IReadOnlyList<PersonTrace>> OfAsync(Guid person, CancellationToken cancellationToken)
    {
        var activities = await store.ListAsync(
            """
            select distinct stream_id from public.mt_events
            where (type = 'attendance_recorded' and data -> 'Identified' ? $1)
               or (type in ('participant_assessed_level', 'place_taken', 'place_given_up') and data ->> 'ParticipantId' = $1)
            """,
            row => row.GetGuid(0),
            cancellationToken,
            person.ToString());
        return
        [
            .. activities.Select(id => new PersonTrace("An activity you took part in or signed up for", id)
            {
                // Who else was there is not shown.
                IsTheirs = e => e.Data switch
                {
                    ActivityPlanned or ActivityPlanChanged or ActivityHeld => true,
                    ParticipantAssessedLevel assessed => assessed.ParticipantId == person,
                    PlaceTaken taken => taken.ParticipantId == person,
                    PlaceGivenUp given => given.ParticipantId == person,
                    _ => false,
                },
            }),
        ];
    }

}
