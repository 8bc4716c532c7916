namespace EventStore;

/// <summary>Which row of a flat table.</summary>
internal sealed class FlatRowKey(string tenantId, object[] values) : IEquatable<FlatRowKey>
{
    public string TenantId => tenantId;
    public object[] Values => values;

    public bool Equals(FlatRowKey? other) => other is not null && tenantId == other.TenantId && values.AsSpan().SequenceEqual(other.Values);

    public override bool Equals(object? obj) => Equals(obj as FlatRowKey);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(tenantId);
        foreach (var value in values) hash.Add(value);
        return hash.ToHashCode();
    }
}
