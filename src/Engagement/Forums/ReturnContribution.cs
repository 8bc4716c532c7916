using Engagement.Common;

namespace Engagement.Forums;

/// <summary>Gives a contribution back to its author, who can change it.</summary>
/// <param name="ContributionId">The contribution.</param>
/// <param name="Why">The class of reason.</param>
/// <param name="WhatToChange">What the author should change, for them to read. No contact details.</param>
public sealed record ReturnContribution(Guid ContributionId, ReturnReason Why, string WhatToChange)
{
    public static Decision Decide(ReturnContribution command, Contribution c, ModerationCase on)
    {
        if (on.CheckDecision(c) is { } refusal)
            return Decision.Refuse(refusal);

        if (c.State == ContributionState.Returned)
            return Decision.Refuse("ALREADY_DECIDED", "This has already been returned");

        var whatToChange = CleanText.Of(command.WhatToChange);
        return Reasons.Check(whatToChange, "Enter what the author should change", "whatToChange") is { } unfit
            ? Decision.Refuse(unfit)
            : Decision.To([.. Reasons.Undo(c, whatToChange, on.By.Id), new ContributionReturned(command.Why, whatToChange, on.By.Id)]);
    }
}
