using EventStore;

namespace Engagement.KeyActions;

public sealed class KeyActionPageProjection : SingleStreamProjection<KeyActionPage>
{
    public override IReadOnlyCollection<Type> EventTypes { get; } = KeyActionsModule.Types;

    public override KeyActionPage? Evolve(KeyActionPage? snapshot, Guid id, IEvent e)
    {
        var page = Show(snapshot, id, e);
        if (page is null)
            return null;

        var open = page.Milestones.Where(milestone => milestone.IsOpen).ToArray();
        return page with
        {
            Version = (int)e.Version,
            OpenMilestones = open.Length,
            NextDueOn = open.Length == 0 ? null : open.Min(milestone => milestone.DueOn),
            HasSlipped = open.Any(milestone => !milestone.IsOnTrack || milestone.MissedOn is not null),
        };
    }

    private static KeyActionPage? Show(KeyActionPage? page, Guid id, IEvent e) => (page, e.Data) switch
    {
        (null, ActionAdopted adopted) => new KeyActionPage
        {
            Id = id,
            Title = adopted.Title,
            Description = adopted.Description,
            Source = adopted.Source,
            OwnerRole = adopted.OwnerRole,
            GroupId = adopted.GroupId,
            AdoptedOn = adopted.AdoptedOn,
        },
        ({ }, CoproductionLinked linked) => page with { Links = [.. page.Links, new(linked.Kind, linked.ThingId, linked.Title, linked.How)] },
        ({ }, CoproductionAbsenceRecorded absence) => page with { NotCoproducedBecause = absence.Reason },
        ({ }, ActionCompleted completed) => page with { CompletedOn = completed.CompletedOn },
        ({ }, var happened) => page with { Milestones = page.Milestones.After(happened) ?? page.Milestones },
        _ => page,
    };
}
