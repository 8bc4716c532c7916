using Engagement.Common;

namespace Engagement.Charter;

/// <summary>What happened, given as evidence that something was kept, which a representative of another organisation accepts or disputes.</summary>
public abstract record EvidenceClaim
{
    /// <summary>How long something shows how people are listened to. [ours]</summary>
    internal const int YearsOfUse = 2;

    /// <summary>The claim.</summary>
    public required Guid Id { get; init; }

    /// <summary>What happened.</summary>
    public required EvidenceItem Evidence { get; init; }

    /// <summary>How it shows it.</summary>
    public required string Explanation { get; init; }

    /// <summary>The code of the organisation that claims it.</summary>
    public required string Organisation { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The first day on which what it rests on is too old.</summary>
    public required DateOnly ExpiresOn { get; init; }

    /// <summary>The pseudonym of who claims it.</summary>
    public Guid? By { get; init; }

    /// <summary>How it stands, by what was recorded.</summary>
    public ClaimState State { get; init; }

    /// <summary>The code of the organisation whose representative looked at it last.</summary>
    public string? CheckedBy { get; init; }

    /// <summary>When they did.</summary>
    public DateTimeOffset? CheckedAt { get; init; }

    /// <summary>Why it is disputed or was taken back.</summary>
    public string? Reason { get; init; }

    internal EvidenceClaim VerifiedFor(string organisation, DateTimeOffset at) =>
        this with { State = ClaimState.Verified, CheckedBy = organisation, CheckedAt = at, Reason = null };

    internal EvidenceClaim DisputedFor(string organisation, DateTimeOffset at, string reason) =>
        this with { State = ClaimState.Disputed, CheckedBy = organisation, CheckedAt = at, Reason = reason };

    internal EvidenceClaim Withdrawn(string reason) => this with { State = ClaimState.Withdrawn, Reason = reason };

    /// <summary>Accepts it, for the organisation that is handed on.</summary>
    internal Decision Verify(string? organisation, CommandContext by, Func<string, object> verified) =>
        CheckLooker(organisation, by, out var speaker) is { } refusal ? Decision.Refuse(refusal)
        : State == ClaimState.Verified ? Decision.Nothing
        : Decision.To(verified(speaker));

    /// <summary>Does not accept it, for the organisation and with the reason that are handed on.</summary>
    internal Decision Dispute(string? organisation, string why, CommandContext by, Func<string, string, object> disputed)
    {
        var reason = CleanText.Of(why);
        if ((CheckLooker(organisation, by, out var speaker)
                ?? CharterRules.CheckReason(reason, "Say why you do not accept this, so that others can act on it")) is { } refusal)
        {
            return Decision.Refuse(refusal);
        }

        return State == ClaimState.Disputed && Reason == reason && CheckedBy == speaker ? Decision.Nothing : Decision.To(disputed(speaker, reason));
    }

    // Whoever looks at it speaks for families and for another organisation, and did not make it.
    private Refusal? CheckLooker(string? organisation, CommandContext by, out string speaker) =>
        CharterRules.CheckRepresentative(organisation, Organisation, by, out speaker)
        ?? (By is { } claimant && claimant == by.ActorId ? new Refusal("OWN_CLAIM", "You gave this evidence. Somebody else has to look at it", "claimId") : null);
}

internal static class EvidenceClaims
{
    /// <summary>The claims, one of them changed.</summary>
    public static IReadOnlyList<TClaim> With<TClaim>(this IReadOnlyList<TClaim> claims, Guid id, Func<TClaim, EvidenceClaim> change)
        where TClaim : EvidenceClaim =>
        [.. claims.Select(claim => claim.Id == id ? (TClaim)change(claim) : claim)];
}
