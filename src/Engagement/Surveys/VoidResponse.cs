using Engagement.Common;

namespace Engagement.Surveys;

/// <summary>Takes a response out of all figures: it is a second one of the same person, a test, or not from those who were asked.</summary>
/// <param name="ResponseId">The response.</param>
/// <param name="Reason">Why it does not count.</param>
public sealed record VoidResponse(Guid ResponseId, VoidReason Reason)
{
    public static Decision Decide(VoidResponse command, Response response)
    {
        if (!Enum.IsDefined(command.Reason))
            return Decision.Refuse("REASON_MISSING", "Select why this response does not count", "reason");

        if (response.Voided == command.Reason)
            return Decision.Nothing;

        return response.CheckStanding() is { } refusal ? Decision.Refuse(refusal) : Decision.To(new ResponseVoided(command.Reason));
    }
}
