using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>A parent or a young person finds the drafted words plain. Who wrote them cannot be the one to say so.</summary>
/// <param name="LoopId">The feedback loop.</param>
/// <param name="Reader">For whom the reader speaks.</param>
public sealed record ApproveEntry(Guid LoopId, FamilyReader Reader)
{
    internal static Refusal Missing { get; } = new(
        "ENTRY_NOT_APPROVED", "Ask a Kent PACT or youth reader to approve these words before you publish them");

    public static Decision Decide(ApproveEntry command, Loop loop, Guid? by)
    {
        if (loop.Draft is not { } draft)
            return Decision.Refuse("ENTRY_NOT_DRAFTED", "There are no new words to approve");

        if (draft.By is not null && draft.By == by)
            return Decision.Refuse("ENTRY_APPROVED_BY_AUTHOR", "You wrote these words. Ask a Kent PACT or youth reader to approve them");

        return draft.IsApproved ? Decision.Nothing : Decision.To(new EntryApproved(command.Reader, by));
    }
}
