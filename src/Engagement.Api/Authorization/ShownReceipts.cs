namespace Engagement.Api.Authorization;

/// <summary>The receipts that were shown in a request, by the pseudonyms they were given to. Who has no account comes back with one.</summary>
public sealed class ShownReceipts
{
    private readonly Lock _lock = new();
    private readonly HashSet<Guid> _pseudonyms = [];

    /// <summary>Keeps that a receipt was shown with its secret.</summary>
    public void Add(Guid pseudonym)
    {
        lock (_lock)
            _pseudonyms.Add(pseudonym);
    }

    public bool Has(Guid pseudonym)
    {
        lock (_lock)
            return _pseudonyms.Contains(pseudonym);
    }
}
