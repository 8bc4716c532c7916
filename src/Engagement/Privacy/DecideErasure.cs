using Engagement.Common;
using Engagement.Participants;

namespace Engagement.Privacy;

/// <summary>Answers somebody who asked for erasure. What is granted or partly granted is then done by somebody else.</summary>
/// <param name="SubjectId">Whose record it is.</param>
/// <param name="Outcome">The answer.</param>
/// <param name="Ground">What the answer rests on: one that the law gives for it.</param>
public sealed record DecideErasure(Guid SubjectId, ErasureOutcome Outcome, ErasureGround Ground)
{
    /// <summary>What each outcome may rest on.</summary>
    public static IReadOnlyDictionary<ErasureOutcome, IReadOnlyList<ErasureGround>> Grounds { get; } =
        new Dictionary<ErasureOutcome, IReadOnlyList<ErasureGround>>
        {
            [ErasureOutcome.Granted] =
            [
                ErasureGround.NoLongerNeeded, ErasureGround.ConsentWithdrawn, ErasureGround.Objection, ErasureGround.UnlawfullyProcessed,
                ErasureGround.RequiredByLaw, ErasureGround.GivenAsAChild,
            ],
            [ErasureOutcome.Partly] = [ErasureGround.PublicTask, ErasureGround.PublicHealth, ErasureGround.ArchivingOrStatistics],
            [ErasureOutcome.Refused] =
            [
                ErasureGround.FreedomOfExpression, ErasureGround.PublicTask, ErasureGround.PublicHealth, ErasureGround.ArchivingOrStatistics,
                ErasureGround.LegalClaims, ErasureGround.ManifestlyUnfoundedOrExcessive, ErasureGround.IdentityNotShown,
            ],
        };

    public static Decision Decide(DecideErasure command, SubjectRecord record, Guid by)
    {
        if (record.Destroyed is not null)
            return Decision.Refuse(SubjectKeys.Erased);

        if (record.Request is null)
            return Decision.Refuse("ERASURE_NOT_REQUESTED", "Nobody has asked for this record to be erased");

        if (record.Decision is { } before)
        {
            return (before.Outcome, before.Ground) == (command.Outcome, command.Ground)
                ? Decision.Nothing
                : Decision.Refuse("ERASURE_DECIDED", "This request has been answered. If the person asks again, it can be answered again");
        }

        if (!Grounds.TryGetValue(command.Outcome, out var grounds) || !grounds.Contains(command.Ground))
            return Decision.Refuse("GROUND_DOES_NOT_FIT", "Choose a ground that the law gives for this answer", "ground");

        return command.Outcome != ErasureOutcome.Refused && record.CheckHold() is { } onHold
            ? Decision.Refuse(onHold)
            : Decision.To(new ErasureDecided(command.Outcome, command.Ground, by));
    }
}
