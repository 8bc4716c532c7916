namespace Engagement.Governance;

/// <summary>A seat for a representative of parents and carers, as it is shown and as its group's rules see it.</summary>
public sealed record Seat
{
    /// <summary>The seat.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>Who is to sit there; null when nobody is nominated.</summary>
    public Representative? Nominee { get; init; }

    /// <summary>Who sits there; null while it is vacant.</summary>
    public Representative? Representative { get; init; }

    /// <summary>Since when it has been as it is, vacant or taken.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>Its first day.</summary>
    public required DateOnly CreatedOn { get; init; }

    /// <summary>Who has sat there and when, oldest first.</summary>
    public IReadOnlyList<SeatTerm> Terms { get; init; } = [];

    /// <summary>How it stands.</summary>
    public SeatState State => Representative is not null ? SeatState.Taken : Nominee is not null ? SeatState.Nominated : SeatState.Vacant;

    /// <summary>Who sat there on a day; null where nobody did. Whoever sits there now is taken to sit there on a day to come.</summary>
    public Representative? HolderOn(DateOnly day) => Terms.LastOrDefault(term => term.Has(day))?.Representative;
}
