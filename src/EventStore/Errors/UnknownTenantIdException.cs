namespace EventStore;

/// <summary>A session was opened for a tenant that the store does not have.</summary>
public sealed class UnknownTenantIdException : EventStoreException
{
    internal UnknownTenantIdException(string tenantId)
        : base("UNKNOWN_TENANT_ID", $"There is no tenant '{tenantId}'. Declare it with Events.AddTenants, or check the spelling.") =>
        TenantId = tenantId;

    /// <summary>The tenant asked for.</summary>
    public string TenantId { get; }
}
