using Engagement.Common;

namespace Engagement.Surveys;

/// <summary>Takes a person's answers back. Whoever holds the receipt may, at any time.</summary>
/// <param name="Reference">The reference on the receipt. Case, spaces and dashes do not matter.</param>
/// <param name="Secret">The secret on the receipt. Case, spaces and dashes do not matter.</param>
public sealed record WithdrawResponse(string Reference, string Secret)
{
    /// <summary>What is said to someone who withdraws after figures with their answers were published.</summary>
    public const string WordsOnly = "Your answers are already part of published totals. We will remove your words";

    public static Decision Decide(Response response, bool areFiguresFrozen)
    {
        if (response.IsWithdrawn)
            return Decision.Nothing;

        return response.Voided is null
            ? Decision.To(new ResponseWithdrawn(areFiguresFrozen))
            : Decision.Refuse(response.CheckStanding()!);
    }
}
