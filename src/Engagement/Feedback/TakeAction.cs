using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>"We did", with proof. Something can be done that was never promised.</summary>
/// <param name="LoopId">The feedback loop.</param>
/// <param name="WhatChanged">What changed for people.</param>
/// <param name="ProofUrl">Where anyone can see that it did.</param>
/// <param name="TakenOn">Since when, today or earlier.</param>
/// <param name="Delivers">The numbers of the commitments that it delivers; left out: the open one.</param>
public sealed record TakeAction(Guid LoopId, string WhatChanged, string ProofUrl, DateOnly TakenOn, IReadOnlyList<int>? Delivers = null)
{
    private const string NotYet = "Add what changed. Use 'We will' if it has not happened yet";

    public static Decision Decide(TakeAction command, Loop loop, DateOnly today)
    {
        if (LoopRules.NeedsWeWill(loop) is { } refusal)
            return Decision.Refuse(refusal);

        var whatChanged = CleanText.Of(command.WhatChanged);
        if (whatChanged.Length == 0)
            return Decision.Refuse("PROOF_MISSING", NotYet, "whatChanged");

        if (command.TakenOn > today)
            return Decision.Refuse("PROOF_MISSING", NotYet, "takenOn");

        var proof = CleanText.OneLine(command.ProofUrl);
        if (proof.Length == 0)
            return Decision.Refuse("PROOF_MISSING", "Add a link where people can see that it changed", "proofUrl");

        if (!WebAddress.IsValid(proof))
            return Decision.Refuse(WebAddress.Invalid("proofUrl"));

        if (CleanText.TooLong(whatChanged, CleanText.ParagraphLimit, "whatChanged") is { } tooLong)
            return Decision.Refuse(tooLong);

        int[] open = [.. loop.Commitments.Where(c => !c.IsDelivered).Select(c => c.Number)];
        if (command.Delivers is null && open.Length > 1)
            return Decision.Refuse("COMMITMENT_UNKNOWN", "Choose the commitments that this delivers", "delivers");

        int[] delivers = [.. (command.Delivers ?? open).Distinct().Order()];
        return delivers.Select(number => LoopRules.NoSuchCommitment(loop, number, "delivers")).FirstOrDefault(r => r is not null) is { } wrong
            ? Decision.Refuse(wrong)
            : Decision.To(new ActionTaken(whatChanged, proof, command.TakenOn, delivers));
    }
}
