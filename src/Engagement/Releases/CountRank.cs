namespace Engagement.Releases;

/// <summary>How much would be lost with a count: what is hidden is rather a cell than a total. A whole is never hidden.</summary>
internal enum CountRank
{
    Cell,
    Total,
    Whole,
}
