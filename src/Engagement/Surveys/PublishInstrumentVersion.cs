using Engagement.Common;

namespace Engagement.Surveys;

/// <summary>Makes the draft a version that waves can ask. It is final.</summary>
/// <param name="InstrumentId">The set of questions.</param>
public sealed record PublishInstrumentVersion(Guid InstrumentId)
{
    public static Decision Decide(Instrument instrument)
    {
        if (InstrumentDraft.Of(instrument) is not { } draft)
            return Decision.Refuse(QuestionRules.Frozen);

        return draft.Blocks.Count > 0
            ? Decision.Refuse(draft.Blocks[0])
            : Decision.To(new InstrumentVersionPublished(
                draft.InstrumentVersion,
                [.. draft.Changes.Where(c => c.Continuity is not null).Select(c => new QuestionContinuity(c.Key, c.Continuity!.Value))]));
    }
}
