namespace EventStore;

/// <summary>What a verification found; while it runs, what it has found so far.</summary>
/// <param name="Seals">How many seals were verified and are intact.</param>
/// <param name="Events">How many events they cover.</param>
/// <param name="Last">
/// The last of those seals; null when there was none. Compare its hash with what was published: whoever can write to the database can remove the newest
/// seals together with their events, and only a hash kept elsewhere shows that.
/// </param>
/// <param name="Difference">The first difference; null when there is none.</param>
public sealed record SealVerification(long Seals, long Events, Seal? Last, SealDifference? Difference)
{
    /// <summary>Whether everything that was verified is as it was sealed.</summary>
    public bool IsIntact => Difference is null;
}
