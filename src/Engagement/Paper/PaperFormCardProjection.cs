using Engagement.Common;
using EventStore;

namespace Engagement.Paper;

public sealed class PaperFormCardProjection : SingleStreamProjection<PaperFormCard>
{
    public override IReadOnlyCollection<Type> EventTypes { get; } = [typeof(PaperFormKeyed), typeof(PaperFormDiffered), typeof(PaperFormChecked)];

    public override PaperFormCard? Evolve(PaperFormCard? snapshot, Guid id, IEvent e) => (snapshot, e.Data) switch
    {
        (_, PaperFormKeyed keyed) => new PaperFormCard
        {
            Id = id,
            WaveId = keyed.WaveId,
            FormNumber = keyed.FormNumber,
            State = PaperFormState.WaitsForCheck,
            KeyedBy = keyed.KeyedBy,
            KeyedAt = e.OccurredAt(),
        },
        ({ } card, PaperFormDiffered differed) => card with { State = PaperFormState.Differs, Differing = differed.Parts },
        ({ } card, PaperFormChecked) => card with { State = PaperFormState.Checked, Differing = [] },
        _ => snapshot,
    };
}
