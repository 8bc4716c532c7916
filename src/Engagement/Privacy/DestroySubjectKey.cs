using Engagement.Common;

namespace Engagement.Privacy;

/// <summary>Does what was decided: destroys the key, and with it every word that it sealed. This cannot be undone.</summary>
/// <param name="SubjectId">Whose record it is.</param>
public sealed record DestroySubjectKey(Guid SubjectId)
{
    /// <param name="command">What is asked.</param>
    /// <param name="record">What has happened to the record.</param>
    /// <param name="by">Who asks: another person than who decided.</param>
    /// <param name="proof">The hash of the key.</param>
    /// <param name="isWatched">Whether the safeguarding lead has something open about what the subject wrote.</param>
    public static Decision Decide(DestroySubjectKey command, SubjectRecord record, Guid by, string proof, bool isWatched)
    {
        if (record.Destroyed is not null)
            return Decision.Nothing;

        if (record.CheckHold() is { } onHold)
            return Decision.Refuse(onHold);

        if (record.Decision is not { Outcome: not ErasureOutcome.Refused } decision)
            return Decision.Refuse("ERASURE_NOT_GRANTED", "Decide on this request first. Another person then destroys the key");

        if (isWatched)
        {
            return Decision.Refuse(
                "SAFEGUARDING_OPEN", "A safeguarding item about what this person wrote is open. The safeguarding lead has to close it first");
        }

        return decision.By == by
            ? Decision.Refuse("SECOND_PERSON_REQUIRED", "You decided on this request, so another person has to destroy the key")
            : Decision.To(new SubjectKeyDestroyed(command.SubjectId, proof, by));
    }
}
