namespace Engagement.Forums;

/// <summary>Which steps of the ledger of moderation; what is null does not narrow the list.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="Words">Those with these words in their reason.</param>
/// <param name="From">Those of this day in London, and later.</param>
/// <param name="Until">Those of this day in London, and before.</param>
public sealed record LedgerFilter(LedgerEntryKind? Kind = null, string? Words = null, DateOnly? From = null, DateOnly? Until = null)
{
    public static LedgerFilter Everything { get; } = new();
}
