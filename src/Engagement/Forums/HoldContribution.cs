using Engagement.Common;
using Engagement.Participants;

namespace Engagement.Forums;

/// <summary>Keeps a contribution back, also one that is shown. As a possible disclosure it goes to the safeguarding lead.</summary>
/// <param name="ContributionId">The contribution.</param>
/// <param name="Why">The class of reason.</param>
/// <param name="Reason">What the author reads.</param>
/// <param name="SafeguardingNote">What only the safeguarding lead reads; for a possible disclosure.</param>
public sealed record HoldContribution(Guid ContributionId, HoldReason Why, string Reason, string? SafeguardingNote = null)
{
    public static Decision Decide(HoldContribution command, Contribution c, ModerationCase on, Func<string, PersonalText> seal)
    {
        if (on.CheckDecision(c, keepsBack: true) is { } refusal)
            return Decision.Refuse(refusal);

        if (c.HeldFor == command.Why)
            return Decision.Refuse("ALREADY_DECIDED", "This is already held for that reason");

        var reason = CleanText.Of(command.Reason);
        var note = CleanText.OrNull(command.SafeguardingNote);
        if ((Reasons.Check(reason, "Enter why this is held, for the author to read", "reason")
            ?? CleanText.TooLong(note, CleanText.ParagraphLimit, "safeguardingNote")) is { } unfit)
        {
            return Decision.Refuse(unfit);
        }

        if (note is not null && command.Why != HoldReason.PossibleDisclosure)
        {
            return Decision.Refuse(
                "NOTE_WITHOUT_READER",
                "The safeguarding lead reads this note when you hold it as a possible disclosure. Choose that reason, or leave the note out",
                "safeguardingNote");
        }

        return Decision.To(
        [
            .. Reasons.Undo(c, reason, on.By.Id),
            new ContributionHeld(command.Why, reason, [], null, on.By.Id),
            .. command.Why == HoldReason.PossibleDisclosure ? [Raise(c, note is null ? null : seal(note), on.By.Id)] : Array.Empty<object>(),
        ]);
    }

    private static SafeguardingRaised Raise(Contribution c, PersonalText? note, Guid by) => new(
        new SafeguardingSource(SafeguardingSourceKind.Contribution, c.Id), SafeguardingCause.Moderator, null, [], c.Words, note, by);
}
