namespace GraphQL.TypeSystem;

/// <summary>One difference between two schemas.</summary>
/// <param name="Impact">What it means for clients.</param>
/// <param name="Coordinate">Where, as a schema coordinate: <c>Type</c>, <c>Type.field</c>, <c>Type.field(argument:)</c>, <c>@directive</c>.</param>
/// <param name="Description">What has changed, as a sentence.</param>
public sealed record SchemaChange(SchemaImpact Impact, string Coordinate, string Description)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Impact}: {Description}";
}
