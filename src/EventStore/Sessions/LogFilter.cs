namespace EventStore;

/// <summary>Which events of the log to read.</summary>
public sealed record LogFilter
{
    /// <summary>Only events of these registered types; null for all, unknown ones included. <see cref="EventOptions.EnableEventTypeIndex"/> makes rare types fast to find.</summary>
    public IReadOnlyCollection<Type>? EventTypes { get; init; }

    /// <summary>The events of these tenants; null for the session's own.</summary>
    public IReadOnlyCollection<string>? TenantIds { get; init; }

    /// <summary>The events of all tenants, whatever <see cref="TenantIds"/> says.</summary>
    public bool AllTenants { get; init; }

    /// <summary>The last position to read; null for all.</summary>
    public long? UpTo { get; init; }
}
