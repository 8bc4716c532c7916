using Engagement.Common;
using Engagement.Participants;
using EventStore;

namespace Engagement.LoggedFeedback;

/// <summary>An entry of the log is a subject of its own.</summary>
internal sealed class LogTrail(DocumentStore store) : IPersonTrail
{
    public async Task<IReadOnlyList<PersonTrace>> OfAsync(Guid person, CancellationToken cancellationToken) =>
        await store.LoadAsync<LogEntrySheet>(person, cancellationToken) is null
            ? []
            : [new PersonTrace("What you told us of your own accord, and our answer", person)];
}
