using Engagement.Common;
using Engagement.SignIn;

namespace Engagement.Surveys;

/// <summary>
/// Limits how often the secret of a receipt can be guessed: each wrong one counts against the reference, and against the network it came from. A right
/// one costs nothing. Guesses at the same moment may be some more than the budget; against a secret of 80 bits that is nothing.
/// </summary>
public sealed class ReceiptTries(Attempts attempts, ICaller caller)
{
    /// <exception cref="RuleRefusedException">There were too many wrong ones, and it says how long to wait.</exception>
    internal async Task CheckAsync(string reference, CancellationToken cancellationToken)
    {
        var wait = await attempts.WaitAsync(AttemptBudget.SecretsOfReceipt, reference, cancellationToken);
        if (wait is null && caller.NetworkAddress is { } network)
            wait = await attempts.WaitAsync(AttemptBudget.ReceiptsFromNetwork, network, cancellationToken);
        if (wait is { } left)
            throw new RuleRefusedException(AttemptBudget.Spent(left), left);
    }

    internal async Task CountWrongAsync(string reference, CancellationToken cancellationToken)
    {
        await attempts.SpendAsync(AttemptBudget.SecretsOfReceipt, reference, cancellationToken);
        if (caller.NetworkAddress is { } network)
            await attempts.SpendAsync(AttemptBudget.ReceiptsFromNetwork, network, cancellationToken);
    }
}
