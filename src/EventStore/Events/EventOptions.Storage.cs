namespace EventStore;

/// <summary>How events are kept. All of it shapes the tables, so it is chosen before the first start and then stays.</summary>
public sealed partial class EventOptions
{
    /// <summary>The longest tenant in characters: with the longest key it still fits PostgreSQL's index entries.</summary>
    public const int MaxTenantIdLength = 200;

    private readonly SortedSet<string> _tenants = new(StringComparer.Ordinal);

    /// <summary>What streams are identified by.</summary>
    public StreamIdentity StreamIdentity { get; set; } = StreamIdentity.AsGuid;

    /// <summary>Whether rows belong to tenants. Projected and stored documents follow it.</summary>
    public TenancyStyle TenancyStyle { get; set; } = TenancyStyle.Single;

    /// <summary>
    /// Keeps archived streams in partitions of their own, so that the others stay small. Cannot be combined with <see cref="UseTenantPartitionedEvents"/>.
    /// </summary>
    public bool UseArchivedStreamPartitioning { get; set; }

    /// <summary>Keeps the events of each declared tenant in a partition of its own, and those of others in one more. Needs conjoined tenancy.</summary>
    public bool UseTenantPartitionedEvents { get; set; }

    /// <summary>Adds an index on type and position, for projections that look at few of many events.</summary>
    public bool EnableEventTypeIndex { get; set; }

    /// <summary>Adds a unique index on the event's identity, which makes <see cref="IQueryEventStore.LoadAsync"/> fast.</summary>
    public bool EnableUniqueIndexOnEventId { get; set; }

    /// <summary>The largest event in bytes of JSON; a larger one is refused when it is appended. 4 MiB unless set.</summary>
    public int MaxEventBytes { get; set; } = 4 * 1024 * 1024;

    internal IReadOnlyCollection<string> Tenants => _tenants;

    internal bool IsConjoined => TenancyStyle == TenancyStyle.Conjoined;

    /// <summary>Names the tenants there are. Once any is named, a session for another is refused with an <see cref="UnknownTenantIdException"/>.</summary>
    public EventOptions AddTenants(params IEnumerable<string> tenantIds)
    {
        ArgumentNullException.ThrowIfNull(tenantIds);
        foreach (var tenantId in tenantIds)
        {
            ArgumentNullException.ThrowIfNull(tenantId);
            CheckTenant(tenantId);
            _tenants.Add(tenantId);
        }

        return this;
    }

    /// <summary>The tenant of a session.</summary>
    internal string Tenant(string? tenantId)
    {
        if (tenantId is null or Tenancy.DefaultTenantId) return Tenancy.DefaultTenantId;
        if (!IsConjoined)
        {
            throw new InvalidStoreUseException(
                "TENANCY_NOT_CONJOINED", $"There is no tenant '{tenantId}': the store has one tenant. Set Events.TenancyStyle to Conjoined to have several.");
        }

        CheckTenant(tenantId);
        return _tenants.Count == 0 || _tenants.Contains(tenantId) ? tenantId : throw new UnknownTenantIdException(tenantId);
    }

    /// <exception cref="InvalidStoreUseException">The options contradict each other.</exception>
    internal void Validate()
    {
        if (UseTenantPartitionedEvents && !IsConjoined)
            throw new InvalidStoreUseException("TENANCY_NOT_CONJOINED", "Events can only be partitioned by tenant where Events.TenancyStyle is Conjoined.");
        if (UseTenantPartitionedEvents && UseArchivedStreamPartitioning)
            throw new InvalidStoreUseException("PARTITIONING_AMBIGUOUS", "Events are partitioned by tenant or by whether they are archived, not by both. Choose one.");
        if (MaxEventBytes is < 1 or > 200 * 1024 * 1024)
            throw new InvalidStoreUseException("MAX_EVENT_BYTES_INVALID", "Events.MaxEventBytes lies between 1 byte and 200 MiB; PostgreSQL keeps no larger JSON.");
    }

    private static void CheckTenant(string tenantId)
    {
        if (!string.IsNullOrWhiteSpace(tenantId) && tenantId.Length <= MaxTenantIdLength && Text.CanBeKept(tenantId)) return;
        throw new InvalidStoreUseException(
            "TENANT_ID_INVALID",
            $"A tenant has 1 to {MaxTenantIdLength} characters, not all of them blank and none of them NUL or half of one; this one has {tenantId.Length}.");
    }
}
