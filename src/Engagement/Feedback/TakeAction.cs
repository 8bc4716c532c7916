using Engagement.Common;

namespace Engagement.Feedback;

public sealed record TakeAction(Guid LoopId, string WhatChanged, string ProofUrl, DateOnly TakenOn)
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

        return CleanText.TooLong(whatChanged, CleanText.ParagraphLimit, "whatChanged") is { } tooLong
            ? Decision.Refuse(tooLong)
            : Decision.To(new ActionTaken(whatChanged, proof, command.TakenOn));
    }
}
