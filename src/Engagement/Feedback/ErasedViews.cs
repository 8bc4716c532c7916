using Engagement.Common;
using EventStore;
using Messaging;

namespace Engagement.Feedback;

/// <summary>Ends the views that nobody has read and nobody can read any more: no report waits for them.</summary>
public sealed class ErasedViews(CommandRunner runner, DocumentStore store)
{
    private const string ActorRole = "system";
    private const string Reason = "What was said has been erased";

    public async Task FinishAsync(Guid subject, Envelope envelope, CancellationToken cancellationToken)
    {
        var context = new CommandContext(ActorRole, CausationId: envelope.Id.ToString("N"));
        var unread = await store.ListAsync(
            "select id from engagement.views where subject_id = $1 and state = 'Unread' order by id", row => row.GetGuid(0), cancellationToken, subject);
        foreach (var id in unread)
        {
            await runner.ChangeAsync<View>(
                id,
                "view",
                new MarkViewNotCodable(id, Reason),
                context,
                view => view.State == ViewState.Unread ? Decision.To(new ViewNotCodable(Reason)) : Decision.Nothing,
                cancellationToken);
        }
    }
}
