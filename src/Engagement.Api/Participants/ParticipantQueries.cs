using Engagement.Api.Authorization;
using Engagement.Api.People;
using Engagement.Participants;
using GraphQL;

namespace Engagement.Api.Participants;

[QueryType]
public static partial class ParticipantQueries
{
    /// <summary>What helps somebody to take part, for whoever prepares an activity; null when there is no such participant.</summary>
    /// <param name="personId">Who: they read it of themselves at <c>me</c>.</param>
    [Authorize(Permissions.RecordAccessNeeds)]
    public static async Task<AccessNeeds?> GetAccessNeedsAsync([ID<Person>] Guid personId, ParticipantReads reads, CancellationToken cancellation) =>
        await reads.FindAsync(personId, cancellation) is { } participant ? new AccessNeeds(new Person(participant.Id), participant.AccessNeeds) : null;
}
