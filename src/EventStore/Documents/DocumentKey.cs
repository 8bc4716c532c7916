namespace EventStore;

/// <summary>Which document of a type: two tenants may have documents of the same identity.</summary>
internal readonly record struct DocumentKey(string TenantId, Identity Id);
