namespace EventStore;

/// <summary>How tenants are written.</summary>
public static class Tenancy
{
    /// <summary>The tenant of everything written without naming one.</summary>
    public const string DefaultTenantId = "*DEFAULT*";
}
