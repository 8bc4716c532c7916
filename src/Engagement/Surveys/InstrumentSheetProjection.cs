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
        typeof(QuestionChanged),
        typeof(QuestionRemoved),
        typeof(QuestionMoved),
        typeof(SectionAdded),
        typeof(SectionChanged),
        typeof(SectionRemoved),
        typeof(SectionMoved),
        typeof(NewVersionDrafted),
        typeof(DraftDiscarded),
        typeof(ContinuityDeclared),
        typeof(InstrumentVersionPublished),
        typeof(RenditionWritten),
        typeof(RenditionEquivalenceApproved),
        typeof(ScaleMappingRecorded),
    ];

    public override InstrumentSheet? Evolve(InstrumentSheet? snapshot, Guid id, IEvent e) =>
        Instrument.Evolve(snapshot?.Instrument, e) is { } instrument
            ? new InstrumentSheet
            {
                Id = id,
                Instrument = instrument,
                DraftedAt = snapshot?.DraftedAt ?? e.OccurredAt(),
                Version = (int)e.Version,
            }
            : null;
}
