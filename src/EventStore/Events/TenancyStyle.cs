namespace EventStore;

/// <summary>Whether a store's rows belong to tenants.</summary>
public enum TenancyStyle
{
    /// <summary>There is one tenant, <see cref="Tenancy.DefaultTenantId"/>.</summary>
    Single,

    /// <summary>Each row belongs to a tenant, which is part of its identity: two tenants may have streams and documents of the same name.</summary>
    Conjoined,
}
