using Engagement.Common;
using EventStore;

namespace Engagement.Participants;

/// <summary>What is seen of participants. Read from their own events, so that no table holds it in clear.</summary>
public sealed class ParticipantReads(DocumentStore store, SubjectKeys subjectKeys)
{
    public async Task<ParticipantProfile?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession();
        var events = await session.Events.FetchStreamAsync(id, cancellationToken: cancellationToken);
        Participant? participant = null;
        foreach (var e in events)
            participant = Participant.Evolve(participant, e);

        if (participant is null)
            return null;

        CharacteristicDeclared[] declared = [.. events.Select(e => e.Data).OfType<CharacteristicDeclared>()];
        AccessNeedRecorded[] needs = [.. events.Select(e => e.Data).OfType<AccessNeedRecorded>()];
        var words = await subjectKeys.OpenAsync([.. declared.Select(d => d.Value), .. needs.Select(n => n.Need)], cancellationToken);

        var characteristics = new Dictionary<Characteristic, string>();
        for (var i = 0; i < declared.Length; i++)
        {
            if (words[i] is { } value)
                characteristics[declared[i].Characteristic] = value;
        }

        return new ParticipantProfile(
            id,
            participant.AgeBand,
            participant.Permissions,
            characteristics,
            [.. words.Skip(declared.Length).OfType<string>()],
            events[0].OccurredAt())
        {
            Version = (int)events[^1].Version,
        };
    }

    /// <summary>Whether somebody allows something now; nobody does who is not there.</summary>
    public async Task<bool> AllowsAsync(Guid id, Permission permission, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession();
        var participant = await session.Events.AggregateStreamAsync<Participant>(id, cancellationToken: cancellationToken);
        return participant?.Allows(permission) ?? false;
    }
}
