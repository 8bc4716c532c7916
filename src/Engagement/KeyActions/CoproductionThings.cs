using Engagement.Activities;
using Engagement.Consultations;
using Engagement.Feedback;
using EventStore;

namespace Engagement.KeyActions;

/// <summary>What can show that families shaped an action.</summary>
internal sealed class CoproductionThings(DocumentStore store)
{
    /// <summary>Its kind and what it is called; null where there is no such thing.</summary>
    public async Task<(CoproductionKind Kind, string Title)?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession();
        var events = await session.Events.FetchStreamAsync(id, cancellationToken: cancellationToken);
        var began = events is [{ Data: var first }, ..] ? first : null;
        return began switch
        {
            ConsultationDrafted consultation => (CoproductionKind.Consultation, consultation.Title),
            ActivityPlanned activity => (CoproductionKind.Activity, activity.Title),
            ThemeOpened theme => (CoproductionKind.Theme, theme.Title),
            LoopOpened loop when await session.LoadAsync<ThemeCard>(loop.ThemeId, cancellationToken) is { } theme => (CoproductionKind.Loop, theme.Title),
            _ => null,
        };
    }
}
