using Engagement.Common;
using Engagement.Participants;
using EventStore;

namespace Engagement.Forums;

/// <summary>
/// What somebody wrote and supported in forums. Items of the safeguarding lead are left out: what protects a child is not shown to whoever asks (Data
/// Protection Act 2018, Schedule 3, Part 5).
/// </summary>
internal sealed class ContributionTrail(DocumentStore store) : IPersonTrail
{
    public async Task<IReadOnlyList<PersonTrace>> OfAsync(Guid person, CancellationToken cancellationToken)
    {
        var written = await store.ListAsync(
            "select id from engagement.contributions where author_id = $1 order by received_at, id", row => row.GetGuid(0), cancellationToken, person);
        var supported = await store.ListAsync(
            "select contribution_id from engagement.contribution_supports where participant_id = $1 order by supported_on, contribution_id",
            row => row.GetGuid(0),
            cancellationToken,
            person);
        return
        [
            .. written.Select(id => new PersonTrace("What you wrote in a forum, and how it was moderated", id)
            {
                // Whom it was supported by is theirs, and none of the author's.
                IsTheirs = e => e.Data is not (ContributionSupported or SupportWithdrawn or ModerationClaimed),
            }),
            .. supported.Select(id => new PersonTrace("What you supported in a forum", id)
            {
                IsTheirs = e => e.Data switch
                {
                    ContributionSupported supported => supported.ParticipantId == person,
                    SupportWithdrawn withdrawn => withdrawn.ParticipantId == person,
                    _ => false,
                },
            }),
        ];
    }
}
