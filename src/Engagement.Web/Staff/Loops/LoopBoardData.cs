using Engagement.Web.Documents;

namespace Engagement.Web.Staff.Loops;

/// <summary>A loop on the board.</summary>
public sealed record LoopLine(
    string Id,
    LoopState State,
    DateOnly DueOn,
    bool IsOverdue,
    DateTimeOffset? ClosedAt,
    DateTimeOffset? NeedsAttentionSince,
    FamilyReader? DraftApprovedBy,
    DraftedWords? Draft,
    ThemeOfLine Theme,
    NamedConsultation? Consultation,
    IReadOnlyList<OwnerOfPromise> Commitments)
{
    public bool IsDraftWaiting => Draft is not null && DraftApprovedBy is null;

    /// <summary>The roles that owe a promise in it.</summary>
    public IReadOnlyList<string> Owners => [.. Commitments.Where(promise => promise.DeliveredOn is null).Select(promise => promise.OwnerRole).Distinct()];
}

public sealed record DraftedWords(string YouSaid);

public sealed record ThemeOfLine(string Title, int ViewCount);

public sealed record NamedConsultation(string Title);

public sealed record OwnerOfPromise(string OwnerRole, DateOnly? DeliveredOn);

public sealed record ConsultationChoice(string Id, string Title);

public sealed record LoopCounts(IReadOnlyList<LoopStateCount> ByState, int Closed, int Confirmed, int NeedAttention, int Overdue)
{
    public int Open => ByState.Sum(state => state.Count) - Closed;
}

public sealed record LoopStateCount(LoopState State, int Count);

/// <summary>The first loops of a state, and how many there are.</summary>
public sealed record LoopColumn(LoopState State, Connection<LoopLine> Loops);

/// <summary>A promise with the loop it was made in.</summary>
public sealed record PromiseLine(int Number, string Text, string OwnerRole, DateOnly FirstDueOn, DateOnly DueOn, DateOnly? DeliveredOn, bool IsLate, LoopOfPromise Loop);

public sealed record LoopOfPromise(string Id, ThemeTitle Theme);
