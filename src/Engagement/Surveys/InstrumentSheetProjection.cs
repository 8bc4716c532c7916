using Engagement.Common;
using EventStore;

namespace Engagement.Surveys;

public sealed class InstrumentSheetProjection : SingleStreamProjection<InstrumentSheet>
{
    public override IReadOnlyCollection<Type> EventTypes { get; } =
    [
        typeof(InstrumentDrafted),
        typeof(StatementAdded),
        typeof(QuestionAdded),
        typeof(InstrumentVersionPublished),
    ];

    public override InstrumentSheet? Evolve(InstrumentSheet? snapshot, Guid id, IEvent e)
    {
        var sheet = Show(snapshot, id, e);
        return sheet is null ? null : sheet with { Version = (int)e.Version };
    }

    private static InstrumentSheet? Show(InstrumentSheet? sheet, Guid id, IEvent e) => (sheet, e.Data) switch
    {
        (null, InstrumentDrafted drafted) => new InstrumentSheet { Id = id, Title = drafted.Title, DraftedAt = e.OccurredAt() },
        ({ }, StatementAdded added) => sheet with { Questions = [.. sheet.Questions, added.Question] },
        ({ }, QuestionAdded added) => sheet with { Questions = [.. sheet.Questions, added.Question] },
        ({ }, InstrumentVersionPublished published) => sheet with
        {
            PublishedVersion = published.InstrumentVersion,
            Versions = [.. sheet.Versions, new InstrumentVersion(published.InstrumentVersion, sheet.Questions, [])],
        },
        _ => sheet,
    };
}
