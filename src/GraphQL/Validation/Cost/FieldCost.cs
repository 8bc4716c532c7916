using System.Collections.Immutable;

namespace GraphQL.Validation;

/// <summary>What one field of the schema costs.</summary>
internal sealed class FieldCost
{
    public required double Weight { get; init; }

    /// <summary>What the type of the field's value costs, each time there is one; for an interface or union, its object types say.</summary>
    public required double TypeWeight { get; init; }

    public required bool IsList { get; init; }

    public required ListSize? Size { get; init; }

    /// <summary>The names of the arguments with a weight anywhere in them.</summary>
    public required ImmutableArray<string> WeighedArguments { get; init; }
}
