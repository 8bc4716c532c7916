namespace Engagement.Governance;

/// <summary>The time for which a representative sits in a seat.</summary>
/// <param name="Representative">Who.</param>
/// <param name="From">Their first day.</param>
/// <param name="Until">The first day on which they no longer sit there; null while they do.</param>
public sealed record SeatTerm(Representative Representative, DateOnly From, DateOnly? Until)
{
    public bool Has(DateOnly day) => From <= day && (Until is not { } until || day < until);
}
